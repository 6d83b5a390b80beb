import { recordNews } from "@/lib/domain/contacts/record-news";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { db, Prisma } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { capacityChanged } from "@/lib/domain/hospitals/events";
import { statusEvent } from "./events";
import { expireWhere } from "./internal/expire-reservations";
import { REQUEST_GRACE_HOURS } from "./rules";

const BATCH = 100;

/**
 * Expires bed bookings for the system (docs/domain.md §4): unused reservations, and requests whose day has passed. A
 * timer runs it on any number of instances; each row is taken by one. Returns how many expired.
 */
export async function expireBedBookings(now: Date = new Date()): Promise<number> {
  const dayPassed = new Date(now.getTime() - REQUEST_GRACE_HOURS * 3_600_000);
  const reservations = await expireAll(Prisma.sql`"status" = 'RESERVED' AND "reservedUntil" <= ${now}`, now);
  return reservations + (await expireAll(Prisma.sql`"status" = 'REQUESTED' AND "startsAt" <= ${dayPassed}`, now));
}

type Due = { id: string; bedId: string | null; patientId: string };

async function expireAll(condition: Prisma.Sql, now: Date): Promise<number> {
  let count = 0;
  for (;;) {
    const due = await db.$queryRaw<
      Due[]
    >`SELECT "id"::text, "bedId"::text, "patientId"::text FROM "BedBooking" WHERE ${condition} LIMIT ${BATCH}`;
    for (const one of due) count += await expireOne(one, condition, now);
    // After hours without a timer there are more than fit into one batch.
    if (due.length < BATCH) return count;
  }
}

function expireOne({ id, bedId, patientId }: Due, condition: Prisma.Sql, now: Date): Promise<0 | 1> {
  return inTransaction(
    SYSTEM_ACTOR,
    async (tx) => {
      // Moved to another bed meanwhile, whose lock is not held here: left to the next round.
      const same = Prisma.sql`"id" = ${id}::uuid AND "bedId" IS NOT DISTINCT FROM ${bedId}::uuid AND ${condition}`;
      const [row] = await expireWhere(tx, same, now);
      if (!row) return 0;
      const { hospitalId } = row;
      const audit = { action: "bed-booking.expire", subject: "bed-booking", subjectId: id, patientId, hospitalId };
      await recordNews(tx, SYSTEM_ACTOR, audit, [statusEvent("EXPIRED", row), capacityChanged(hospitalId)]);
      return 1;
    },
    { locks: [...(bedId ? [`bed:${bedId}`] : []), `stay:${patientId}`] },
  );
}
