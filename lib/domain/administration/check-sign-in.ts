import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { listFormerOwnersIn } from "@/lib/domain/email-changes/queries";
import { unsafeListMessagesTo } from "@/lib/domain/messages/queries";
import { notFound } from "@/lib/platform/errors/app-error";
import type { Tx } from "@/lib/platform/db/db";
import { instantText } from "@/lib/platform/time/iso-text";
import { loadSignIn } from "./internal/known-sign-in";
import { canAdminister } from "./policy";
import { isMisspelling } from "./rules/sign-in";
import type { SignInCheck } from "./schema-people";
import { invitationsAt, mailboxesLike } from "./statements/people";

/** How many addresses are measured, and how many of them are said. */
const [MEASURED, SAID] = [50, 5];

/**
 * Answers why someone can't sign in with an address: what is known of its account, or that there is none, with addresses that look
 * almost the same, accounts whose address it was, and invitations that wait there. Audited, with the account if there is one. Throws `not-found` for everyone
 * but administrators.
 */
export async function checkSignIn(actor: Actor, { email }: { email: string }): Promise<SignInCheck> {
  if (!canAdminister(actor)) throw notFound();
  return inTransaction(actor, async (tx) => {
    const user = await tx.user.findUnique({
      where: { email },
      select: { id: true, name: true, email: true, status: true, lastSignInAt: true },
    });
    const facts = user ? (await loadSignIn(tx, user)).facts : [];
    const similar = user ? [] : await listSimilar(tx, email);
    const former = user ? [] : await listFormerOwnersIn(tx, actor, email, SAID);
    const messages = user ? [] : await unsafeListMessagesTo(tx, email, SAID);
    const waiting = await invitationsAt(tx, email);
    await recordChange(tx, actor, { action: "user.check-sign-in", subject: "user", subjectId: user?.id ?? null });
    return {
      account: user && { id: user.id, name: user.name, email: user.email },
      facts,
      similar,
      former,
      messages,
      invitations: waiting.map((one) => ({ ...one, at: instantText(one.at), until: instantText(one.until) })),
    };
  });
}

async function listSimilar(tx: Tx, email: string) {
  const candidates = await mailboxesLike(tx, email.slice(0, email.lastIndexOf("@")), MEASURED);
  return candidates.filter((one) => isMisspelling(email, one.email)).slice(0, SAID);
}
