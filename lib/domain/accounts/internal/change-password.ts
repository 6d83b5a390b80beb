import type { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { hashPassword, passwordMatches } from "@/lib/platform/auth/password";
import type { OpenSession } from "@/lib/platform/auth/session-token";
import { db } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { queueMessages } from "@/lib/domain/messages/queue-messages";
import { recordChange } from "@/lib/actor/record";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { takeToken } from "@/lib/platform/rate-limit/rate-limit";
import { endSessions } from "../end-sessions";
import { sessionsEnded } from "../events";
import { requireGoodPassword } from "./check-password";
import { passwordChanged } from "./mail-texts";
import { replaceSession } from "../open-session";
import { ownOf } from "../policy";
import type { changePasswordInput } from "../schema";

/**
 * Changes the actor's password, given the current one. Ends every session and token; returns the session that replaces
 * the current one. Throws `invalid` bound to the invalid field, or `rate-limited`.
 */
export async function changePassword(
  actor: Actor,
  input: z.infer<typeof changePasswordInput>,
): Promise<OpenSession | null> {
  const user = await db.user.findFirst({
    where: ownOf(actor),
    select: { id: true, name: true, email: true, passwordHash: true, sessionEpoch: true },
  });
  if (!user) throw notFound();
  await takeToken({ name: "change-password", key: user.id, limit: 10, windowSeconds: 900 });
  if (!(await passwordMatches(input.currentPassword, user.passwordHash)))
    throw refused("currentPassword", "That isn't your current password");
  const same = input.newPassword === input.currentPassword ? "Choose a different password" : undefined;
  if (same) throw refused("newPassword", same);
  await requireGoodPassword(input.newPassword, user, "newPassword");
  const passwordHash = await hashPassword(input.newPassword);
  return inTransaction(actor, async (tx) => {
    // Someone who knew the old password may have been faster: then this session has already ended.
    const { count } = await tx.user.updateMany({
      where: { id: user.id, sessionEpoch: user.sessionEpoch },
      data: { passwordHash },
    });
    if (count === 0) throw new AppError("unauthenticated");
    const session = await replaceSession(tx, actor.sessionId, await endSessions(tx, user.id));
    await queueMessages(tx, [passwordChanged(user.id)]);
    await recordChange(tx, actor, { action: "account.password-changed", subject: "user", subjectId: user.id }, [
      sessionsEnded(user.id),
    ]);
    return session;
  });
}

function refused(path: string, message: string): AppError {
  return new AppError("invalid", undefined, { fields: [{ path, message }] });
}
