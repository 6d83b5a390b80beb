import { planMails } from "@/lib/domain/messages/plan-mails";
import { queueMessages, type MessageDraft } from "@/lib/domain/messages/queue-messages";
import type { Tx } from "@/lib/platform/db/db";
import type { StaffRole } from "../schema";
import { staffInvitationMail } from "./mail-texts";

type Place = { hospitalId: string; hospitalName: string };
type Link = { token: string; tokenHash: string };
type Invited = { email: string; role: StaffRole; expiresAt: Date };

/** Mails an invitation's link, on the hospital's behalf and within its limit per day. */
export async function mailInvitation(tx: Tx, place: Place, invited: Invited, link: Link): Promise<void> {
  const [dueAt = new Date()] = await planMails(tx, place.hospitalId, 1);
  await queueMessages(tx, [invitationDraft(place, { ...invited, ...link, dueAt })]);
}

/** The mail with an invitation's link. */
export function invitationDraft(
  { hospitalId, hospitalName }: Place,
  { email, role, token, tokenHash, dueAt, expiresAt }: Invited & Link & { dueAt: Date },
): MessageDraft {
  const reason = "staff-invitation";
  const content = { letter: staffInvitationMail(hospitalName, role, token) };
  const key = `${reason}:${tokenHash}`;
  return { key, toAddress: email, hospitalId, reason, channel: "EMAIL", content, dueAt, expiresAt };
}
