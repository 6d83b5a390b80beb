"use client";
import { useRouter } from "next/navigation";
import { startTransition, useEffect } from "react";
import { useConnectionState } from "./use-connection-state";

const AWAY_MS = 8_000;
/** Connected, but possibly refused on a channel. */
const CONNECTED_MS = 30_000;

/**
 * Refreshes the page regularly, for what must stay current even without a live connection; `connectedMs` is the pause
 * while there is one.
 */
export function PollRefresh({ connectedMs = CONNECTED_MS }: { connectedMs?: number }) {
  const router = useRouter();
  const isConnected = useConnectionState().status === "connected";
  useEffect(() => {
    const look = () =>
      document.visibilityState === "visible" && navigator.onLine && startTransition(() => router.refresh());
    const timer = setInterval(look, isConnected ? connectedMs : AWAY_MS);
    return () => clearInterval(timer);
  }, [router, isConnected, connectedMs]);
  return null;
}
