import type { Relation } from "@/lib/domain/patients/schema";
import { config } from "@/lib/platform/config/config";
import type { Letter } from "@/lib/platform/mail/letter";
import { plainName } from "@/lib/platform/mail/plain-name";
import { routes } from "@/lib/site/routes";
import { FAMILY_LINK_DAYS } from "../format";

/** Writes the mail with an invitation's link, without the patient's name. The token is only in the path's last part. */
export function familyInvitationMail(inviter: string, relation: Relation, token: string): Letter {
  const what =
    relation === "SELF"
      ? "has looked after your health record on CareSync and is handing it over to you."
      : "would like you to help with someone's appointments or health record on CareSync.";
  return {
    subject: relation === "SELF" ? "Take over your CareSync record" : "You're invited to help someone on CareSync",
    body: [
      `${plainName(inviter)} ${what}`,
      `Accept within ${FAMILY_LINK_DAYS} days.`,
      { label: "Read more and accept", href: `${config.site.origin}${routes.familyInvitation(token)}` },
      "The link works once and is only for you. Please don't share it.",
    ],
    why: "You get this email because this person entered your address. If you don't know them, you can ignore it.",
  };
}
