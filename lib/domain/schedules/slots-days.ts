import { zoneNamed, type Zone } from "@/lib/platform/time/zone";
import { compileHours, invalidField } from "./slots-hours";
import type { Hours } from "./slots-input";
import { openingsBetween } from "./slots-openings";
import { DAY_MS, parseLocalDate } from "./slots-text";

/** The local date of an instant in an IANA zone, `YYYY-MM-DD`. */
export function localDateAt(instant: Date | string, timeZone: string): string {
  const at = new Date(instant).getTime();
  return dateText(Math.floor((at + requireZone(timeZone).offsetAt(at)) / DAY_MS));
}

/** The instant at which a local date begins. */
export function startOfLocalDate(date: string, timeZone: string): Date {
  return new Date(requireZone(timeZone).startOfDate(dayOf(date) * DAY_MS));
}

/** A local date some days later (or earlier). */
export function shiftDate(date: string, days: number): string {
  return dateText(dayOf(date) + days);
}

/** The Monday of a date's week, or another first day: ISO weekday 1 to 7. */
export function firstOfWeek(date: string, firstWeekday = 1): string {
  const day = dayOf(date);
  // 1970-01-01 was a Thursday; the double remainder keeps earlier days in range.
  const since = (((day + 4 - firstWeekday) % 7) + 7) % 7;
  return dateText(day - since);
}

/** When hours are open within a window, as instants cut at the window; ascending. */
export function openSpans(hours: Hours, window: { from: Date; to: Date }): { start: string; end: string }[] {
  const [from, to] = [window.from.getTime(), window.to.getTime()];
  return openingsBetween(compileHours(hours), from, to).map(({ start, end }) => ({
    start: new Date(Math.max(start, from)).toISOString(),
    end: new Date(Math.min(end, to)).toISOString(),
  }));
}

function requireZone(timeZone: string): Zone {
  const zone = zoneNamed(timeZone);
  if (!zone) throw invalidField("timeZone", "This is not an IANA time zone.");
  return zone;
}

function dayOf(date: string): number {
  const day = parseLocalDate(date);
  if (Number.isNaN(day)) throw invalidField("date", "This must be a date that exists, as YYYY-MM-DD.");
  return day;
}

function dateText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
