import { shiftDate, startOfLocalDate } from "@/lib/platform/time/local-date";
import { DAY_MS } from "@/lib/platform/time/iso-text";

/** How far ahead one search for available times looks. */
const MAX_DAYS_AHEAD = 92;
export const DEFAULT_RADIUS_KM = 25;

export type Days = { availableFrom?: string | undefined; availableTo?: string | undefined };
export type InstantWindow = { from: Date; to: Date };

/**
 * Returns the requested local dates as instants in a doctor's zone; never the past, at most 92 days. Null when none are
 * left.
 */
export function windowOf({ availableFrom, availableTo }: Days, timeZone: string, now: Date): InstantWindow | null {
  const from = Math.max(now.getTime(), availableFrom ? startOfLocalDate(availableFrom, timeZone).getTime() : 0);
  const afterLast = availableTo ? startOfLocalDate(shiftDate(availableTo, 1), timeZone).getTime() : Infinity;
  const to = Math.min(afterLast, from + MAX_DAYS_AHEAD * DAY_MS);
  return from < to ? { from: new Date(from), to: new Date(to) } : null;
}

/** Returns a window that contains the same dates in every zone. */
export function widestWindowOf(days: Days, now: Date): InstantWindow | null {
  const window = windowOf(days, "UTC", new Date(now.getTime() - DAY_MS));
  return (
    window && {
      from: new Date(Math.max(now.getTime(), window.from.getTime() - DAY_MS)),
      to: new Date(window.to.getTime() + DAY_MS),
    }
  );
}
