import { DAY_MS } from "@/lib/platform/time/iso-text";
import { localDateAt, shiftDate, shiftMonths, startOfLocalDate } from "@/lib/platform/time/local-date";
import type { Dueness } from "./status";

/** How long before its month someone is told of a recall: long enough to find a time. */
const LEAD_DAYS = 28;
/** Someone who has just heard of it in the room isn't told again within a week. */
const SETTLING_DAYS = 7;
/** When on that day: 9:00 of the place's clock. */
const TOLD_AT_MS = 9 * 3_600_000;

/** Returns the month so many months after that of a date, `YYYY-MM`. */
export function monthAfter(date: string, months: number): string {
  return shiftMonths(firstOf(date.slice(0, 7)), months).slice(0, 7);
}

/** Returns the first day of a month. */
export function firstOf(month: string): string {
  return `${month}-01`;
}

/** Returns from when on a recall is due, by the clock of its place. */
export function dueAt(month: string, timeZone: string): Date {
  return startOfLocalDate(shiftDate(firstOf(month), -LEAD_DAYS), timeZone);
}

/** Returns when the patient is told of a recall that was set, or given another month, at an instant. */
export function tellAt(month: string, setAt: Date, timeZone: string): Date {
  const due = dueAt(month, timeZone).getTime() + TOLD_AT_MS;
  return new Date(Math.max(due, setAt.getTime() + SETTLING_DAYS * DAY_MS));
}

/** Tells how urgent an open recall is now, by the clock of its place. */
export function duenessAt(now: Date, recall: { month: string; dueAt: Date; timeZone: string }): Dueness {
  if (localDateAt(now, recall.timeZone) >= firstOf(monthAfter(firstOf(recall.month), 1))) return "OVERDUE";
  return now >= recall.dueAt ? "DUE" : "LATER";
}
