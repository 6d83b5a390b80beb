import type { Relation } from "@/lib/domain/patients/schema";
import { config } from "@/lib/platform/config/config";
import { plainName } from "@/lib/platform/mail/plain-name";
import { routes } from "@/lib/site/routes";
import { FAMILY_LINK_DAYS } from "../format";

/** Writes the mail with an invitation's link, without the patient's name. The token is only in the path's last part. */
export function familyInvitationMail(
  inviter: string,
  relation: Relation,
  token: string,
): { subject: string; text: string } {
  const why =
    relation === "SELF"
      ? "has looked after your health record on CareSync and is handing it over to you."
      : "would like you to help with someone's appointments or health record on CareSync.";
  return {
    subject: relation === "SELF" ? "Take over your CareSync record" : "You're invited to help someone on CareSync",
    text: `Hello,

${plainName(inviter)} ${why}
Accept within ${FAMILY_LINK_DAYS} days here:

${config.site.origin}${routes.familyInvitation(token)}

The link works once and is only for you. Please don't share it. If you don't know this person, you can ignore this email.
`,
  };
}
