"use client";
import { useRouter } from "next/navigation";
import { startTransition, useEffect } from "react";
import { useConnectionState } from "./use-connection-state";

const AWAY_MS = 8_000;
/** Connected, but perhaps to a channel that was refused. */
const CONNECTED_MS = 30_000;

/** Reads the page again now and then, for what must stay true even where no live connection can be had. */
export function PollRefresh() {
  const router = useRouter();
  const isConnected = useConnectionState().status === "connected";
  useEffect(() => {
    const look = () =>
      document.visibilityState === "visible" && navigator.onLine && startTransition(() => router.refresh());
    const timer = setInterval(look, isConnected ? CONNECTED_MS : AWAY_MS);
    return () => clearInterval(timer);
  }, [router, isConnected]);
  return null;
}
