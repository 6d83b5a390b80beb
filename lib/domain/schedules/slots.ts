/**
 * The only place where slots are computed (docs/domain.md §2). Pure: no clock, no I/O; time and bookings are arguments.
 *
 * Where the conventions leave room:
 * - An interval belongs to the local date it starts on. REPLACE drops the weekly hours that start on its date
 * altogether, even the part after the next midnight; several REPLACE of one date count together, and ADD on that
 * date still adds. What spills in from the evening before is cut at the first instant of the date, whatever its source.
 * - BLOCK removes time, not intervals: `null` is the local date from its first instant to that of the next. The grid
 * continues beneath it.
 * - An opening that has run for more than MAX_OPENING_DAYS (hours around the clock without a first day, blocked times
 * included)
 * has no start to count from. On every date that far from the start the grid is counted from that date's first instant,
 * so that no slot depends on the window it is requested in.
 */
import { busyIntervals } from "./slots/busy";
import { compileHours, invalidField, requireObject, type CompiledHours } from "./slots/hours";
import type { OpenSlotsInput, Slot } from "./slots/input";
import { MAX_OPENING_DAYS, firstDayOf, openingsBetween, type Opening } from "./slots/openings";
import type { Span } from "./slots/spans";
import { DAY_MS, MINUTE_MS, instantWriter, parseInstant } from "@/lib/platform/time/iso-text";

export type {
  Booking,
  Hours,
  HoursException,
  LocalInterval,
  OpenSlotsInput,
  Slot,
  Weekday,
  WeeklyRule,
} from "./slots/input";

/** Checked input in epoch milliseconds and milliseconds. */
type Plan = {
  hours: CompiledHours;
  /** Nothing starts before this: the window and the notice. */
  earliest: number;
  until: number;
  slotMs: number;
  stepMs: number;
  busy: Span[];
};

/** Returns the bookable slots, ascending, at most `limit`. Throws `invalid` naming the invalid field. */
export function openSlots(input: OpenSlotsInput, limit = Infinity): Slot[] {
  const plan = planOf(input);
  return written(startsOf(plan, limit), plan.slotMs);
}

/** Returns the earliest bookable slot of the window, or null. Throws `invalid` naming the invalid field. */
export function firstOpenSlot(input: OpenSlotsInput): Slot | null {
  const plan = planOf(input);
  return written(startsOf(plan, 1), plan.slotMs)[0] ?? null;
}

/**
 * Returns the slot that starts at exactly this instant when `openSlots` offers it in some window, else null. Reads only
 * the days around it. Throws `invalid` naming the invalid field.
 */
export function openSlotAt(input: Omit<OpenSlotsInput, "window">, start: string): Slot | null {
  const from = parseInstant(start);
  if (Number.isNaN(from)) throw invalidField("start", "This must be an ISO 8601 instant.");
  const to = from + minutesMs(input.slotMinutes, "slotMinutes", 1);
  const write = instantWriter();
  return firstOpenSlot({ ...input, window: { from: start, to: write(to) } });
}

function planOf(input: OpenSlotsInput): Plan {
  const hours = compileHours(input);
  const slotMs = minutesMs(input.slotMinutes, "slotMinutes", 1);
  const stepMs = input.stepMinutes == null ? slotMs : minutesMs(input.stepMinutes, "stepMinutes", 1);
  const buffersMs =
    minutesMs(input.bufferBeforeMinutes, "bufferBeforeMinutes", 0) +
    minutesMs(input.bufferAfterMinutes, "bufferAfterMinutes", 0);
  const noticeMs = minutesMs(input.minNoticeMinutes, "minNoticeMinutes", 0);
  requireObject(input.window, "window");
  const from = instantMs(input.window.from, "window.from");
  const until = instantMs(input.window.to, "window.to");
  const earliest = Math.max(from, instantMs(input.now, "now") + noticeMs);
  if (!Array.isArray(input.bookings)) throw invalidField("bookings", "This must be a list.");
  return { hours, earliest, until, slotMs, stepMs, busy: busyIntervals(input.bookings, buffersMs) };
}

function startsOf(plan: Plan, limit: number): number[] {
  const starts: number[] = [];
  if (plan.until - plan.earliest < plan.slotMs) return starts;
  let busyIndex = 0;
  for (const opening of openingsBetween(plan.hours, plan.earliest, plan.until)) {
    for (const grid of gridsOf(plan, opening)) {
      busyIndex = fill(starts, plan, grid, busyIndex, limit);
      if (starts.length >= limit) return starts;
    }
  }
  return starts;
}

/** A stretch whose slots are counted from one anchor: starts lie in [from, before), ends at or before `end`. */
type Grid = { anchor: number; from: number; before: number; end: number };

/** One grid for an opening, unless it has run so long that each midnight starts a new one. */
function gridsOf(plan: Plan, opening: Opening): Grid[] {
  const end = Math.min(opening.end, plan.until);
  const from = Math.max(opening.start, plan.earliest);
  const whole = [{ anchor: opening.anchor, from, before: end, end }];
  if (end - opening.anchor < (MAX_OPENING_DAYS - 2) * DAY_MS) return whole;
  const { clock } = plan.hours;
  let day = firstDayOf(from);
  const isOldOn = (date: number) => clock.startOf(date - MAX_OPENING_DAYS) > opening.anchor;
  while (clock.startOf(day) < end && !isOldOn(day)) day++;
  const first = Math.max(from, clock.startOf(day));
  if (first >= end) return whole;
  const grids: Grid[] = [];
  if (from < first) grids.push({ anchor: opening.anchor, from, before: first, end });
  for (; clock.startOf(day) < end; day++) {
    const anchor = clock.startOf(day);
    grids.push({ anchor, from: Math.max(anchor, from), before: clock.startOf(day + 1), end });
  }
  return grids;
}

/** Appends the free starts of one grid; returns the first busy interval that may still matter. */
function fill(starts: number[], plan: Plan, grid: Grid, busyFrom: number, limit: number): number {
  const { slotMs, stepMs, busy } = plan;
  const last = Math.min(grid.end - slotMs, grid.before - 1);
  let index = busyFrom;
  let start = onGrid(grid.anchor, grid.from, stepMs);
  while (start <= last && starts.length < limit) {
    while ((busy[index]?.end ?? Infinity) <= start) index++;
    const next = busy[index];
    if (next && next.start < start + slotMs) {
      start = onGrid(grid.anchor, next.end, stepMs);
    } else {
      starts.push(start);
      start += stepMs;
    }
  }
  return index;
}

/** The first point of the grid at or after an instant. */
function onGrid(anchor: number, ms: number, stepMs: number): number {
  return anchor + Math.ceil((ms - anchor) / stepMs) * stepMs;
}

function written(starts: number[], slotMs: number): Slot[] {
  const writeStart = instantWriter();
  const writeEnd = instantWriter();
  return starts.map((start) => ({ start: writeStart(start), end: writeEnd(start + slotMs) }));
}

function minutesMs(minutes: number, path: string, least: number): number {
  if (Number.isSafeInteger(minutes) && minutes >= least) return minutes * MINUTE_MS;
  throw invalidField(path, `This must be a whole number of minutes, at least ${least}.`);
}

function instantMs(text: string, path: string): number {
  const ms = parseInstant(text);
  if (Number.isNaN(ms)) throw invalidField(path, "This must be an ISO 8601 instant, as 2026-10-25T09:00:00Z.");
  return ms;
}
