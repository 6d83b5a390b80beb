import type { Actor } from "@/lib/actor/actor";
import type { Sql } from "@/lib/platform/db/sql";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { notFound } from "@/lib/platform/errors/app-error";
import { availabilityChanged } from "@/lib/domain/schedules/events";
import { endOwnHolds } from "./statements/appointments";

/** Releases a hold early. Only the holder's own hold exists for them: `not-found` otherwise. */
export async function releaseHold(actor: Actor, id: string): Promise<void> {
  const { userId } = actor;
  if (userId === null) throw notFound();
  await inTransaction(actor, async (tx) => {
    const own = { id, status: "HELD" as const, bookedByUserId: userId };
    const held = await tx.appointment.findFirst({ where: own, select: { doctorId: true, patientId: true } });
    if (!held) throw notFound();
    const released = await tx.appointment.updateMany({
      where: own,
      data: { status: "EXPIRED", version: { increment: 1 } },
    });
    if (released.count === 0) throw notFound();
    const audit = { action: "appointment.release-hold", subject: "appointment", subjectId: id, ...held };
    await recordChange(tx, actor, audit, [availabilityChanged(held.doctorId)]);
  });
}

/**
 * Releases the actor's current hold with this doctor, if any, because a user holds one slot per doctor at a time.
 * Returns those still active.
 */
export async function dropOwnHold(tx: Sql, actor: Actor, doctorId: string, now: Date): Promise<string[]> {
  const dropped = await endOwnHolds(tx, actor.userId, doctorId, now);
  return dropped.filter(({ wasLive }) => wasLive).map(({ id }) => id);
}
