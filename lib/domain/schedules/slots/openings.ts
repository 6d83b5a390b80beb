import type { CompiledHours, DayInterval } from "./hours";
import { mergeSpans, subtractSpans, type Span } from "./spans";
import { DAY_MS } from "@/lib/platform/time/iso-text";

/**
 * How far back the start of a merged opening is searched. An opening that has been running longer, such as hours around
 * the clock without a first day, has no start to count from: `slots.ts` counts it from each midnight.
 */
export const MAX_OPENING_DAYS = 366;

/** Intervals spill at most into the next date; a skipped date and the widest offsets add less than two days. */
const SPILL_DAYS = 3;

/**
 * Open time. Its slots are counted from `anchor`, the start of the merged opening before blocks were cut out: a block
 * that moved the grid would strand the time between itself and the next booking.
 */
export type Opening = Span & { anchor: number };

/**
 * Returns the merged openings (conventions 1–4 of docs/domain.md §2) that touch the window, ascending and disjoint.
 * They are not cut at the window: start and anchor are the true ones, up to MAX_OPENING_DAYS before the window; of an
 * older anchor only its being older is certain. The end is true when it is within the window.
 */
export function openingsBetween(hours: CompiledHours, from: number, to: number): Opening[] {
  const firstDay = firstDayOf(from);
  const lastDay = Math.floor(to / DAY_MS) + 1;
  let openings: Opening[] = [];
  for (const back of [SPILL_DAYS, 31, MAX_OPENING_DAYS + SPILL_DAYS + 2]) {
    openings = expand(hours, firstDay - back, lastDay).filter((one) => one.end > from && one.start < to);
    const first = openings[0];
    if (!first || first.anchor > (firstDay - back + SPILL_DAYS) * DAY_MS) break;
  }
  return openings;
}

/** Returns a local date, counted from 1970-01-01, no later than the instant's in any zone. */
export function firstDayOf(instant: number): number {
  return Math.floor(instant / DAY_MS) - 1;
}

function expand(hours: CompiledHours, firstDay: number, lastDay: number): Opening[] {
  const pieces: Opening[] = [];
  for (let day = firstDay; day <= lastDay; day++) addDay(pieces, hours, day);
  const merged = mergeSpans(pieces);
  return hours.special.size === 0 ? merged : subtractSpans(merged, blocksOf(hours, firstDay, lastDay));
}

function addDay(pieces: Opening[], hours: CompiledHours, day: number): void {
  const special = hours.special.get(day);
  // 1970-01-01 was a Thursday; the double remainder keeps earlier days in range.
  const weekly = hours.weekly[(((day + 3) % 7) + 7) % 7] ?? [];
  for (const interval of special?.replace ?? weekly) addPiece(pieces, hours, day, interval);
  if (special) for (const interval of special.add) addPiece(pieces, hours, day, interval);
}

function addPiece(pieces: Opening[], hours: CompiledHours, day: number, interval: DayInterval): void {
  if (day < interval.fromDay || day > interval.toDay) return;
  const start = hours.clock.at(day, interval.start);
  const end = cutAtReplaced(hours, day, hours.clock.at(day, interval.end));
  if (start < end) pieces.push({ start, end, anchor: start });
}

/**
 * Hours that start on `day` end where a replaced date starts: everything spilling in from the evening before is cut, be
 * it weekly, added or itself a replacement. Two dates on, because a zone may skip the date between.
 */
function cutAtReplaced(hours: CompiledHours, day: number, end: number): number {
  if (hours.special.size === 0) return end;
  for (let next = day + 1; next <= day + 2; next++) {
    if (!hours.special.get(next)?.replace) continue;
    const start = hours.clock.startOf(next);
    if (end > start && hours.clock.startOf(next + 1) > start) return start;
  }
  return end;
}

function blocksOf(hours: CompiledHours, firstDay: number, lastDay: number): Span[] {
  const blocks: Span[] = [];
  const { clock } = hours;
  for (let day = firstDay - SPILL_DAYS; day <= lastDay + SPILL_DAYS; day++) {
    const special = hours.special.get(day);
    if (!special) continue;
    if (special.isClosed) blocks.push({ start: clock.startOf(day), end: clock.startOf(day + 1) });
    for (const one of special.block) blocks.push({ start: clock.at(day, one.start), end: clock.at(day, one.end) });
  }
  return mergeSpans(blocks.filter((one) => one.start < one.end));
}
