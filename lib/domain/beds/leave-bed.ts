import type { Tx } from "@/lib/platform/db/db";
import type { EventDraft } from "@/lib/platform/events/record";
import { bedStateEvent } from "./events";

/**
 * The patient has left a bed at `now`: the stay in it is over, and housekeeping has as long as the ward says. Returns
 * the event that tells of it.
 */
export async function leaveBed(tx: Tx, booking: { id: string; hospitalId: string }, bedId: string, now: Date): Promise<EventDraft> {
  await tx.bedStay.updateMany({ where: { bookingId: booking.id, endsAt: null }, data: { endsAt: now } });
  await tx.$executeRaw`
    UPDATE "Bed" b SET "state" = 'CLEANING', "stateReason" = NULL, "stateChangedAt" = ${now},
      "cleaningDueAt" = ${now}::timestamptz + make_interval(mins => w."cleaningMinutes"), "version" = b."version" + 1, "updatedAt" = ${now}
    FROM "Ward" w WHERE w."id" = b."wardId" AND b."id" = ${bedId}::uuid`;
  return bedStateEvent("CLEANING", { id: bedId, hospitalId: booking.hospitalId });
}
