import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { addJob } from "@/lib/platform/jobs/add-job";
import { RateLimitedError, takeToken } from "@/lib/platform/rate-limit/rate-limit";
import { issueResetLink } from "./issue-reset-link";

export const PASSWORD_RESET_TASK = "send-password-reset";

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
    await issueResetLink(tx, user.id, "owner");
    await recordChange(tx, SYSTEM_ACTOR, { action: "account.reset-sent", subject: "user", subjectId: user.id });
  });
}
