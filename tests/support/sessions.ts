import { openSession } from "@/lib/domain/accounts/open-session";
import { cookieName } from "@/lib/platform/auth/cookie-name";
import { sessionToken } from "@/lib/platform/auth/session-token";
import { db } from "@/lib/platform/db/db";

/** Signs an account in, as its owner would, and returns the cookie's value. */
export async function signedIn({ id }: { id: string }): Promise<string> {
  const { sessionEpoch } = await db.user.findUniqueOrThrow({ where: { id }, select: { sessionEpoch: true } });
  return sessionToken(await openSession({ userId: id, sessionEpoch }));
}

/** The same as a request's header. */
export async function cookieOf(user: { id: string }): Promise<{ Cookie: string }> {
  return { Cookie: `${cookieName("session")}=${await signedIn(user)}` };
}
