import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError } from "@/lib/platform/errors/app-error";
import { endEntry } from "./internal/end-entry";
import { canAnswer } from "./policy";
import { getEntry } from "./queries";
import { LIVE_STATUSES } from "./status";

/**
 * Leaves the waitlist; a time that is offered at the moment passes to the next person. An entry that has ended stays as it
 * is. Throws `not-found`, `forbidden`.
 */
export async function leaveWaitlist(actor: Actor, id: string): Promise<{ id: string }> {
  const entry = await getEntry(actor, id);
  if (!canAnswer(actor, entry)) throw new AppError("forbidden", "Only those who book for the patient can do this.");
  const isLive = LIVE_STATUSES.some((status) => status === entry.status);
  if (isLive) await inTransaction(actor, (tx) => endEntry(tx, actor, id, "LEFT", new Date()));
  return { id };
}
