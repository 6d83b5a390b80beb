import { config } from "@/lib/platform/config/config";
import { routes } from "@/lib/site/routes";

type MailText = { subject: string; text: string };

/** Writes the mail with the reset link. The token is only in the path's last part. */
export function passwordResetMail(token: string): MailText {
  return {
    subject: "Choose a new CareSync password",
    text: `Hello,

We received a request to reset the password of your CareSync account.
Choose one within an hour here:

${config.site.origin}${routes.resetPassword(token)}

If it wasn't you, there's nothing to do. Your password stays the same.
`,
  };
}

/** Writes the mail that tells an account's owner that its password was changed. */
export function passwordChangedMail(): MailText {
  return {
    subject: "Your CareSync password was changed",
    text: `Hello,

the password for your CareSync account has just been changed, and all your devices have been signed out.

If it wasn't you, reset your password now:
${config.site.origin}${routes.forgotPassword()}
`,
  };
}

/** Writes the mail that tells an account's owner that someone tried to sign up with its address. */
export function addressTakenMail(): MailText {
  return {
    subject: "You already have a CareSync account",
    text: `Hello,

someone just tried to sign up for CareSync with this email address, but it already has an account. Nothing has changed.

If it was you, sign in here:
${config.site.origin}${routes.signIn()}
If you have forgotten your password, choose a new one:
${config.site.origin}${routes.forgotPassword()}

If it wasn't you, there's nothing to do.
`,
  };
}
