"use client";
import { useSyncExternalStore } from "react";

const TICK_MS = 15_000;

function everyTick(onTick: () => void) {
  const timer = setInterval(onTick, TICK_MS);
  return () => clearInterval(timer);
}

// Rounded down, so that two reads within one render agree; visits start on the same grid.
const nowSnapshot = () => Math.floor(Date.now() / TICK_MS) * TICK_MS;

/**
 * The current time in epoch milliseconds, updated while the page is open. Before hydration it is `asOf`, when the
 * server read.
 */
export function useNow(asOf: string): number {
  return useSyncExternalStore(everyTick, nowSnapshot, () => Date.parse(asOf));
}
