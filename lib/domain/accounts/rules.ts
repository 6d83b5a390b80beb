import { ownPath } from "@/lib/platform/paths/page-path";
import type { Route } from "@/lib/site/routes";

/** The minimum and maximum length of a password, in characters; the server checks the rest. */
export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;
/** What a form says before a password is chosen. */
export const PASSWORD_HINT = `At least ${PASSWORD_MIN} characters. Try three or four words that don't belong together. Avoid common passwords and your name.`;

/** Returns an address of this site to go back to after signing in; undefined for anything else. */
export function safeReturnPath(from: string | null | undefined): Route | undefined {
  const back = from && from.length <= 2000 ? ownPath(from) : undefined;
  // Addresses that act when opened, or lead back here, are no return paths.
  return back && /^\/(api|sign-in|sign-up|reset-password)([/?#]|$)/.test(back) ? undefined : back;
}
