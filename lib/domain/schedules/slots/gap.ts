import { busyIntervals } from "./busy";
import { compileHours } from "./hours";
import type { OpenSlotsInput, Slot } from "./input";
import { openingsBetween } from "./openings";
import { MINUTE_MS, instantWriter, parseInstant } from "@/lib/platform/time/iso-text";

type GapInput = Omit<OpenSlotsInput, "window" | "stepMinutes" | "minNoticeMinutes">;

/**
 * Returns the gap that starts right now, off the slots' grid, for a walk-in: inside the hours, clear of every booking
 * and its buffers, as long as a slot or as there is room; null when that is less than `leastMinutes`, or the hours
 * aren't open now.
 */
export function gapNow(input: GapInput, leastMinutes: number): Slot | null {
  const start = Math.floor(parseInstant(input.now) / MINUTE_MS) * MINUTE_MS;
  const wanted = start + input.slotMinutes * MINUTE_MS;
  const opening = openingsBetween(compileHours(input), start, wanted).find(
    (one) => one.start <= start && one.end > start,
  );
  if (!opening) return null;
  const buffers = (input.bufferBeforeMinutes + input.bufferAfterMinutes) * MINUTE_MS;
  const next = busyIntervals(input.bookings, buffers).find((busy) => busy.end > start);
  const end = Math.min(wanted, opening.end, next?.start ?? Infinity);
  if (end - start < Math.min(leastMinutes, input.slotMinutes) * MINUTE_MS) return null;
  const write = instantWriter();
  return { start: write(start), end: write(end) };
}
