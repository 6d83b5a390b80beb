import { config } from "@/lib/platform/config/config";
import { plainName } from "@/lib/platform/mail/plain-name";
import { routes } from "@/lib/site/routes";
import { ROLE_WORDS, STAFF_LINK_DAYS } from "../format";
import type { StaffRole } from "../schema";

/** Writes the mail with the staff invitation's link. The token is only in the path's last part. */
export function staffInvitationMail(
  hospital: string,
  role: StaffRole,
  token: string,
): { subject: string; text: string } {
  return {
    subject: "A hospital invites you to its staff on CareSync",
    text: `Hello,

${plainName(hospital)} would like you to join its staff on CareSync as a ${ROLE_WORDS[role].toLowerCase()}.
Accept within ${STAFF_LINK_DAYS} days here:

${config.site.origin}${routes.staffInvitation(token)}

The link works once and is only for you. Please don't share it. If you don't know this hospital, you can ignore this email.
`,
  };
}
