import type { Sql } from "@/lib/platform/db/sql";
import { insertStay } from "../statements/bookings";

/** Records that the patient is in this bed from `now` on: a row from which occupancy over time is counted. */
export async function openStay(
  tx: Sql,
  booking: { id: string; hospitalId: string },
  bed: { id: string; wardId: string },
  now: Date,
): Promise<void> {
  await insertStay(tx, { bookingId: booking.id, hospitalId: booking.hospitalId, bed }, now);
}
