import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import type { Sql } from "@/lib/platform/db/sql";
import type { NewsDraft } from "@/lib/domain/contacts/events";
import { recordChange } from "@/lib/actor/record";
import { statusEvent } from "../events";
import { expireReservationsOfBed } from "../statements/bookings";

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
  const expired = await expireReservationsOfBed(tx, bedId, exceptId, now);
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
