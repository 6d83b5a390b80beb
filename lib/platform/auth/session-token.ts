import { decode, encode } from "next-auth/jwt";
import { config } from "@/lib/platform/config/config";
import { isUuid } from "@/lib/platform/input/text";

/** A session expires after this long, however active it is. */
export const SESSION_SECONDS = 12 * 3600;

/** A session as its row has it: all a cookie needs. */
export type OpenSession = { id: string; expiresAt: Date };

/** Returns the seconds until the session expires; 0 once it has. */
export function secondsLeft({ expiresAt }: Pick<OpenSession, "expiresAt">): number {
  return Math.max(0, Math.floor((expiresAt.getTime() - Date.now()) / 1000));
}

/** Returns the value of a session cookie: an encrypted JWT that names the session's row and expires with it. */
export function sessionToken(session: OpenSession): Promise<string> {
  return encode({ token: { sid: session.id }, secret: config.auth.secret, maxAge: secondsLeft(session) });
}

/**
 * Returns the session a cookie's value names, active or not; null without a cookie, or when it is forged or expired.
 */
export async function sessionIdOf(token: string | undefined): Promise<string | null> {
  if (!token) return null;
  const claims = await decode({ token, secret: config.auth.secret }).catch(() => null);
  return typeof claims?.sid === "string" && isUuid(claims.sid) ? claims.sid : null;
}
