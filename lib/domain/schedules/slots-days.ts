import { Temporal } from "temporal-polyfill";
import { compileHours } from "./slots-hours";
import type { Hours } from "./slots-input";
import { openingsBetween } from "./slots-openings";

/** The local date of an instant in an IANA zone, `YYYY-MM-DD`. */
export function localDateAt(instant: Date | string, timeZone: string): string {
  const at = Temporal.Instant.fromEpochMilliseconds(new Date(instant).getTime());
  return at.toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The instant at which a local date begins. */
export function startOfLocalDate(date: string, timeZone: string): Date {
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds);
}

/** A local date some days later (or earlier). */
export function shiftDate(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The Monday of a date's week, or another first day: ISO weekday 1 to 7. */
export function firstOfWeek(date: string, firstWeekday = 1): string {
  const day = Temporal.PlainDate.from(date);
  return day.subtract({ days: (day.dayOfWeek - firstWeekday + 7) % 7 }).toString();
}

/** When hours are open within a window, as instants cut at the window; ascending. */
export function openSpans(hours: Hours, window: { from: Date; to: Date }): { start: string; end: string }[] {
  const [from, to] = [window.from.getTime(), window.to.getTime()];
  return openingsBetween(compileHours(hours), from, to).map(({ start, end }) => ({
    start: new Date(Math.max(start, from)).toISOString(),
    end: new Date(Math.min(end, to)).toISOString(),
  }));
}
