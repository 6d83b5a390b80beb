import type { Actor } from "@/lib/actor/actor";
import { config } from "@/lib/platform/config/config";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { notFound } from "@/lib/platform/errors/app-error";
import { unsafeListUnsent, type UnsentMessage } from "@/lib/domain/messages/queries";
import { canAdminister } from "./policy";
import { outboxChannels } from "./queries";
import { hideSecrets } from "./rules";

export type ShownMail = UnsentMessage & { hasHiddenLink: boolean };

/**
 * Shows an administrator what is not sent: all messages where no mail server is configured, texts in the sandbox. The links
 * open other people's accounts, so they are hidden, except in the demo; each view is audited. Throws `not-found` for everyone
 * but administrators, and where everything is sent.
 */
export async function listOutbox(actor: Actor): Promise<ShownMail[]> {
  const channels = outboxChannels();
  if (!canAdminister(actor) || channels.length === 0) throw notFound();
  const mails = await unsafeListUnsent(50, channels);
  await inTransaction(actor, (tx) =>
    recordChange(tx, actor, { action: "outbox.view", subject: "outbox", details: { mails: mails.length } }),
  );
  return mails.map((mail) => {
    const text = config.isDemo ? mail.text : hideSecrets(mail.text);
    return { ...mail, text, hasHiddenLink: text !== mail.text };
  });
}
