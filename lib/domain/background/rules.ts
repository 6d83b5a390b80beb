import { DAY_MS, parseLocalDate } from "@/lib/platform/time/iso-text";

/** As many entries of a kind one patient may have; nothing is ever deleted. */
export const MOST_ENTRIES = 100;
/** As many as are read. Records that were merged can have more than one alone, and a list of allergies leaves none out. */
export const MOST_READ = 2000;

/** The earliest year of an onset. */
const EARLIEST = 1900;
/** It is already tomorrow in the zone furthest ahead of UTC. */
const AHEAD_MS = 14 * 3_600_000;

/** Tells whether a text is a year, a month or a day from 1900 on: 2019, 2019-05, 2019-05-17. */
export function isPartialDate(text: string): boolean {
  if (!/^\d{4}(-\d\d(-\d\d)?)?$/.test(text) || Number(text.slice(0, 4)) < EARLIEST) return false;
  const first = `${text}-01-01`.slice(0, 10);
  return Number.isFinite(parseLocalDate(first));
}

/** Tells whether a partial date may lie in the past of someone, anywhere. */
export function hasBegun(date: string, now: Date): boolean {
  return date <= new Date(now.getTime() + AHEAD_MS).toISOString().slice(0, date.length);
}

/** Tells whether a condition began before its patient was born. */
export function isBeforeBirth(date: string, bornOn: Date | null): boolean {
  return bornOn !== null && date < bornOn.toISOString().slice(0, date.length);
}

/** The first day of a partial date, to sort and to show it by. */
export function firstDayOf(date: string): Date {
  return new Date(parseLocalDate(`${date}-01-01`.slice(0, 10)) * DAY_MS);
}
