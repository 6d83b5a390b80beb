import { AppError } from "@/lib/platform/errors/app-error";
import { DAY_MS, parseLocalDate } from "./iso-text";
import { zoneNamed, type Zone } from "./zone";

/** Returns the local date of an instant in an IANA zone, `YYYY-MM-DD`. */
export function localDateAt(instant: Date | string, timeZone: string): string {
  const at = new Date(instant).getTime();
  return dateText(Math.floor((at + requireZone(timeZone).offsetAt(at)) / DAY_MS));
}

/** Returns the instant at which a local date starts. */
export function startOfLocalDate(date: string, timeZone: string): Date {
  return new Date(requireZone(timeZone).startOfDate(dayOf(date) * DAY_MS));
}

/** Returns a local date some days later (or earlier). */
export function shiftDate(date: string, days: number): string {
  return dateText(dayOf(date) + days);
}

/** Returns a local date some months later (or earlier); the month's last day where it is shorter. */
export function shiftMonths(date: string, months: number): string {
  const day = new Date(dayOf(date) * DAY_MS);
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return dateText(Date.UTC(year, month, Math.min(day.getUTCDate(), last)) / DAY_MS);
}

/** How many days `to` comes after `from`; negative when it comes before. */
export function daysBetween(from: string, to: string): number {
  return dayOf(to) - dayOf(from);
}

/** Returns the Monday of a date's week, or another first day: ISO weekday 1 to 7. */
export function firstOfWeek(date: string, firstWeekday = 1): string {
  const day = dayOf(date);
  // 1970-01-01 was a Thursday; the double remainder keeps earlier days in range.
  const since = (((day + 4 - firstWeekday) % 7) + 7) % 7;
  return dateText(day - since);
}

/** The date so many days after 1970-01-01. */
export function dateText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

function requireZone(timeZone: string): Zone {
  const zone = zoneNamed(timeZone);
  if (!zone) throw invalid("timeZone", "This is not an IANA time zone.");
  return zone;
}

function dayOf(date: string): number {
  const day = parseLocalDate(date);
  if (Number.isNaN(day)) throw invalid("date", "This must be a date that exists, as YYYY-MM-DD.");
  return day;
}

function invalid(path: string, message: string): AppError {
  return new AppError("invalid", `${path}: ${message}`, { fields: [{ path, message }] });
}
