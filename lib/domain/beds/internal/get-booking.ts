import type { Actor } from "@/lib/actor/actor";
import type { Sql } from "@/lib/platform/db/sql";
import { notFound } from "@/lib/platform/errors/app-error";
import type { BedBookingRow } from "../queries";
import { visibleBooking } from "../statements/bookings";

/** A booking and, from the same statement, the database's time and whether its hospital is listed. */
export type Found = { booking: BedBookingRow; now: Date; isListed: boolean };

/**
 * Returns a booking the actor may see, as a use case needs it; throws `not-found` for all others alike. Under the locks
 * of its beds the time is later than everything that has happened to them, whatever the processes' clocks say.
 */
export async function getBooking(client: Sql, actor: Actor, id: string): Promise<Found> {
  const staffOf = actor.staffRole === null ? null : actor.hospitalId;
  const [row] = await visibleBooking(client, id, actor.patientIds, staffOf);
  if (!row) throw notFound();
  const { now, isListed, ...booking } = row;
  return { booking, now, isListed };
}
