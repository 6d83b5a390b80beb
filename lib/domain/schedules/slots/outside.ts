import { bookingInterval, isBlockingStatus } from "./busy";
import { compileHours } from "./hours";
import type { Booking, Hours } from "./input";
import { openingsBetween } from "./openings";

/**
 * Returns the active bookings outside these hours, in the order given: those not wholly inside one merged opening. The
 * grid, buffers and notice do not matter, because an existing visit need not be on the new grid. Throws `invalid`
 * naming the invalid field.
 */
export function outsideHours<T extends Booking>(bookings: readonly T[], hours: Hours): T[] {
  const compiled = compileHours(hours);
  return bookings.filter((booking, index) => {
    const { start, end } = bookingInterval(booking, index);
    if (!isBlockingStatus(booking.status)) return false;
    return !openingsBetween(compiled, start, end).some((one) => one.start <= start && end <= one.end);
  });
}
