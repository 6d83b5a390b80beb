import { recordNews } from "@/lib/domain/contacts/record-news";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { db, Prisma } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { availabilityChanged } from "@/lib/domain/schedules/events";
import { statusEvent } from "./events";

const BATCH = 100;

type Expired = { id: string; doctorId: string; patientId: string; hospitalId: string | null };

/**
 * Expires appointments for the system (docs/domain.md §3): holds after five minutes, and unanswered requests once their
 * start has passed. A timer runs it on any number of instances; each row is taken by one. Returns how many expired.
 */
export async function expireAppointments(now: Date = new Date()): Promise<number> {
  const holds = await expireWhere(Prisma.sql`"status" = 'HELD' AND "holdExpiresAt" <= ${now}`, now, false);
  const requests = await expireWhere(Prisma.sql`"status" = 'PENDING' AND "startsAt" <= ${now}`, now, true);
  return holds + requests;
}

async function expireWhere(condition: Prisma.Sql, now: Date, notifiesPatient: boolean): Promise<number> {
  let count = 0;
  for (;;) {
    const due = await db.$queryRaw<{ id: string }[]>`SELECT "id" FROM "Appointment" WHERE ${condition} LIMIT ${BATCH}`;
    for (const { id } of due) count += await expireOne(id, condition, now, notifiesPatient);
    // After hours without a timer there are more than fit into one batch.
    if (due.length < BATCH) return count;
  }
}

function expireOne(id: string, condition: Prisma.Sql, now: Date, notifiesPatient: boolean): Promise<0 | 1> {
  return inTransaction(SYSTEM_ACTOR, async (tx) => {
    const [row] = await tx.$queryRaw<Expired[]>`
      UPDATE "Appointment" SET "status" = 'EXPIRED', "version" = "version" + 1, "endedAt" = ${now}, "updatedAt" = ${now}
      WHERE "id" = ${id}::uuid AND ${condition} RETURNING "id", "doctorId", "patientId", "hospitalId"`;
    if (!row) return 0;
    const { id: subjectId, ...concerned } = row;
    const audit = { action: "appointment.expire", subject: "appointment", subjectId, ...concerned };
    await recordNews(tx, SYSTEM_ACTOR, audit, [
      ...(notifiesPatient ? [statusEvent("EXPIRED", row)] : []),
      availabilityChanged(row.doctorId),
    ]);
    return 1;
  });
}
