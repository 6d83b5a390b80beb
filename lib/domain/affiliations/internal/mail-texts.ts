import { config } from "@/lib/platform/config/config";
import { plainName } from "@/lib/platform/mail/plain-name";
import { routes } from "@/lib/site/routes";
import { INVITATION_DAYS } from "../status";

type Invitation = { hospitalName: string; message: string | null };

/** Writes the mail with the single-use link. The token is only in the path's last part. */
export function invitationMail(
  { hospitalName, message }: Invitation,
  token: string,
): { subject: string; text: string } {
  return {
    subject: "A hospital invites you on CareSync",
    text: `Hello,

${plainName(hospitalName)} would like you to see patients there. You stay in charge of your hours; accepting takes one tap,
and you can leave again at any time.
${message ? `\nTheir message:\n\n${message.replace(/^/gm, "> ")}\n` : ""}
Accept or decline within ${INVITATION_DAYS} days here. The link works once:

${config.site.origin}${routes.invitation(token)}

If you don't know this hospital, you can ignore this email. The invitation expires if you don't answer.
`,
  };
}
