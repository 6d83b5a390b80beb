import { minutesText } from "@/components/doctor-day/day-rules";

/** Whole minutes between two instants, never negative. */
export function waitedMinutes(sinceIso: string, nowMs: number): number {
  return Math.max(0, Math.floor((nowMs - Date.parse(sinceIso)) / 60_000));
}

/** "arrived just now", "waits 24 min". */
export function waitText(minutes: number): string {
  return minutes < 1 ? "arrived just now" : `waiting ${minutesText(minutes)}`;
}

/** From this long on patients should be told how much longer it takes. */
export const LONG_WAIT_MINUTES = 20;
