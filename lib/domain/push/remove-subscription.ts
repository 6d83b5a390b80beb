import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { notFound } from "@/lib/platform/errors/app-error";
import { subscriptionRemoved } from "./events";
import { visibleTo } from "./policy";

/** Ends the notifications of one of the actor's browsers. Throws `not-found`. */
export async function removeSubscription(actor: Actor, { id }: { id: string }): Promise<void> {
  const { userId } = actor;
  if (!userId) throw notFound();
  await inTransaction(actor, async (tx) => {
    const { count } = await tx.pushSubscription.deleteMany({ where: { AND: [{ id }, visibleTo(actor)] } });
    if (count === 0) throw notFound();
    const audit = { action: "push-subscription.removed", subject: "user", subjectId: userId };
    await recordChange(tx, actor, audit, [subscriptionRemoved(userId)]);
  });
}
