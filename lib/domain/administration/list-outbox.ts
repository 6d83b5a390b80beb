import type { Actor } from "@/lib/actor/actor";
import { config } from "@/lib/platform/config/config";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { notFound } from "@/lib/platform/errors/app-error";
import { unsafeListUnsent, type UnsentMessage } from "@/lib/domain/messages/queries";
import { isMailSent } from "@/lib/platform/mail/send-mail";
import { canAdminister } from "./policy";
import { hideSecrets } from "./rules";

export type ShownMail = UnsentMessage & { hasHiddenLink: boolean };

/**
 * Shows an administrator the mail that is not sent because no mail server is configured. The links in it open other
 * people's accounts, so they are hidden, except in the demo; each view is audited. Throws `not-found` for everyone but
 * administrators, and where mail is sent.
 */
export async function listOutbox(actor: Actor): Promise<ShownMail[]> {
  if (!canAdminister(actor) || isMailSent()) throw notFound();
  const mails = await unsafeListUnsent(50);
  await inTransaction(actor, (tx) =>
    recordChange(tx, actor, { action: "outbox.view", subject: "outbox", details: { mails: mails.length } }),
  );
  return mails.map((mail) => {
    const text = config.isDemo ? mail.text : hideSecrets(mail.text);
    return { ...mail, text, hasHiddenLink: text !== mail.text };
  });
}
