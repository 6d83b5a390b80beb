import type { ReactNode } from "react";
import { RealtimeProvider } from "@/components/realtime/realtime-provider";
import { MAIN_ID } from "@/components/shell/skip-link";
import { realtimeClientConfig } from "@/lib/platform/realtime/client-config";

/** Screens on a wall: nothing but the page, because no one stands in front of them to use anything else. */
export default function DisplayLayout({ children }: { children: ReactNode }) {
  return (
    <RealtimeProvider config={realtimeClientConfig()}>
      <main id={MAIN_ID} tabIndex={-1} className="min-h-dvh">
        {children}
      </main>
    </RealtimeProvider>
  );
}
