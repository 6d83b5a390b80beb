import type { Actor } from "@/lib/actor/actor";
import { afterMiss } from "@/lib/domain/queues/rules";
import { AppError } from "@/lib/platform/errors/app-error";
import { changeTurn } from "./internal/run-queue";
import type { TicketOutput } from "./schema";

/**
 * Records that someone who was called isn't here: they are called again after the next two, and set aside after two missed
 * calls. Throws `not-found`, `invalid-transition` (they are not called, or no longer wait).
 */
export function missCall(actor: Actor, appointmentId: string): Promise<TicketOutput> {
  return changeTurn(actor, appointmentId, async (tx, { calledAt, misses }, { calls }) => {
    if (!calledAt) throw new AppError("invalid-transition", "They haven't been called.");
    await tx.queueTicket.update({ where: { appointmentId }, data: { calledAt: null, ...afterMiss(misses, calls) } });
    return { action: "appointment.miss-call", event: "queue.call-missed" };
  });
}
