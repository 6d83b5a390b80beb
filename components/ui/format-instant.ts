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

export type Formatting = { locale: string; timeZone: string };

/** An instant in words and figures. Special spaces are made plain: server and browser differ in them. */
export function formatInstant(instant: string, style: InstantStyle, { locale, timeZone }: Formatting): string {
  const format = new Intl.DateTimeFormat(locale, { ...PARTS[style], timeZone });
  return format.format(new Date(instant)).replace(/[\u202f\u2009\u00a0]/g, " ");
}

/** A calendar date (`YYYY-MM-DD`) in words; dates have no zone. */
export function formatDate(date: string, style: "date" | "long-date", locale: string): string {
  return formatInstant(`${date}T12:00:00Z`, style, { locale, timeZone: "UTC" });
}

/** What people call a zone: "America/New_York" → "New York". */
export function placeOf(timeZone: string): string {
  return (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
}

/** Whether clocks and calendars in both zones show the same at this instant. */
export function sameWallClock(instant: string, zone: string, other: string): boolean {
  if (zone === other) return true;
  const read = (timeZone: string) => formatInstant(instant, "full", { locale: "en-GB", timeZone });
  return read(zone) === read(other);
}
