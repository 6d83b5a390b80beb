"use client";
import { CloudOff } from "lucide-react";
import { useSyncExternalStore } from "react";

function subscribe(onChange: () => void) {
  window.addEventListener("online", onChange);
  window.addEventListener("offline", onChange);
  return () => {
    window.removeEventListener("online", onChange);
    window.removeEventListener("offline", onChange);
  };
}

/** Whether the browser is online; true on the server. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
}

/**
 * Says when the page may be outdated because the browser is offline. The region is always rendered, so that it is
 * announced.
 */
export function OfflineBanner() {
  const online = useOnline();
  return (
    <div role="status">
      {online ? null : (
        <p className="flex items-center justify-center gap-2 bg-wait-soft px-4 py-2 text-sm font-medium text-wait">
          <CloudOff aria-hidden className="size-4 shrink-0" />
          You&apos;re offline. This page shows information from when the connection was lost.
        </p>
      )}
    </div>
  );
}
