import { bookingInterval, isBlockingStatus } from "./slots-busy";
import { compileHours } from "./slots-hours";
import type { Booking, Hours } from "./slots-input";
import { openingsBetween } from "./slots-openings";

/**
 * The live bookings that would fall outside these hours, in the order given: those that do not lie wholly inside one
 * merged opening. The grid, buffers and notice do not matter, a visit already agreed need not sit on the new grid.
 * Throws `invalid` naming the faulty field.
 */
export function outsideHours<T extends Booking>(bookings: readonly T[], hours: Hours): T[] {
  const compiled = compileHours(hours);
  return bookings.filter((booking, index) => {
    const { start, end } = bookingInterval(booking, index);
    if (!isBlockingStatus(booking.status)) return false;
    return !openingsBetween(compiled, start, end).some((one) => one.start <= start && end <= one.end);
  });
}
