import { formatDateParts, formatInstant, type Formatting } from "@/components/ui/format-instant";
import { shiftDate, daysBetween } from "@/lib/platform/time/local-date";
import { counted } from "@/lib/platform/text/counted";
import { todayIn } from "@/lib/platform/time/wall-clock";

/** When something is, in words: "today at 10:40", "on Thursday at 10:40", "on Thu, 4 Dec at 10:40". */
export function momentText(instant: string, nowMs: number, reader: Formatting): string {
  const time = formatInstant(instant, "time", reader);
  const today = todayIn(reader.clock, nowMs);
  const date = todayIn(reader.clock, Date.parse(instant));
  if (date === today) return `today at ${time}`;
  if (date === shiftDate(today, 1)) return `tomorrow at ${time}`;
  if (date > today && date < shiftDate(today, 7))
    return `on ${formatDateParts(date, { weekday: "long" }, reader.locale)} at ${time}`;
  return `on ${formatInstant(instant, "date", reader)} at ${time}`;
}

/** The time left, in days, then hours, then minutes; undefined once it has started. */
export function untilText(instant: string, nowMs: number, reader: Formatting): string | undefined {
  const minutes = Math.ceil((Date.parse(instant) - nowMs) / 60_000);
  if (minutes <= 0) return undefined;
  const days = daysBetween(todayIn(reader.clock, nowMs), todayIn(reader.clock, Date.parse(instant)));
  if (days >= 2) return `in ${counted(days, "day")}`;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `in ${counted(rest, "minute")}`;
  return hours >= 12 || rest === 0
    ? `in ${counted(hours, "hour")}`
    : `in ${counted(hours, "hour")} and ${counted(rest, "minute")}`;
}

/** "Your", or whose: "Asha's". */
export function possessive(whose: string | null): string {
  return whose === null ? "Your" : `${whose}'s`;
}
