"use client";
import { useSyncExternalStore } from "react";

const TICK_MS = 15_000;

function everyTick(onTick: () => void) {
  const timer = setInterval(onTick, TICK_MS);
  return () => clearInterval(timer);
}

// Rounded down, so that two reads within one render agree; the starts of visits lie on the same grid.
const nowSnapshot = () => Math.floor(Date.now() / TICK_MS) * TICK_MS;

/** The time in epoch milliseconds, moving on while the page is open. Until hydrated it is when the server read: `asOf`. */
export function useNow(asOf: string): number {
  return useSyncExternalStore(everyTick, nowSnapshot, () => Date.parse(asOf));
}
