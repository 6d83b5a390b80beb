import type { MessageDraft } from "@/lib/domain/messages/queue-messages";
import { config } from "@/lib/platform/config/config";
import type { Letter } from "@/lib/platform/mail/letter";
import { plainName } from "@/lib/platform/mail/plain-name";
import { routes } from "@/lib/site/routes";
import { INVITATION_DAYS } from "../status";

type Hospital = { hospitalId: string; hospitalName: string };
type Invitation = { message: string | null; token: string; tokenHash: string; dueAt: Date; expiresAt: Date };

/** The mail with the single-use link. The token is only in the path's last part. */
export function invitationDraft(hospital: Hospital, toAddress: string, invitation: Invitation): MessageDraft {
  const { tokenHash, dueAt, expiresAt } = invitation;
  const reason = "doctor-invitation";
  return {
    key: `${reason}:${tokenHash}`,
    toAddress,
    hospitalId: hospital.hospitalId,
    reason,
    channel: "EMAIL",
    content: { letter: invitationMail(hospital, invitation) },
    dueAt,
    expiresAt,
  };
}

function invitationMail({ hospitalName }: Hospital, { message, token }: Invitation): Letter {
  return {
    subject: "A hospital invites you on CareSync",
    body: [
      `${plainName(hospitalName)} would like you to see patients there. You stay in charge of your hours; accepting takes one tap, and you can leave again at any time.`,
      ...(message ? ["Their message:", { quote: message }] : []),
      `Accept or decline within ${INVITATION_DAYS} days. The link works once.`,
      { label: "Accept or decline", href: `${config.site.origin}${routes.invitation(token)}` },
    ],
    why: "You get this email because a hospital entered this address. If you don't know this hospital, you can ignore it: the invitation expires if you don't answer.",
  };
}
