import { PICKER_DAYS } from "@/components/appointments/slot-days";
import { shiftDate } from "@/lib/platform/time/local-date";
import { instant, localDate } from "@/lib/platform/input/text";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MAX_DAYS_AHEAD = 750;

/** Returns the time in an address, normalised; null for anything else. */
export function wantedInstant(value: string | string[] | undefined): string | null {
  return instant.safeParse(value).data ?? null;
}

/**
 * Returns the days a picker of available times shows: from the date in the address, else around the requested time when
 * that is further ahead, else from today (null). Two more days are read on either side, because the server does not
 * know where the reader's days begin.
 */
export function pickerWindow(asked: string | string[] | undefined, wantedStart: string | null, now: Date) {
  const date = dateWithin(localDate.safeParse(asked).data, now);
  const firstDate = date && shows(date, wantedStart) ? date : dateOfFarStart(wantedStart, now);
  // A date begins up to 14 hours earlier than in UTC; the browser sorts the times into its own days.
  const from = Math.max(now.getTime(), firstDate ? Date.parse(`${firstDate}T00:00:00Z`) - 14 * HOUR_MS : 0);
  const to = from + (PICKER_DAYS + 2) * DAY_MS;
  return { firstDate, from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}

function dateWithin(date: string | undefined, now: Date): string | null {
  return date && Date.parse(date) < now.getTime() + MAX_DAYS_AHEAD * DAY_MS ? date : null;
}

/** Whether the days from a date include the requested time, wherever its date begins; without one, any do. */
function shows(date: string, start: string | null): boolean {
  const day = start?.slice(0, 10);
  return !day || (shiftDate(date, 1) <= day && day < shiftDate(date, PICKER_DAYS - 1)) || day === date;
}

function dateOfFarStart(start: string | null, now: Date): string | null {
  if (!start || Date.parse(start) < now.getTime() + (PICKER_DAYS - 1) * DAY_MS) return null;
  return dateWithin(shiftDate(start.slice(0, 10), -1), now);
}
