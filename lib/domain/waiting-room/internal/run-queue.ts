import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { queueEvent, type QueueEventType } from "@/lib/domain/queues/events";
import { listFollowers, unsafeListTurns } from "@/lib/domain/queues/queries";
import { db, type Tx } from "@/lib/platform/db/db";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { getQueueId, getQueueIn, toTicketOutput, type QueueRow } from "../queries";
import type { TicketOutput } from "../schema";

/** The lock under which a queue calls, so that no two of its desks decide at once. */
export const queueLock = (id: string) => `waiting-queue:${id}`;

type Step = { action: string; event: QueueEventType; details?: Record<string, string | null> };
export type Ticket = NonNullable<Awaited<ReturnType<typeof findTicket>>>;

/**
 * Does something with one person's turn, under the queue's lock, and records it; returns their turn afterwards. `step`
 * changes the ticket and says what that was. Throws `not-found`, and `invalid-transition` for someone who no longer waits.
 */
export async function changeTurn(
  actor: Actor,
  appointmentId: string,
  step: (tx: Tx, ticket: Ticket, queue: QueueRow) => Promise<Step>,
): Promise<TicketOutput> {
  const id = await getQueueId(actor, appointmentId);
  await inTransaction(
    actor,
    async (tx) => {
      const queue = await getQueueIn(tx, actor, id);
      const ticket = await findTicket(tx, appointmentId, id);
      if (!ticket) throw notFound();
      const done = await step(tx, ticket, queue);
      await recordTurn(tx, actor, ticket, queue, done);
    },
    { locks: [queueLock(id)] },
  );
  return getTurn(actor, id, appointmentId);
}

/** Records what happened to someone's turn: in their history, and for everyone who follows the queue. */
export async function recordTurn(
  tx: Tx,
  actor: Actor,
  { appointmentId, patientId }: { appointmentId: string; patientId: string },
  queue: { id: string; doctorId: string; hospitalId: string | null },
  { action, event, details }: Step,
): Promise<void> {
  const { id, doctorId, hospitalId } = queue;
  const about = { subject: "appointment", subjectId: appointmentId, patientId, doctorId, hospitalId };
  const events = (await listFollowers(tx, id)).map((followed) => queueEvent(event, followed));
  await recordChange(tx, actor, { action, ...about, ...(details ? { details } : {}) }, events);
}

async function findTicket(tx: Tx, appointmentId: string, queueId: string) {
  const row = await tx.queueTicket.findFirst({
    where: { appointmentId, queueId, appointment: { status: "CHECKED_IN" } },
    select: {
      appointmentId: true,
      calledAt: true,
      misses: true,
      returnsAfter: true,
      priority: true,
      appointment: { select: { patientId: true } },
    },
  });
  if (!row) throw notWaiting();
  const { appointment, ...ticket } = row;
  return { ...ticket, patientId: appointment.patientId };
}

/** The error for someone who has been seen or has left in the meantime. */
export function notWaiting(): AppError {
  return new AppError("invalid-transition", "They are no longer waiting.");
}

/** Returns someone's turn as it is now. Throws `not-found`. */
export async function getTurn(actor: Actor, queueId: string, appointmentId: string): Promise<TicketOutput> {
  const queue = await getQueueIn(db, actor, queueId);
  const turns = (await unsafeListTurns(db, [queue], new Date())).flat();
  const turn = turns.find((one) => one.appointmentId === appointmentId);
  if (!turn) throw notWaiting();
  return toTicketOutput(turn, queue.letter);
}
