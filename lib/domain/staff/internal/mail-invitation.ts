import { planMails } from "@/lib/domain/messages/plan-mails";
import { queueMessages } from "@/lib/domain/messages/queue-messages";
import type { Tx } from "@/lib/platform/db/db";
import type { StaffRole } from "../schema";
import { staffInvitationMail } from "./mail-texts";

type Link = { token: string; tokenHash: string };

/** Mails an invitation's link, on the hospital's behalf and within its limit per day. */
export async function mailInvitation(
  tx: Tx,
  { hospitalId, hospitalName }: { hospitalId: string; hospitalName: string },
  { email, role, expiresAt }: { email: string; role: StaffRole; expiresAt: Date },
  { token, tokenHash }: Link,
): Promise<void> {
  const [dueAt = new Date()] = await planMails(tx, hospitalId, 1);
  const reason = "staff-invitation";
  const content = { letter: staffInvitationMail(hospitalName, role, token) };
  await queueMessages(tx, [
    {
      key: `${reason}:${tokenHash}`,
      toAddress: email,
      hospitalId,
      reason,
      channel: "EMAIL",
      content,
      dueAt,
      expiresAt,
    },
  ]);
}
