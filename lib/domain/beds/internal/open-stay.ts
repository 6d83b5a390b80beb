import { v7 as uuidv7 } from "uuid";
import type { Sql } from "@/lib/platform/db/sql";

/** Records that the patient is in this bed from `now` on: a row from which occupancy over time is counted. */
export async function openStay(
  tx: Sql,
  booking: { id: string; hospitalId: string },
  bed: { id: string; wardId: string },
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "BedStay" ("id", "hospitalId", "wardId", "bedId", "bookingId", "startsAt")
    VALUES (${uuidv7()}::uuid, ${booking.hospitalId}::uuid, ${bed.wardId}::uuid, ${bed.id}::uuid, ${booking.id}::uuid, ${now})`;
}
