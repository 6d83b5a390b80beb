import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { Prisma } from "@/lib/platform/db/db";
import type { Sql } from "@/lib/platform/db/sql";
import type { NewsDraft } from "@/lib/domain/contacts/events";
import { recordChange } from "@/lib/actor/record";
import { statusEvent } from "../events";

type Expired = { id: string; patientId: string; hospitalId: string };

/** Ends bookings that have expired by `condition`, and returns them. The caller holds the locks of their beds. */
export function expireWhere(tx: Sql, condition: Prisma.Sql, now: Date): Promise<Expired[]> {
  return tx.$queryRaw<Expired[]>`
    UPDATE "BedBooking" SET "status" = 'EXPIRED', "version" = "version" + 1, "endedAt" = ${now}, "updatedAt" = ${now}
    WHERE ${condition} RETURNING "id"::text, "patientId"::text, "hospitalId"::text`;
}

/**
 * Clears a bed's expired reservations that no timer has cleared yet, when someone claims the bed. Returns their events
 * for the caller to record.
 */
export async function expireReservationsOf(
  tx: Sql,
  bedId: string,
  now: Date,
  exceptId: string | null,
): Promise<NewsDraft[]> {
  const expired = await expireWhere(
    tx,
    Prisma.sql`"bedId" = ${bedId}::uuid AND "status" = 'RESERVED' AND "reservedUntil" <= ${now} AND "id" IS DISTINCT FROM ${exceptId}::uuid`,
    now,
  );
  for (const { id, patientId, hospitalId } of expired) {
    await recordChange(tx, SYSTEM_ACTOR, {
      action: "bed-booking.expire",
      subject: "bed-booking",
      subjectId: id,
      patientId,
      hospitalId,
    });
  }
  return expired.map((booking) => statusEvent("EXPIRED", booking));
}
