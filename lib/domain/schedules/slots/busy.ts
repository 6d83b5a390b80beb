import { invalidField, requireObject } from "./hours";
import type { Booking } from "./input";
import { mergeSpans, type Span } from "./spans";
import { parseInstant } from "@/lib/platform/time/iso-text";

/** Statuses in which a booking no longer occupies time. */
const INACTIVE_STATUSES: ReadonlySet<string> = new Set(["CANCELLED", "DECLINED", "EXPIRED", "NO_SHOW", "LEFT"]);

/** Tells whether a booking with this status occupies the doctor's time; without a status it does. */
export function isBlockingStatus(status: string | null | undefined): boolean {
  return status == null || !INACTIVE_STATUSES.has(status);
}

/** Returns start and end of a booking in epoch milliseconds. Throws `invalid` naming the invalid field. */
export function bookingInterval(booking: Booking, index: number): Span {
  requireObject(booking, `bookings.${index}`);
  const start = msOf(booking.start);
  if (Number.isNaN(start)) throw invalidField(`bookings.${index}.start`, "This must be an ISO 8601 instant.");
  const end = msOf(booking.end);
  if (Number.isNaN(end)) throw invalidField(`bookings.${index}.end`, "This must be an ISO 8601 instant.");
  if (end < start) throw invalidField(`bookings.${index}.end`, "This must not be before the start.");
  return { start, end };
}

function msOf(instant: string | number): number {
  return typeof instant === "number" ? instant : parseInstant(instant);
}

/**
 * Returns where an unpadded visit can't be, ascending and merged. The padded intervals of two visits overlap exactly
 * when one visit overlaps the other grown by both buffers on both sides, so growing the bookings once is enough.
 */
export function busyIntervals(bookings: readonly Booking[], bothBuffersMs: number): Span[] {
  const grown: Span[] = [];
  bookings.forEach((booking, index) => {
    const visit = bookingInterval(booking, index);
    visit.start -= bothBuffersMs;
    visit.end += bothBuffersMs;
    if (isBlockingStatus(booking.status) && visit.start < visit.end) grown.push(visit);
  });
  return mergeSpans(grown);
}
