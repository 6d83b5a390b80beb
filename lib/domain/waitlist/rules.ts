import { clockNamed } from "@/lib/platform/time/clock";
import { MINUTE_MS, parseLocalDate } from "@/lib/platform/time/iso-text";
import { shiftDate } from "@/lib/platform/time/local-date";
import { wallClock } from "@/lib/platform/time/wall-clock";
import { zoneClock } from "@/lib/platform/time/zone-clock";

/** How long an offer stands, by day. */
const OFFER_MINUTES = 15;
/** A time that could be offered for a shorter while is left to everyone. */
const MIN_OFFER_MINUTES = 5;
/** By the place's clock: offers made from the evening until the morning stand until after breakfast. */
const NIGHT_FROM = 21 * 60;
const NIGHT_UNTIL = 8 * 60;
const ANSWER_BY = 8 * 60 + 30;
/** How much longer than its offer a hold keeps a time, so that it passes on to the next one and to no one else. */
export const HOLD_GRACE_MS = 2 * MINUTE_MS;

/** How many entries a patient has at a time. */
export const MAX_ENTRIES = 10;
/** How far ahead someone can wait, in days. */
export const MAX_DAYS_AHEAD = 365;

/** A time someone would come. Dates, weekdays and minutes are the place's. */
export type Wish = {
  fromOn: string;
  toOn: string;
  /** ISO weekdays; every day where empty. */
  weekdays: readonly number[];
  startMinute: number;
  endMinute: number;
};

/** Tells whether a visit at this time suits a wish: on its dates and weekdays, and wholly within its hours. */
export function suits(slot: { start: string; end: string }, timeZone: string, wish: Wish): boolean {
  const clock = clockNamed(timeZone);
  const start = wallClock(slot.start, clock);
  if (start.date < wish.fromOn || start.date > wish.toOn) return false;
  if (wish.weekdays.length > 0 && !wish.weekdays.includes(weekdayOf(start.date))) return false;
  if (start.minutes < wish.startMinute) return false;
  if (wish.endMinute === 1440) return true;
  const end = wallClock(slot.end, clock);
  return end.date === start.date && end.minutes <= wish.endMinute;
}

/** The ISO weekday of a date; 1970-01-01 was a Thursday. */
function weekdayOf(date: string): number {
  return ((((parseLocalDate(date) + 3) % 7) + 7) % 7) + 1;
}

/**
 * Returns until when an offer made at `now` stands: 15 minutes; until 8:30 when it is made between 21:00 and 8:00 by the
 * place's clock; never after the last moment at which the time can be booked. Null when that leaves less than 5 minutes.
 */
export function offerUntil(
  now: Date,
  slotStart: string,
  { timeZone, minNoticeMinutes }: { timeZone: string; minNoticeMinutes: number },
): Date | null {
  const lastMoment = Date.parse(slotStart) - minNoticeMinutes * MINUTE_MS;
  const until = Math.min(lastMoment, endOfOffer(now, timeZone));
  return until - now.getTime() >= MIN_OFFER_MINUTES * MINUTE_MS ? new Date(until) : null;
}

function endOfOffer(now: Date, timeZone: string): number {
  const { date, minutes } = wallClock(now.getTime(), clockNamed(timeZone));
  const isEvening = minutes >= NIGHT_FROM;
  if (!isEvening && minutes >= NIGHT_UNTIL) return now.getTime() + OFFER_MINUTES * MINUTE_MS;
  const morning = isEvening ? shiftDate(date, 1) : date;
  return zoneClock(timeZone)?.at(parseLocalDate(morning), ANSWER_BY) ?? now.getTime() + OFFER_MINUTES * MINUTE_MS;
}

type Span = { start: number; end: number };

/** Tells whether a time touches one of the person's own. */
export function overlaps(slot: { start: string; end: string }, busy: readonly Span[]): boolean {
  const [start, end] = [Date.parse(slot.start), Date.parse(slot.end)];
  return busy.some((one) => one.start < end && start < one.end);
}

/** How many days earlier someone came, to a tenth. */
export function daysGained(seconds: number): number {
  return Math.round(seconds / 8_640) / 10;
}
