/** The minimum and maximum length of a password, in characters; the server checks the rest. */

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;
/** What a form says before a password is chosen. */
export const PASSWORD_HINT = `At least ${PASSWORD_MIN} characters. Try three or four words that don't belong together. Avoid common passwords and your name.`;

/** Returns a path of this site to go back to after signing in; undefined for anything else. */
export function safeReturnPath(from: string | null | undefined): string | undefined {
  // Browsers read a backslash as a slash and drop tabs and line breaks: //evil.example has many spellings.
  if (!from || from.length > 2000 || !/^\/(?![/\\])/.test(from) || /[\\\u0000-\u001f\u007f]/.test(from))
    return undefined;
  const base = "https://self.invalid";
  let url: URL;
  try {
    url = new URL(from, base);
  } catch {
    return undefined;
  }
  if (url.origin !== base || url.pathname.startsWith("//")) return undefined;
  // Paths that act when opened, or lead back here, are no return paths.
  if (/^\/(api|sign-in|sign-up|reset-password)(\/|$)/.test(url.pathname)) return undefined;
  return `${url.pathname}${url.search}${url.hash}`;
}
