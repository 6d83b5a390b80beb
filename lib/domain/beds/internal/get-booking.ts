import type { Actor } from "@/lib/actor/actor";
import { Prisma } from "@/lib/platform/db/db";
import type { Sql } from "@/lib/platform/db/sql";
import { notFound } from "@/lib/platform/errors/app-error";
import { BED_BOOKING_COLUMNS, type BedBookingRow } from "../queries";

/** A booking and, from the same statement, the database's time and whether its hospital is listed. */
export type Found = { booking: BedBookingRow; now: Date; isListed: boolean };

/**
 * Returns a booking the actor may see, as a use case needs it; throws `not-found` for all others alike. Under the locks
 * of its beds the time is later than everything that has happened to them, whatever the processes' clocks say.
 */
export async function getBooking(from: Sql, actor: Actor, id: string): Promise<Found> {
  const staffOf = actor.staffRole === null ? null : actor.hospitalId;
  const [row] = await from.$queryRaw<(BedBookingRow & { now: Date; isListed: boolean })[]>`
    SELECT ${BED_BOOKING_COLUMNS}, clock_timestamp() AS "now",
      (SELECT h."verification" = 'VERIFIED' FROM "Hospital" h WHERE h."id" = "hospitalId") AS "isListed"
    FROM "BedBooking" WHERE "id" = ${id}::uuid AND ${visible(actor.patientIds, staffOf)}`;
  if (!row) throw notFound();
  const { now, isListed, ...booking } = row;
  return { booking, now, isListed };
}

/** `visibleTo` in SQL. */
function visible(patientIds: string[], hospitalId: string | null): Prisma.Sql {
  return Prisma.sql`("patientId" = ANY(${patientIds}::uuid[]) OR "hospitalId" = ${hospitalId}::uuid)`;
}
