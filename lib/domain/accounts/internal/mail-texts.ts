import { config } from "@/lib/platform/config/config";

type MailText = { subject: string; text: string };

/** The link for a new password. The token stands in the path's last part only. */
export function passwordResetMail(token: string): MailText {
  return {
    subject: "Choose a new CareSync password",
    text: `Hello,

We received a request to reset the password of your CareSync account.
Choose one within an hour here:

${config.site.origin}/reset-password/${token}

If it wasn't you, there's nothing to do. Your password stays the same.
`,
  };
}

/** Tells the owner of an account that its password is another one now. */
export function passwordChangedMail(): MailText {
  return {
    subject: "Your CareSync password was changed",
    text: `Hello,

the password for your CareSync account has just been changed, and all your devices have been signed out.

If it wasn't you, reset your password now:
${config.site.origin}/reset-password
`,
  };
}

/** Tells the owner of an account that someone tried to open another one with its address. */
export function addressTakenMail(): MailText {
  return {
    subject: "You already have a CareSync account",
    text: `Hello,

someone just tried to sign up for CareSync with this email address, but it already has an account. Nothing has changed.

If it was you, sign in here:
${config.site.origin}/sign-in
If you have forgotten your password, choose a new one:
${config.site.origin}/reset-password

If it wasn't you, there's nothing to do.
`,
  };
}
