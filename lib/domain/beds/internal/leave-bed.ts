import type { Sql } from "@/lib/platform/db/sql";
import type { EventDraft } from "@/lib/actor/record";
import { bedStateEvent } from "../events";

/**
 * Records that the patient has left a bed at `now`: the stay in it ends, and cleaning takes as long as the ward says.
 * Returns the event.
 */
export async function leaveBed(
  tx: Sql,
  booking: { id: string; hospitalId: string },
  bedId: string,
  now: Date,
): Promise<EventDraft> {
  await tx.$executeRaw`
    WITH closed AS (UPDATE "BedStay" SET "endsAt" = ${now} WHERE "bookingId" = ${booking.id}::uuid AND "endsAt" IS NULL)
    UPDATE "Bed" b SET "state" = 'CLEANING', "stateReason" = NULL, "stateChangedAt" = ${now},
      "cleaningDueAt" = ${now}::timestamptz + make_interval(mins => w."cleaningMinutes"), "version" = b."version" + 1, "updatedAt" = ${now}
    FROM "Ward" w WHERE w."id" = b."wardId" AND b."id" = ${bedId}::uuid`;
  return bedStateEvent("CLEANING", { id: bedId, hospitalId: booking.hospitalId });
}
