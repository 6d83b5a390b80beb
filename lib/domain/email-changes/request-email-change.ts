import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { queueMessages } from "@/lib/domain/messages/queue-messages";
import { newSecretToken } from "@/lib/platform/auth/secret-token";
import type { Tx } from "@/lib/platform/db/db";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import type { Letter } from "@/lib/platform/mail/letter";
import { emailChangeEvent } from "./events";
import { expireChangesOf } from "./expire-email-changes";
import { mailsAbout } from "./internal/end-change";
import { consentMail, noticeMail } from "./internal/mail-texts";
import { canAskForChanges } from "./policy";
import { emailChangeSelect, toEmailChange, type EmailChangeRow } from "./queries";
import type { EmailChange, EmailChangeInput } from "./schema";
import { EMAIL_CHANGE_HOURS } from "./status";

/**
 * Asks for another address of an account: a link goes to the new one, whose use changes it, and a notice to the old one, with a link
 * that stops it. Throws `not-found` (also for everyone but administrators), `forbidden` for one's own account and for a suspended
 * one, `invalid` for the address it has, `already-exists` where another account has the address or is about to, or a change is
 * pending.
 */
export async function requestEmailChange(actor: Actor, input: EmailChangeInput): Promise<EmailChange> {
  if (!canAskForChanges(actor)) throw notFound();
  return inTransaction(actor, async (tx) => {
    const { userId, email, reason } = input;
    const oldEmail = await requireChangeable(tx, actor, input);
    const now = new Date();
    await expireChangesOf(tx, { userId, email, now });
    const [consent, stop] = [newSecretToken(), newSecretToken()];
    const [row] = await tx.emailChange.createManyAndReturn({
      data: [
        {
          userId,
          oldEmail,
          newEmail: email,
          reason,
          tokenHash: consent.tokenHash,
          stopTokenHash: stop.tokenHash,
          requestedByUserId: actor.userId ?? "",
          expiresAt: new Date(now.getTime() + EMAIL_CHANGE_HOURS * 3_600_000),
        },
      ],
      skipDuplicates: true,
      select: emailChangeSelect,
    });
    if (!row) throw taken("Another change is pending for this account, or for this address.");
    await queueMessages(tx, [
      mailOf(row, "email-change", email, consentMail(consent.token)),
      mailOf(row, "email-change-notice", oldEmail, noticeMail(stop.token)),
    ]);
    await recordChange(tx, actor, { action: "user.request-email-change", subject: "user", subjectId: userId }, [
      emailChangeEvent("requested", row),
    ]);
    return toEmailChange(row);
  });
}

async function requireChangeable(tx: Tx, actor: Actor, { userId, email }: EmailChangeInput): Promise<string> {
  const user = await tx.user.findUnique({ where: { id: userId }, select: { email: true, status: true } });
  if (!user) throw notFound();
  if (userId === actor.userId)
    throw new AppError("forbidden", "You can't change the address of your own account. Ask another administrator.");
  if (user.status !== "ACTIVE") throw new AppError("forbidden", "This account is suspended. Reinstate it first.");
  if (user.email.toLowerCase() === email) throw refused("invalid", "This is the address the account has");
  const other = await tx.user.findUnique({ where: { email }, select: { id: true } });
  if (other) throw taken("Another account has this address.");
  return user.email;
}

const taken = (message: string) => refused("already-exists", message);

function refused(code: "invalid" | "already-exists", message: string): AppError {
  return new AppError(code, message, { fields: [{ path: "email", message }] });
}

/** Addressed by itself, whatever the account's address is when it is sent. */
function mailOf({ id, userId, expiresAt }: EmailChangeRow, reason: string, toAddress: string, letter: Letter) {
  const about = mailsAbout(id);
  const key = `${reason}:${id}`;
  return { key, userId, toAddress, about, reason, channel: "EMAIL" as const, content: { letter }, expiresAt };
}
