import type { Actor } from "@/lib/actor/actor";
import { isStillHere } from "@/lib/domain/queues/queries";
import { markCalled } from "./internal/mark-called";
import { changeTurn, notWaiting } from "./internal/run-queue";
import type { TicketOutput } from "./schema";

/** Calls someone out of turn, or again. Throws `not-found`, `invalid-transition` (they no longer wait). */
export function callPatient(actor: Actor, appointmentId: string): Promise<TicketOutput> {
  return changeTurn(actor, appointmentId, async (tx, ticket, queue) => {
    if (!(await isStillHere(tx, appointmentId))) throw notWaiting();
    await markCalled(tx, queue.id, ticket);
    return { action: "appointment.call", event: "queue.called" };
  });
}
