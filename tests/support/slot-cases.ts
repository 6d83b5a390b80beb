import {
  openSlots,
  type HoursException,
  type OpenSlotsInput,
  type Weekday,
  type WeeklyRule,
} from "@/lib/domain/schedules/slots";
import { shiftDate, startOfLocalDate } from "@/lib/platform/time/local-date";
import { zoneNamed } from "@/lib/platform/time/zone";

export type Case = [name: string, zone: string, dates: string, rules: string, slotMinutes: number, expected: string];
export type ExceptionCase = [...Case, ...exceptions: string[]];

export const MON_TO_WED = "2026-06-01/2026-06-03";
const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** `"Sun 01:00-05:00, Mon 09:00-12:00"`. */
function rulesOf(text: string): WeeklyRule[] {
  return text.split(", ").map((part) => {
    const [weekday = "", hours = ""] = part.split(" ");
    return { weekday: (WEEKDAYS.indexOf(weekday) + 1) as Weekday, ...intervalOf(hours) };
  });
}

function intervalOf(text: string): { start: string; end: string } {
  const [start = "", end = ""] = text.split("-");
  return { start, end };
}

/** `"block 2026-06-01 10:00-11:00 14:00-15:00"`, `"block 2026-06-01 all"`, `"replace 2026-06-01"` for a day off. */
export function exceptionOf(text: string): HoursException {
  const [kind = "", date = "", ...hours] = text.split(" ");
  if (hours[0] === "all") return { kind: "block", date, intervals: null };
  return { kind: kind as "replace" | "add" | "block", date, intervals: hours.map(intervalOf) };
}

/** Starts as local times with their offset, `02:00+02`; after the first date of the window as `29T02:00+02`. */
export function localStarts(
  changes: Partial<OpenSlotsInput>,
  zone: string,
  dates: string,
  rules: string,
  slotMinutes: number,
): string[] {
  const [from = "", to = from] = dates.split("/");
  const midnight = (date: string) => startOfLocalDate(date, zone).toISOString();
  const slots = openSlots({
    timeZone: zone,
    now: "2000-01-01T00:00:00Z",
    rules: rules === "" ? [] : rulesOf(rules),
    exceptions: [],
    slotMinutes,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    minNoticeMinutes: 0,
    bookings: [],
    window: { from: midnight(from), to: midnight(shiftDate(to, 1)) },
    ...changes,
  });
  return slots.map(({ start }) => {
    const offset = (zoneNamed(zone)?.offsetAt(Date.parse(start)) ?? NaN) / 60_000;
    const local = new Date(Date.parse(start) + offset * 60_000).toISOString();
    return (local.startsWith(from) ? "" : `${local.slice(8, 10)}T`) + local.slice(11, 16) + offsetText(offset);
  });
}

/** `+05:45`, `-04`. */
function offsetText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const twoDigits = (value: number) => String(value).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${twoDigits(hours)}${rest === 0 ? "" : `:${twoDigits(rest)}`}`;
}
