import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { queueMail } from "@/lib/platform/mail/queue-mail";
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
    const user = await tx.user.findFirst({ where: { email, status: "ACTIVE" }, select: { id: true, email: true } });
    if (!user) return;
    await queueMail(tx, { to: user.email, ...addressTakenMail() });
    await recordChange(tx, SYSTEM_ACTOR, { action: "account.sign-up-refused", subject: "user", subjectId: user.id });
  });
}
