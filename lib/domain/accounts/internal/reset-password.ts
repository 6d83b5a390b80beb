import type { z } from "zod";
import { SYSTEM_ACTOR, type Actor } from "@/lib/actor/actor";
import { hashPassword } from "@/lib/platform/auth/password";
import { hashSecretToken } from "@/lib/platform/auth/secret-token";
import { db } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { queueMessages } from "@/lib/domain/messages/queue-messages";
import { recordChange } from "@/lib/actor/record";
import { AppError } from "@/lib/platform/errors/app-error";
import { takeToken } from "@/lib/platform/rate-limit/rate-limit";
import { endSessions } from "../end-sessions";
import { sessionsEnded } from "../events";
import { requireGoodPassword } from "./check-password";
import { passwordChanged } from "./mail-texts";
import type { resetPasswordInput } from "../schema";

/**
 * Sets a new password by the link from the mail, which works once. Ends every session and token of the account. Throws
 * `invalid-token` for a link that is unknown, used or expired, `invalid` for a weak password.
 */
export async function resetPassword(input: z.infer<typeof resetPasswordInput>, address: string): Promise<void> {
  await takeToken({ name: "reset-use", key: address, limit: 30, windowSeconds: 3600 });
  const tokenHash = hashSecretToken(input.token);
  const usable = { tokenHash, usedAt: null, expiresAt: { gt: new Date() }, user: { status: "ACTIVE" as const } };
  const reset = await db.passwordReset.findFirst({
    where: usable,
    select: { id: true, user: { select: { id: true, name: true, email: true } } },
  });
  if (!reset) throw linkInvalid();
  await requireGoodPassword(input.newPassword, reset.user, "newPassword");
  const { user } = reset;
  const passwordHash = await hashPassword(input.newPassword);
  const actor: Actor = { ...SYSTEM_ACTOR, userId: user.id, via: "session" };
  await inTransaction(actor, async (tx) => {
    const { count } = await tx.passwordReset.updateMany({
      where: { id: reset.id, usedAt: null },
      data: { usedAt: new Date() },
    });
    if (count === 0) throw linkInvalid();
    await tx.user.update({ where: { id: user.id }, data: { passwordHash }, select: { id: true } });
    await endSessions(tx, user.id);
    await queueMessages(tx, [passwordChanged(user.id)]);
    await recordChange(tx, actor, { action: "account.password-reset", subject: "user", subjectId: user.id }, [
      sessionsEnded(user.id),
    ]);
  });
}

function linkInvalid(): AppError {
  return new AppError("invalid-token", "This link has been used or is older than an hour. Ask for a new one.");
}
