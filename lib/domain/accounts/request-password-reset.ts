import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { newSecretToken } from "@/lib/platform/auth/secret-token";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { cancelMessages } from "@/lib/domain/messages/cancel-messages";
import { queueMessages } from "@/lib/domain/messages/queue-messages";
import { addJob } from "@/lib/platform/jobs/add-job";
import { RateLimitedError, takeToken } from "@/lib/platform/rate-limit/rate-limit";
import { passwordResetMail } from "./internal/mail-texts";

export const PASSWORD_RESET_TASK = "send-password-reset";
const VALID_MINUTES = 60;

/**
 * Requests a password reset. A job finds out later whether the address has an account, so the answer and its time are
 * the same for every address. Throws `rate-limited`.
 */
export async function requestPasswordReset(email: string, address: string): Promise<void> {
  await takeToken({ name: "reset-address", key: address, limit: 20, windowSeconds: 3600 });
  if (!(await canMail(email))) return;
  await inTransaction(SYSTEM_ACTOR, async (tx) => {
    await addJob(tx, PASSWORD_RESET_TASK, { email });
    await recordChange(tx, SYSTEM_ACTOR, { action: "account.reset-requested", subject: "user" });
  });
}

/**
 * A few mails an hour to one address, no matter who asks. The answer stays the same beyond them: anyone may enter another's
 * address, and that must not lock its owner out. The last link that was sent still works.
 */
async function canMail(email: string): Promise<boolean> {
  return takeToken({ name: "reset-email", key: email, limit: 5, windowSeconds: 3600 }).then(
    () => true,
    (error: unknown) => {
      if (error instanceof RateLimitedError) return false;
      throw error;
    },
  );
}

/** Sends a single-use link for one hour by mail, as a job; nothing for an unknown address or a suspended account. */
export async function sendPasswordReset(email: string): Promise<void> {
  await inTransaction(SYSTEM_ACTOR, async (tx) => {
    const user = await tx.user.findFirst({ where: { email, status: "ACTIVE" }, select: { id: true } });
    if (!user) return;
    const { token, tokenHash } = newSecretToken();
    await tx.passwordReset.updateMany({ where: { userId: user.id, usedAt: null }, data: { usedAt: new Date() } });
    const about = `password-reset:${user.id}`;
    // The link of an earlier one works no longer.
    await cancelMessages(tx, { about: [about] });
    const expiresAt = new Date(Date.now() + VALID_MINUTES * 60_000);
    const reset = await tx.passwordReset.create({
      data: { userId: user.id, tokenHash, expiresAt },
      select: { id: true },
    });
    await queueMessages(tx, [
      {
        key: `password-reset:${reset.id}`,
        userId: user.id,
        about,
        reason: "password-reset",
        channel: "EMAIL",
        content: { letter: passwordResetMail(token) },
        expiresAt,
      },
    ]);
    await recordChange(tx, SYSTEM_ACTOR, { action: "account.reset-sent", subject: "user", subjectId: user.id });
  });
}
