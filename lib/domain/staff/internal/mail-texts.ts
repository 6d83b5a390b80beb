import { config } from "@/lib/platform/config/config";
import type { Letter } from "@/lib/platform/mail/letter";
import { plainName } from "@/lib/platform/mail/plain-name";
import { routes } from "@/lib/site/routes";
import { ROLE_WORDS, STAFF_LINK_DAYS } from "../format";
import type { StaffRole } from "../schema";

/** Writes the mail with the staff invitation's link. The token is only in the path's last part. */
export function staffInvitationMail(hospital: string, role: StaffRole, token: string): Letter {
  return {
    subject: "A hospital invites you to its staff on CareSync",
    body: [
      `${plainName(hospital)} would like you to join its staff on CareSync as a ${ROLE_WORDS[role].toLowerCase()}.`,
      `Accept within ${STAFF_LINK_DAYS} days.`,
      { label: "Read more and accept", href: `${config.site.origin}${routes.staffInvitation(token)}` },
      "The link works once and is only for you. Please don't share it.",
    ],
    why: "You get this email because a hospital entered this address. If you don't know it, you can ignore this email.",
  };
}
