import { recordNews } from "@/lib/domain/contacts/record-news";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { inBatches } from "@/lib/platform/jobs/in-batches";
import { inTransaction } from "@/lib/actor/transaction";
import { availabilityChanged } from "@/lib/domain/schedules/events";
import { statusEvent } from "./events";
import { expireAppointment, overdueAppointments, type Expiring } from "./statements/appointments";

/**
 * Expires appointments for the system (docs/domain.md §3): holds after five minutes, and unanswered requests once their
 * start has passed. A timer runs it on any number of instances; each row is taken by one. Returns how many expired.
 */
export async function expireAppointments(now: Date = new Date()): Promise<number> {
  const holds = await expireAll("HELD", now);
  const requests = await expireAll("PENDING", now);
  return holds + requests;
}

function expireAll(status: Expiring, now: Date): Promise<number> {
  return inBatches(
    (limit) => overdueAppointments(db, status, now, limit),
    ({ id }) => expireOne(id, status, now),
  );
}

function expireOne(id: string, status: Expiring, now: Date): Promise<0 | 1> {
  return inTransaction(SYSTEM_ACTOR, async (tx) => {
    const [row] = await expireAppointment(tx, id, status, now);
    if (!row) return 0;
    const { id: subjectId, ...concerned } = row;
    const audit = { action: "appointment.expire", subject: "appointment", subjectId, ...concerned };
    await recordNews(tx, SYSTEM_ACTOR, audit, [
      ...(status === "PENDING" ? [statusEvent("EXPIRED", row)] : []),
      availabilityChanged(row.doctorId),
    ]);
    return 1;
  });
}
