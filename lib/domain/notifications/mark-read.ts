import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { notificationsRead } from "./events";
import { visibleTo } from "./policy";

/** Marks the actor's notifications as read: the given ones, those about one thing, or all. Every open tab updates. */
export async function markRead(
  actor: Actor,
  { ids, groupId }: { ids?: string[]; groupId?: string },
): Promise<{ marked: number }> {
  const { userId } = actor;
  return inTransaction(actor, async (tx) => {
    const chosen = { ...(ids ? { id: { in: ids } } : {}), ...(groupId ? { groupId } : {}) };
    const where = { ...visibleTo(actor), readAt: null, ...chosen };
    const { count } = await tx.notification.updateMany({ where, data: { readAt: new Date() } });
    if (count > 0 && userId) {
      const audit = { action: "notification.read", subject: "user", subjectId: userId };
      await recordChange(tx, actor, audit, [notificationsRead(userId)]);
    }
    return { marked: count };
  });
}
