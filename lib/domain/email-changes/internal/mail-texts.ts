import { config } from "@/lib/platform/config/config";
import type { Letter } from "@/lib/platform/mail/letter";
import { routes } from "@/lib/site/routes";
import { EMAIL_CHANGE_HOURS } from "../status";

const WHY = "You get this email because this address belongs to a CareSync account.";
const link = (label: string, token: string) => ({
  label,
  href: `${config.site.origin}${routes.emailChange(token)}`,
});

/** To the new address: the change waits for the person who reads this. */
export function consentMail(token: string): Letter {
  return {
    subject: "Use this address for your CareSync account",
    body: [
      "CareSync’s administrators were asked to use this address for an account. Nothing changes until you agree.",
      link("Use this address", token),
      `The link works once, within ${EMAIL_CHANGE_HOURS} hours.`,
      "If you don’t know about this, there’s nothing to do. Please don’t use the link.",
    ],
    why: "You get this email because someone asked to use this address for their CareSync account.",
  };
}

/** To the address that holds: its owner can stop what they didn't ask for. It doesn't name the new one. */
export function noticeMail(token: string): Letter {
  return {
    subject: "A new address for your CareSync account",
    body: [
      "CareSync’s administrators were asked to use another email address for your account. It will be used once someone who reads mail there agrees.",
      "If it wasn’t you who asked, keep this address.",
      link("Keep this address", token),
      `The link works for ${EMAIL_CHANGE_HOURS} hours, as long as nothing has changed.`,
    ],
    why: WHY,
  };
}

/** To the address that held until now. */
export function changedMail(): Letter {
  return {
    subject: "Your CareSync account has a new address",
    body: [
      "Your CareSync account now uses another email address, and all your devices have been signed out. Your password is the same.",
      "If it wasn’t you, contact the people who run CareSync now.",
    ],
    why: "You get this email because this address belonged to a CareSync account until now.",
  };
}
