import { decode, encode } from "next-auth/jwt";
import { config } from "@/lib/platform/config/config";
import { isUuid } from "@/lib/platform/input/text";

/** A session is over after so long, however busy it is. */
export const SESSION_SECONDS = 12 * 3600;

/** A session as its row has it: all that a cookie is made of. */
export type OpenSession = { id: string; expiresAt: Date };

/** Seconds until the session is over; 0 when it is. */
export function secondsLeft({ expiresAt }: Pick<OpenSession, "expiresAt">): number {
  return Math.max(0, Math.floor((expiresAt.getTime() - Date.now()) / 1000));
}

/** The value of a session cookie: an encrypted JWT that names the session's row and ends with it. */
export function sessionToken(session: OpenSession): Promise<string> {
  return encode({ token: { sid: session.id }, secret: config.auth.secret, maxAge: secondsLeft(session) });
}

/** The session a cookie's value names, living or not; null for no cookie and for one that is forged or over. */
export async function sessionIdOf(token: string | undefined): Promise<string | null> {
  if (!token) return null;
  const claims = await decode({ token, secret: config.auth.secret }).catch(() => null);
  return typeof claims?.sid === "string" && isUuid(claims.sid) ? claims.sid : null;
}
