import { clockNamed, offsetOf, type Clock } from "@/lib/platform/time/clock";

export type InstantStyle = "time" | "date" | "dated" | "long-date" | "datetime" | "dated-time" | "full";

const PARTS: Record<InstantStyle, Intl.DateTimeFormatOptions> = {
  time: { hour: "2-digit", minute: "2-digit" },
  date: { weekday: "short", day: "numeric", month: "short" },
  /** For what may be years ago. */
  dated: { day: "numeric", month: "short", year: "numeric" },
  "long-date": { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  datetime: { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  "dated-time": {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  },
  full: { weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" },
};

export type Formatting = { locale: string; clock: Clock };

const UTC = clockNamed("UTC");

const OF_TIME: ReadonlySet<string | undefined> = new Set(["hour", "minute", "dayPeriod"]);

/** An instant in words and figures: a time of day never wraps. */
export function formatInstant(instant: string, style: InstantStyle, formatting: Formatting): string {
  return formatParts(instant, PARTS[style], formatting);
}

/**
 * The same for parts of one's own choice. What the clock shows is written as if it were UTC: no zone's rules are needed.
 * Special spaces are made plain, for server and browser differ in them, but those inside a time do not break.
 */
export function formatParts(instant: string, parts: Intl.DateTimeFormatOptions, { locale, clock }: Formatting): string {
  const at = Date.parse(instant);
  const written = new Intl.DateTimeFormat(locale, { ...parts, timeZone: "UTC" }).formatToParts(
    at + offsetOf(at, clock) * 60_000,
  );
  const isTime = (index: number) => OF_TIME.has(written[index]?.type);
  return written
    .map(({ value }, index) =>
      value.replace(/\s/g, isTime(index) || (isTime(index - 1) && isTime(index + 1)) ? "\u00a0" : " "),
    )
    .join("");
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
