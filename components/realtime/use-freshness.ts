"use client";
import { useEffect, useState } from "react";
import { useConnectionState } from "./use-connection-state";

const TICK_MS = 5_000;
/** Older than this, data is no longer called live. */
const STALE_MS = 60_000;

/**
 * The age of what was read at `asOf`, by the browser's own clock since it arrived: a wrong clock does not matter, and
 * it continues while the tab or the device sleeps.
 */
export function useAge(asOf: string): number {
  const [aged, setAged] = useState({ asOf, ms: 0 });
  useEffect(() => {
    const since = Date.now();
    const look = () => setAged({ asOf, ms: Date.now() - since });
    const timer = setInterval(look, TICK_MS);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [asOf]);
  return aged.asOf === asOf ? aged.ms : 0;
}

/** Tells whether what was read at `asOf` is live: the connection is up, and it is less than a minute old. */
export function useIsFresh(asOf: string): boolean {
  const { status } = useConnectionState();
  return useAge(asOf) < STALE_MS && status !== "disconnected";
}
