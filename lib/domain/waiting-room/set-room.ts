import type { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { queueEvent } from "@/lib/domain/queues/events";
import { openQueueNow } from "@/lib/domain/queues/give-number";
import { listFollowers } from "@/lib/domain/queues/queries";
import { db } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { canRunQueue } from "./policy";
import { getQueueIn, toQueueOutput } from "./queries";
import type { QueueOutput, roomForm } from "./schema";

/**
 * Says in which room a doctor works at a place today, or in none; today's queue begins with it if there is none. Throws
 * `not-found` for everyone but the doctor and the front desk of the hospital, where the doctor works now.
 */
export async function setRoom(
  actor: Actor,
  { doctorId, hospitalId: hospital, room }: z.output<typeof roomForm>,
): Promise<QueueOutput> {
  const place = { doctorId, hospitalId: hospital ?? null };
  if (!canRunQueue(actor, place) || !(await isPlaceOf(place))) throw notFound();
  const id = await inTransaction(actor, async (tx) => {
    const id = await openQueueNow(tx, place, new Date());
    await tx.waitingQueue.update({ where: { id }, data: { room } });
    const audit = { action: "queue.set-room", subject: "waiting-queue", subjectId: id, ...place };
    const events = (await listFollowers(tx, id)).map((queue) => queueEvent("queue.room-changed", queue));
    await recordChange(tx, actor, audit, events);
    return id;
  });
  return toQueueOutput(await getQueueIn(db, actor, id));
}

/** Whether the doctor works at this hospital; everyone has a practice of their own. */
async function isPlaceOf({ doctorId, hospitalId }: { doctorId: string; hospitalId: string | null }): Promise<boolean> {
  return hospitalId === null || (await db.affiliation.count({ where: { doctorId, hospitalId, status: "ACTIVE" } })) > 0;
}
