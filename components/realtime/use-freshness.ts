"use client";
import { useEffect, useState } from "react";
import { useConnectionState } from "./use-connection-state";

const TICK_MS = 5_000;
/** Older than this, what is shown is no longer called live. */
const STALE_MS = 60_000;

/**
 * How old what was read at `asOf` is, by the browser's own clock from when it got it: whether that clock is right does
 * not matter, and it goes on while the tab or the device sleeps.
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

/** Whether what was read at `asOf` may be called true now: the live connection is there, and it is not a minute old. */
export function useIsFresh(asOf: string): boolean {
  const { status } = useConnectionState();
  return useAge(asOf) < STALE_MS && status !== "disconnected";
}
