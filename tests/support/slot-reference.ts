import { Temporal } from "temporal-polyfill";
import { zoneNamed, type Zone } from "@/lib/platform/time/zone";
import type { LocalInterval, OpenSlotsInput, Slot } from "@/lib/domain/schedules/slots";

const MINUTE = 60_000;
const FREE = new Set(["CANCELLED", "DECLINED", "EXPIRED", "NO_SHOW"]);
/** How far back the reference searches for the start of an opening. */
const LOOKBACK_DAYS = 12;

/** Minutes are counted from `zero`; flags tell whether the hours include that minute, and whether it is blocked. */
type Minutes = { zero: number; open: Uint8Array; blocked: Uint8Array; zone: Zone };

/**
 * The slot engine's conventions again, as slow and plain as possible: a flag for every minute, the offset of every
 * instant queried separately, none of the engine's own code. Null when an opening began before everything it searched.
 */
export function referenceSlots(input: OpenSlotsInput): Slot[] | null {
  const zero = Math.floor(Date.parse(input.window.from) / MINUTE) - LOOKBACK_DAYS * 1440;
  const length = Math.ceil(Date.parse(input.window.to) / MINUTE) - zero + 2 * 1440;
  const zone = zoneNamed(input.timeZone);
  if (!zone) throw new Error(`No zone ${input.timeZone}`);
  const minutes: Minutes = { zero, open: new Uint8Array(length), blocked: new Uint8Array(length), zone };
  const dates = datesOf(minutes);
  for (const date of dates) openDate(minutes, input, date);
  for (const date of dates) blockDate(minutes, input, date);
  return slotsOf(minutes, input);
}

function localMinute({ zero, zone }: Minutes, minute: number): number {
  const instant = (zero + minute) * MINUTE;
  return (instant + zone.offsetAt(instant)) / MINUTE;
}

function localDate(minutes: Minutes, minute: number): string {
  return new Date(localMinute(minutes, minute) * MINUTE).toISOString().slice(0, 10);
}

function datesOf(minutes: Minutes): Temporal.PlainDate[] {
  const dates: Temporal.PlainDate[] = [];
  const last = localDate(minutes, minutes.open.length);
  let date = Temporal.PlainDate.from(localDate(minutes, 0));
  for (; date.toString() <= last; date = date.add({ days: 1 })) dates.push(date);
  return dates;
}

/** Searches every minute: the first that shows this time or, where none does, the time before the gap. */
function minuteOf(minutes: Minutes, date: Temporal.PlainDate, time: string): number {
  const [hours = 0, rest = 0] = time.split(":").map(Number);
  const wanted = Date.parse(`${date}T00:00:00Z`) / MINUTE + hours * 60 + rest;
  const near = wanted - minutes.zero;
  for (let minute = near - 960; minute <= near + 1560; minute++) {
    const shown = localMinute(minutes, minute);
    if (shown === wanted) return minute;
    // The clock has skipped it: later by the length of the gap.
    if (shown > wanted) return minute + (wanted - (localMinute(minutes, minute - 1) + 1));
  }
  throw new Error(`No ${date} ${time}`);
}

function minutesWithin(minutes: Minutes, date: Temporal.PlainDate, { start, end }: LocalInterval): number[] {
  if (start === end) return [];
  const first = minuteOf(minutes, date, start);
  const beyond = minuteOf(minutes, end > start ? date : date.add({ days: 1 }), end);
  return Array.from({ length: Math.max(0, beyond - first) }, (_, index) => first + index);
}

function openDate(minutes: Minutes, input: OpenSlotsInput, date: Temporal.PlainDate): void {
  const own = date.toString();
  const replaced = new Set(input.exceptions.filter((one) => one.kind === "replace").map((one) => one.date));
  const ofKind = (kind: string) =>
    input.exceptions.filter((one) => one.kind === kind && one.date === own).flatMap((one) => one.intervals ?? []);
  const weekly = input.rules
    .filter((rule) => rule.weekday === date.dayOfWeek)
    .filter((rule) => (rule.validFrom ?? "0") <= own && own <= (rule.validTo ?? "9"));
  for (const interval of [...(replaced.has(own) ? ofKind("replace") : weekly), ...ofKind("add")]) {
    for (const minute of minutesWithin(minutes, date, interval)) {
      const landsOn = replaced.size > 0 ? localDate(minutes, minute) : own;
      if (landsOn <= own || !replaced.has(landsOn)) minutes.open[minute] = 1;
    }
  }
}

function blockDate(minutes: Minutes, input: OpenSlotsInput, date: Temporal.PlainDate): void {
  const own = date.toString();
  const noon = minuteOf(minutes, date, "12:00");
  for (const exception of input.exceptions) {
    if (exception.kind !== "block" || exception.date !== own) continue;
    for (const interval of exception.intervals ?? []) {
      for (const minute of minutesWithin(minutes, date, interval)) minutes.blocked[minute] = 1;
    }
    if (exception.intervals !== null) continue;
    for (let minute = Math.max(0, noon - 2880); minute < noon + 2880; minute++) {
      if (localDate(minutes, minute) === own) minutes.blocked[minute] = 1;
    }
  }
}

function slotsOf({ zero, open, blocked }: Minutes, input: OpenSlotsInput): Slot[] | null {
  const slots: Slot[] = [];
  for (let minute = 0; minute < open.length; minute++) {
    if (!open[minute] || open[minute - 1]) continue;
    let beyond = minute;
    while (open[beyond]) beyond++;
    // What is open on the first two dates may have begun before them.
    if (minute < 2 * 1440 && beyond > LOOKBACK_DAYS * 1440) return null;
    for (let at = minute; at + input.slotMinutes <= beyond; at += input.stepMinutes ?? input.slotMinutes) {
      if (blocked.subarray(at, at + input.slotMinutes).includes(1)) continue;
      const start = (zero + at) * MINUTE;
      const end = start + input.slotMinutes * MINUTE;
      if (isOffered(input, start, end)) slots.push({ start: iso(start), end: iso(end) });
    }
  }
  return slots;
}

function isOffered(input: OpenSlotsInput, start: number, end: number): boolean {
  const before = input.bufferBeforeMinutes * MINUTE;
  const after = input.bufferAfterMinutes * MINUTE;
  const isTaken = input.bookings.some((booking) => {
    const bookedFrom = new Date(booking.start).getTime() - before;
    const bookedTo = new Date(booking.end).getTime() + after;
    return !FREE.has(booking.status ?? "") && start - before < bookedTo && bookedFrom < end + after;
  });
  const isInWindow = start >= Date.parse(input.window.from) && end <= Date.parse(input.window.to);
  return !isTaken && isInWindow && start >= Date.parse(input.now) + input.minNoticeMinutes * MINUTE;
}

function iso(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
