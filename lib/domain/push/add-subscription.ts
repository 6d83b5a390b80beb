import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { config } from "@/lib/platform/config/config";
import { AppError } from "@/lib/platform/errors/app-error";
import { arePushKeys } from "@/lib/platform/push/encrypt-push";
import { pushAddress } from "@/lib/platform/push/push-address";
import { subscriptionAdded } from "./events";
import { visibleTo } from "./policy";
import { subscriptionSelect } from "./queries";
import { deviceNameOf, MAX_SUBSCRIPTIONS } from "./rules";
import type { AddSubscriptionInput } from "./schema";
import { deleteBeyond, lockOwner, lockSession, upsertSubscription } from "./statements";

/**
 * Has a browser show the actor's notifications; one that does already is confirmed, and belongs to this session from now on. Throws
 * `invalid` (no push service, no such keys, or another account's browser), `unavailable` where no push is sent, and
 * `unauthenticated` when the session has ended meanwhile.
 */
export async function addSubscription(actor: Actor, input: AddSubscriptionInput & { userAgent: string }) {
  const { userId, sessionId } = actor;
  if (!userId) throw new AppError("unauthenticated");
  const { endpoint, p256dh, auth } = readAddress(input);
  return inTransaction(actor, async (tx) => {
    // In the order in which signing out everywhere locks them.
    const [owner] = await lockOwner(tx, userId);
    const [session] = sessionId === null ? [owner] : await lockSession(tx, sessionId);
    if (!owner || !session) throw new AppError("unauthenticated");
    const device = deviceNameOf(input.userAgent);
    const [row] = await upsertSubscription(tx, { userId, sessionId, endpoint, p256dh, auth, device });
    if (!row) throw invalid("endpoint", "Must be this browser's own subscription");
    const { replaces } = input;
    if (replaces !== undefined && replaces !== endpoint)
      await tx.pushSubscription.deleteMany({ where: { ...visibleTo(actor), endpoint: replaces } });
    await deleteBeyond(tx, userId, MAX_SUBSCRIPTIONS);
    if (row.isNew) {
      const audit = { action: "push-subscription.added", subject: "user", subjectId: userId };
      await recordChange(tx, actor, audit, [subscriptionAdded(userId)]);
    }
    return tx.pushSubscription.findUniqueOrThrow({ where: { id: row.id }, select: subscriptionSelect });
  });
}

function readAddress({ endpoint, keys }: AddSubscriptionInput) {
  const { push } = config;
  if (!push) throw new AppError("unavailable", "This site sends no notifications to devices.");
  const url = pushAddress(endpoint, push.hosts);
  if (!url) throw invalid("endpoint", "Must be an https address of a known push service");
  const [p256dh, auth] = [keys.p256dh.replace(/=+$/, ""), keys.auth.replace(/=+$/, "")];
  if (!arePushKeys({ p256dh, auth })) throw invalid("keys", "Must be the keys of a browser's push subscription");
  // As it will be read: two spellings of one address are one browser.
  return { endpoint: url.href, p256dh, auth };
}

function invalid(path: string, message: string): AppError {
  return new AppError("invalid", undefined, { fields: [{ path, message }] });
}
