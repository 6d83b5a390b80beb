import { v7 as uuidv7 } from "uuid";
import type { MessageDraft } from "@/lib/domain/messages/queue-messages";
import { config } from "@/lib/platform/config/config";
import type { Letter } from "@/lib/platform/mail/letter";
import { routes } from "@/lib/site/routes";

const WHY = "You get this email because this address belongs to a CareSync account.";

/** Writes the mail with the reset link. The token is only in the path's last part. */
export function passwordResetMail(token: string): Letter {
  return {
    subject: "Choose a new CareSync password",
    body: [
      "We received a request to reset the password of your CareSync account. You can choose a new one within an hour.",
      { label: "Choose a new password", href: `${config.site.origin}${routes.resetPassword(token)}` },
      "If it wasn't you, there's nothing to do. Your password stays the same.",
    ],
    why: WHY,
  };
}

/** The same link, sent by an administrator to someone who can't sign in. */
export function passwordLinkMail(token: string): Letter {
  return {
    subject: "Choose a new CareSync password",
    body: [
      "The people who run CareSync have sent you this link, so that you can choose a new password. It works for an hour.",
      { label: "Choose a new password", href: `${config.site.origin}${routes.resetPassword(token)}` },
      "If you didn’t ask for help, there’s nothing to do. Your password stays the same.",
    ],
    why: WHY,
  };
}

/** The mail that tells an account's owner that its password was changed. */
export function passwordChanged(userId: string): MessageDraft {
  const letter: Letter = {
    subject: "Your CareSync password was changed",
    body: [
      "The password for your CareSync account has just been changed, and all your devices have been signed out.",
      "If it wasn't you, reset your password now.",
      { label: "Reset your password", href: `${config.site.origin}${routes.forgotPassword()}` },
    ],
    why: WHY,
  };
  const reason = "password-changed";
  return { key: `${reason}:${uuidv7()}`, userId, reason, channel: "EMAIL", content: { letter } };
}

/** Writes the mail that tells an account's owner that someone tried to sign up with its address. */
export function addressTakenMail(): Letter {
  return {
    subject: "You already have a CareSync account",
    body: [
      "Someone just tried to sign up for CareSync with this email address, but it already has an account. Nothing has changed.",
      "If it was you, sign in instead.",
      { label: "Sign in", href: `${config.site.origin}${routes.signIn()}` },
      { label: "Choose a new password", href: `${config.site.origin}${routes.forgotPassword()}` },
      "If it wasn't you, there's nothing to do.",
    ],
    why: WHY,
  };
}
