import type { Formatting } from "@/components/ui/format-instant";
import type { Stretch } from "@/lib/domain/analytics/rules-range";
import { counted } from "@/lib/platform/text/counted";
import { decimal, inUnit, percent } from "./numbers-words";

const plain = (text: string) => text.replace(/[\u202f\u2009\u00a0]/g, " ");
const at = (date: string) => Date.parse(`${date}T00:00:00Z`);

/** "3 Nov", "3–9 Nov", "3 Nov 2025 – 2 Jan 2026": a stretch of days. */
export function daysName({ from, to }: Stretch, { locale }: Pick<Formatting, "locale">): string {
  const year = from.slice(0, 4) === to.slice(0, 4) ? {} : { year: "numeric" as const };
  const format = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC", ...year });
  return plain(from === to ? format.format(at(from)) : format.formatRange(at(from), at(to)));
}

/** "8:00": the beginning of an hour of the day. */
export function hourName(hour: number, { locale }: Pick<Formatting, "locale">): string {
  const format = new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit", timeZone: "UTC" });
  return plain(format.format(hour * 3_600_000));
}

/** "Less than a day", "1 to 2 days", "30 days or more": how long before the time something was booked. */
export function leadName(fromDays: number, next: number | undefined): string {
  if (fromDays === 0) return "Less than a day";
  if (next === undefined) return `${fromDays} days or more`;
  return next - 1 === fromDays ? `${fromDays} days` : `${fromDays} to ${next - 1} days`;
}

export type Measure = "count" | "share" | "days" | "hours" | "minutes";

/** A value as this kind of measure is written; "–" for none. */
export function written(value: number | null, measure: Measure, locale: string): string {
  if (value === null) return "–";
  if (measure === "count") return decimal(value, locale);
  if (measure === "share") return percent(value, locale);
  return inUnit(value, measure === "days" ? "day" : measure === "hours" ? "hour" : "minute", locale);
}

/** "12% more", "2 points lower": how a number has changed since the stretch before. Shares change by points of a per cent. */
export function changeText(now: number | null, before: number | null, measure: Measure, locale: string): string {
  if (now === null || before === null) return "No figures before";
  if (measure === "share") {
    const points = Math.round((now - before) * 100);
    if (points === 0) return `Before: ${percent(before, locale)}`;
    return `${counted(Math.abs(points), "point")} ${points > 0 ? "higher" : "lower"}`;
  }
  if (before === 0) return now === 0 ? "None before either" : "None before";
  const change = now / before - 1;
  if (Math.round(change * 100) === 0) return "The same as before";
  return `${percent(Math.abs(change), locale)} ${change > 0 ? "more" : "less"}`;
}
