import type { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { changeTurn } from "./internal/run-queue";
import type { priorityForm, TicketOutput } from "./schema";

/**
 * Lets someone go first, with a reason, or puts them back into their turn. Their place among the urgent stays when only the
 * reason changes. Throws `not-found`, `invalid-transition` (they no longer wait).
 */
export function setPriority(
  actor: Actor,
  { appointmentId, reason }: z.output<typeof priorityForm>,
): Promise<TicketOutput> {
  return changeTurn(actor, appointmentId, async (tx, { priority }) => {
    const keepsSince = reason !== null && priority !== null;
    await tx.queueTicket.update({
      where: { appointmentId },
      data: { priority: reason, ...(keepsSince ? {} : { priorityAt: reason && new Date() }) },
    });
    const action = reason ? "appointment.prioritise" : "appointment.end-priority";
    return { action, event: "queue.priority-changed", details: { reason: reason ?? priority } };
  });
}
