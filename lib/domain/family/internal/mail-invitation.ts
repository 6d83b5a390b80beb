import { queueMessages } from "@/lib/domain/messages/queue-messages";
import type { Relation } from "@/lib/domain/patients/schema";
import type { Tx } from "@/lib/platform/db/db";
import { familyInvitationMail } from "./mail-texts";

type Invitation = { email: string; relation: Relation; expiresAt: Date };

/** Mails an invitation's link. */
export async function mailInvitation(
  tx: Tx,
  inviter: string,
  { email, relation, expiresAt }: Invitation,
  { token, tokenHash }: { token: string; tokenHash: string },
): Promise<void> {
  const reason = "family-invitation";
  const content = { letter: familyInvitationMail(inviter, relation, token) };
  await queueMessages(tx, [
    { key: `${reason}:${tokenHash}`, toAddress: email, reason, channel: "EMAIL", content, expiresAt },
  ]);
}
