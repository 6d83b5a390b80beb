import { newSecretToken } from "@/lib/platform/auth/secret-token";
import type { Tx } from "@/lib/platform/db/db";
import { cancelMessages } from "@/lib/domain/messages/cancel-messages";
import { queueMessages } from "@/lib/domain/messages/queue-messages";
import { passwordLinkMail, passwordResetMail } from "./internal/mail-texts";

const VALID_MINUTES = 60;

/**
 * Mails a single-use link to choose a password to an account's own address, in the caller's transaction, which records why: its owner
 * asked, or an administrator did. Earlier links stop working. Returns until when it holds.
 */
export async function issueResetLink(tx: Tx, userId: string, askedBy: "owner" | "administrator"): Promise<Date> {
  const { token, tokenHash } = newSecretToken();
  await tx.passwordReset.updateMany({ where: { userId, usedAt: null }, data: { usedAt: new Date() } });
  const about = `password-reset:${userId}`;
  // The link of an earlier one works no longer.
  await cancelMessages(tx, { about: [about] });
  const expiresAt = new Date(Date.now() + VALID_MINUTES * 60_000);
  const reset = await tx.passwordReset.create({ data: { userId, tokenHash, expiresAt }, select: { id: true } });
  const letter = askedBy === "owner" ? passwordResetMail(token) : passwordLinkMail(token);
  await queueMessages(tx, [
    {
      key: `password-reset:${reset.id}`,
      userId,
      about,
      reason: "password-reset",
      channel: "EMAIL",
      content: { letter },
      expiresAt,
    },
  ]);
  return expiresAt;
}
