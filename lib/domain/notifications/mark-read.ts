import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { notificationsRead } from "./events";
import { visibleTo } from "./policy";

/** Marks the actor's notifications as read: the given ones, or all. Every open tab updates. */
export async function markRead(actor: Actor, input: { ids?: string[] }): Promise<{ marked: number }> {
  const { userId } = actor;
  return inTransaction(actor, async (tx) => {
    const where = { ...visibleTo(actor), readAt: null, ...(input.ids ? { id: { in: input.ids } } : {}) };
    const { count } = await tx.notification.updateMany({ where, data: { readAt: new Date() } });
    if (count > 0 && userId) {
      const audit = { action: "notification.read", subject: "user", subjectId: userId };
      await recordChange(tx, actor, audit, [notificationsRead(userId)]);
    }
    return { marked: count };
  });
}
