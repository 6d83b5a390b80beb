import { issueResetLink } from "@/lib/domain/accounts/issue-reset-link";
import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { takeToken } from "@/lib/platform/rate-limit/rate-limit";
import { instantText } from "@/lib/platform/time/iso-text";
import { canAdminister } from "./policy";

/**
 * Sends the owner of an account a link to choose a password, to the account's own address; earlier links stop working. Throws
 * `not-found` (also for everyone but administrators), `forbidden` for a suspended account, `rate-limited` beyond five an hour.
 */
export async function sendPasswordLink(actor: Actor, userId: string): Promise<{ expiresAt: string }> {
  if (!canAdminister(actor)) throw notFound();
  await takeToken({ name: "password-link", key: userId, limit: 5, windowSeconds: 3600 });
  return inTransaction(actor, async (tx) => {
    const user = await tx.user.findUnique({ where: { id: userId }, select: { status: true } });
    if (!user) throw notFound();
    if (user.status !== "ACTIVE") throw new AppError("forbidden", "This account is suspended. Reinstate it first.");
    const expiresAt = await issueResetLink(tx, userId, "administrator");
    await recordChange(tx, actor, { action: "user.send-password-link", subject: "user", subjectId: userId });
    return { expiresAt: instantText(expiresAt) };
  });
}
