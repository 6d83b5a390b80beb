import { clockNamed, offsetOf, type Clock } from "@/lib/platform/time/clock";

export type InstantStyle = "time" | "date" | "dated" | "long-date" | "datetime" | "dated-time" | "full";

const PARTS: Record<InstantStyle, Intl.DateTimeFormatOptions> = {
  time: { hour: "2-digit", minute: "2-digit" },
  date: { weekday: "short", day: "numeric", month: "short" },
  /** For what may be years ago. */
  dated: { day: "numeric", month: "short", year: "numeric" },
  "long-date": { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  datetime: { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  "dated-time": { weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" },
  full: { weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" },
};

export type Formatting = { locale: string; clock: Clock };

const UTC = clockNamed("UTC");

/** An instant in words and figures. Special spaces are made plain: server and browser differ in them. */
export function formatInstant(instant: string, style: InstantStyle, { locale, clock }: Formatting): string {
  return formatParts(instant, PARTS[style], { locale, clock }).replace(/[\u202f\u2009\u00a0]/g, " ");
}

/** The same for parts of one's own choice. What the clock shows is written as if it were UTC: no zone's rules are needed. */
export function formatParts(instant: string, parts: Intl.DateTimeFormatOptions, { locale, clock }: Formatting): string {
  const at = Date.parse(instant);
  return new Intl.DateTimeFormat(locale, { ...parts, timeZone: "UTC" }).format(at + offsetOf(at, clock) * 60_000);
}

/** A calendar date (`YYYY-MM-DD`) in words; dates have no zone. */
export function formatDate(date: string, style: "date" | "long-date", locale: string): string {
  return formatInstant(`${date}T12:00:00Z`, style, { locale, clock: UTC });
}

/** What people call a zone: "America/New_York" → "New York". */
export function placeOf(timeZone: string): string {
  return (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
}

/** Whether two clocks show the same at this instant. */
export function sameWallClock(instant: string, clock: Clock, other: Clock): boolean {
  const at = Date.parse(instant);
  return clock.zone === other.zone || offsetOf(at, clock) === offsetOf(at, other);
}
