import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { queueMessages } from "@/lib/domain/messages/queue-messages";
import { recordChange } from "@/lib/actor/record";
import { RateLimitedError, takeToken } from "@/lib/platform/rate-limit/rate-limit";
import { addressTakenMail } from "./mail-texts";

/**
 * Notifies the owner of an account, by mail and once a day at most, that someone tried to sign up with its address: an
 * owner who forgot learns what to do, and one whose address is being probed finds out.
 */
export async function notifyOwner(email: string): Promise<void> {
  try {
    await takeToken({ name: "sign-up-taken", key: email, limit: 1, windowSeconds: 86_400 });
  } catch (error) {
    if (error instanceof RateLimitedError) return;
    throw error;
  }
  await inTransaction(SYSTEM_ACTOR, async (tx) => {
    const user = await tx.user.findFirst({ where: { email, status: "ACTIVE" }, select: { id: true } });
    if (!user) return;
    const reason = "address-taken";
    const key = `${reason}:${user.id}:${new Date().toISOString().slice(0, 10)}`;
    const content = { letter: addressTakenMail() };
    await queueMessages(tx, [{ key, userId: user.id, reason, channel: "EMAIL", content }]);
    await recordChange(tx, SYSTEM_ACTOR, { action: "account.sign-up-refused", subject: "user", subjectId: user.id });
  });
}
