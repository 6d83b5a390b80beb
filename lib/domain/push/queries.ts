import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { visibleTo } from "./policy";
import { MAX_SUBSCRIPTIONS } from "./rules";

export const subscriptionSelect = { id: true, device: true, createdAt: true, seenAt: true, lastUsedAt: true } as const;

/** Unsafe: of any account. Returns which of these have a browser that shows their notifications. */
export async function unsafeListAccountsWithBrowsers(userIds: string[]): Promise<string[]> {
  const where = { userId: { in: [...new Set(userIds)] } };
  const rows = await db.pushSubscription.findMany({ where, distinct: ["userId"], select: { userId: true } });
  return rows.map(({ userId }) => userId);
}

/** Returns the actor's browsers that show notifications, the one seen last first. */
export async function listSubscriptions(actor: Actor) {
  return db.pushSubscription.findMany({
    where: visibleTo(actor),
    orderBy: [{ seenAt: "desc" }, { id: "desc" }],
    take: MAX_SUBSCRIPTIONS,
    select: subscriptionSelect,
  });
}
