import type { Actor } from "@/lib/actor/actor";
import { afterRecall, isSetAside } from "@/lib/domain/queues/rules";
import { AppError } from "@/lib/platform/errors/app-error";
import { changeTurn } from "./internal/run-queue";
import type { TicketOutput } from "./schema";

/**
 * Puts someone who missed every call and is back into the line again, behind the next two. Throws `not-found`,
 * `invalid-transition` (they are not set aside, or no longer wait).
 */
export function recallPatient(actor: Actor, appointmentId: string): Promise<TicketOutput> {
  return changeTurn(actor, appointmentId, async (tx, ticket, { calls }) => {
    if (ticket.calledAt || !isSetAside(ticket))
      throw new AppError("invalid-transition", "They haven't missed two calls.");
    await tx.queueTicket.update({ where: { appointmentId }, data: afterRecall(calls) });
    return { action: "appointment.recall", event: "queue.recalled" };
  });
}
