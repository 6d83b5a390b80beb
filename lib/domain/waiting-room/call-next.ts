import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { findNextIn } from "@/lib/domain/queues/queries";
import { AppError } from "@/lib/platform/errors/app-error";
import { requireVersion, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { markCalled } from "./internal/mark-called";
import { getTurn, queueLock, recordTurn } from "./internal/run-queue";
import { getQueueIn } from "./queries";
import type { TicketOutput } from "./schema";

/**
 * Calls whose turn it is. Two desks that call at once call two people; a desk that names the version of
 * the queue it has read calls no one if another was faster. Throws `not-found`, `invalid-transition` (no one waits), `version-mismatch`.
 */
export async function callNext(actor: Actor, id: string, expectedVersion?: ExpectedVersion): Promise<TicketOutput> {
  const appointmentId = await inTransaction(
    actor,
    async (tx) => {
      const queue = await getQueueIn(tx, actor, id);
      requireVersion(queue, expectedVersion, "Someone else has just called a patient from this queue.");
      const next = await findNextIn(tx, queue);
      if (!next) throw new AppError("invalid-transition", "No one is waiting to be called.");
      await markCalled(tx, id, next);
      await recordTurn(tx, actor, next, queue, { action: "appointment.call", event: "queue.called" });
      return next.appointmentId;
    },
    { locks: [queueLock(id)] },
  );
  return getTurn(actor, id, appointmentId);
}
