import { shiftDate } from "@/lib/platform/time/local-date";
import { instantAt, wallClock } from "@/lib/platform/time/wall-clock";
import type { Clock } from "@/lib/platform/time/clock";

/** The planned end of a stay that includes a date: the midnight after it, in the hospital's zone. */
export function endOfDay(date: string, clock: Clock): string {
  return instantAt(shiftDate(date, 1), 0, clock);
}

/**
 * The instant by which an end is named: an end at midnight belongs to the day before, "until Friday" rather than "until
 * Saturday, 00:00".
 */
export function lastMoment(end: string, clock: Clock): string {
  if (wallClock(end, clock).minutes !== 0) return end;
  return new Date(Date.parse(end) - 60_000).toISOString();
}

/** The last date of a stay with this end. */
export function lastDate(end: string, clock: Clock): string {
  return wallClock(lastMoment(end, clock), clock).date;
}
