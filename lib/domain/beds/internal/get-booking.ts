import type { Actor } from "@/lib/actor/actor";
import type { Sql } from "@/lib/platform/db/sql";
import type { RowOf } from "@/lib/platform/db/statement";
import { notFound } from "@/lib/platform/errors/app-error";
import { visibleBooking } from "../statements/bookings";

/** A booking without its texts and, from the same statement, the database's time and whether its hospital is listed. */
export type Found = { booking: StoredBooking; now: Date; isListed: boolean };

/** A booking as it is stored: its texts stand in a table of their own. */
export type StoredBooking = Omit<RowOf<typeof visibleBooking>, "now" | "isListed">;

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
