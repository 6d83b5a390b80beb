import { clockNamed, offsetOf, type Clock } from "@/lib/platform/time/clock";
import { currentZoneName } from "@/lib/platform/time/current-zone-name";

export type InstantStyle = "time" | "date" | "dated" | "long-date" | "datetime" | "dated-time" | "full";

/** A time of day, by the 12-hour or 24-hour clock of the locale. */
const TIME: Intl.DateTimeFormatOptions = { hour: "numeric", minute: "2-digit" };

const PARTS: Record<InstantStyle, Intl.DateTimeFormatOptions> = {
  time: TIME,
  date: { weekday: "short", day: "numeric", month: "short" },
  /** For older instants. */
  dated: { day: "numeric", month: "short", year: "numeric" },
  "long-date": { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  datetime: { weekday: "short", day: "numeric", month: "short", ...TIME },
  "dated-time": { weekday: "short", day: "numeric", month: "short", year: "numeric", ...TIME },
  full: { weekday: "long", day: "numeric", month: "long", year: "numeric", ...TIME },
};

export type Formatting = { locale: string; clock: Clock };

const UTC = clockNamed("UTC");

const OF_TIME: ReadonlySet<string | undefined> = new Set(["hour", "minute", "dayPeriod"]);

/** Formats an instant; a time of day never wraps. */
export function formatInstant(instant: string, style: InstantStyle, formatting: Formatting): string {
  return formatParts(instant, PARTS[style], formatting);
}

/**
 * Formats with custom parts. Clock time is formatted as if it were UTC: no zone rules are needed. Special spaces are
 * made plain, because server and browser differ in them, but those inside a time do not break.
 */
export function formatParts(instant: string, parts: Intl.DateTimeFormatOptions, { locale, clock }: Formatting): string {
  const at = Date.parse(instant);
  const written = formatterOf(locale, parts).formatToParts(at + offsetOf(at, clock) * 60_000);
  const isTime = (index: number) => OF_TIME.has(written[index]?.type);
  return written
    .map(({ value }, index) =>
      value.replace(/\s/g, isTime(index) || (isTime(index - 1) && isTime(index + 1)) ? "\u00a0" : " "),
    )
    .join("");
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** One formatter for each locale and choice of parts: making one is what costs. */
function formatterOf(locale: string, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(parts)}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(locale, { ...parts, ...hourOf(locale, parts), timeZone: "UTC" });
    formatters.set(key, formatter);
  }
  return formatter;
}

/** "9:05 am" but "09:05": only the 24-hour clock fills up the hour. */
function hourOf(locale: string, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormatOptions {
  if (!parts.hour) return {};
  const { hour12 } = new Intl.DateTimeFormat(locale, { hour: "numeric" }).resolvedOptions();
  return { hour: hour12 ? "numeric" : "2-digit" };
}

/** Formats a calendar date (`YYYY-MM-DD`); dates have no zone. */
export function formatDate(date: string, style: "date" | "dated" | "long-date", locale: string): string {
  return formatInstant(`${date}T12:00:00Z`, style, { locale, clock: UTC });
}

/** The same for parts of one's own choice, such as the weekday alone. */
export function formatDateParts(date: string, parts: Intl.DateTimeFormatOptions, locale: string): string {
  return formatParts(`${date}T12:00:00Z`, parts, { locale, clock: UTC });
}

/** A time of day from minutes since midnight: "09:00", "9:00 am". */
export function formatMinutes(minutes: number, locale: string): string {
  return formatInstant(new Date(minutes * 60_000).toISOString(), "time", { locale, clock: UTC });
}

/** The same from `HH:mm`, as hours are stored; what is no such time, such as one being typed, stays as it is. */
export function formatClockTime(time: string, locale: string): string {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(time) ?? [];
  return hours && minutes ? formatMinutes(Number(hours) * 60 + Number(minutes), locale) : time;
}

/** A zone's everyday name: "America/New_York" → "New York". */
export function placeOf(timeZone: string): string {
  const name = currentZoneName(timeZone);
  return (name.split("/").at(-1) ?? name).replaceAll("_", " ");
}

/** Tells whether two clocks show the same at this instant. */
export function sameWallClock(instant: string, clock: Clock, other: Clock): boolean {
  const at = Date.parse(instant);
  return clock.zone === other.zone || offsetOf(at, clock) === offsetOf(at, other);
}
