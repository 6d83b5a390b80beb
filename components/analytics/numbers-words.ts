import { formatInstant, type Formatting } from "@/components/ui/format-instant";
import { offsetOf } from "@/lib/platform/time/clock";
import type { Unit } from "@/lib/domain/analytics/rules-time";

type Stretch = { start: string; end: string };

const plain = (text: string) => text.replace(/[\u202f\u2009\u00a0]/g, " ");

/** "10:00", "Tue 12 Nov", "16–22 Nov": the name of a stretch of time, and a short one for below a plot. */
export function stretchName({ start, end }: Stretch, unit: Unit, reading: Formatting): { name: string; short: string } {
  const day = new Intl.DateTimeFormat(reading.locale, { day: "numeric", month: "short", timeZone: "UTC" });
  const local = (at: number) => at + offsetOf(at, reading.clock) * 60_000;
  const short = plain(day.format(local(Date.parse(start))));
  if (unit === "hour") {
    const time = formatInstant(start, "time", reading);
    return { name: `${time}–${formatInstant(end, "time", reading)}`, short: time };
  }
  if (unit === "day") return { name: formatInstant(start, "date", reading), short };
  // The last day of a half-open week is the one before its end.
  const lastMoment = Math.max(Date.parse(start), Date.parse(end) - 1);
  return { name: plain(day.formatRange(local(Date.parse(start)), local(lastMoment))), short };
}

/** A whole number or one decimal, in the reader's locale. */
export function decimal(value: number, locale: string): string {
  return plain(new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value));
}

/** "74%". */
export function percent(part: number, locale: string): string {
  return plain(new Intl.NumberFormat(locale, { style: "percent" }).format(part));
}

/** "9 min", "2.9 days": with the unit in the reader's locale. */
export function inUnit(value: number, unit: "minute" | "hour" | "day", locale: string): string {
  const format = new Intl.NumberFormat(locale, {
    style: "unit",
    unit,
    unitDisplay: unit === "minute" ? "short" : "long",
    maximumFractionDigits: 1,
  });
  return plain(format.format(value));
}
