import { cookies } from "next/headers";
import { config } from "@/lib/platform/config/config";
import { cookieName } from "./cookie-name";
import { secondsLeft, sessionIdOf, sessionToken, type OpenSession } from "./session-token";

const attributes = () => ({ httpOnly: true, sameSite: "lax" as const, path: "/", secure: config.site.isHttps });

/** Gives this browser the cookie of a session that was opened for it. For server actions and routes. */
export async function setSessionCookie(session: OpenSession): Promise<void> {
  const jar = await cookies();
  jar.set(cookieName("session"), await sessionToken(session), { ...attributes(), maxAge: secondsLeft(session) });
}

/** Takes the cookie away and says which session it named, null for none. The session itself lives until it is revoked. */
export async function takeSessionCookie(): Promise<string | null> {
  const jar = await cookies();
  const sessionId = await sessionIdOf(jar.get(cookieName("session"))?.value);
  jar.set(cookieName("session"), "", { ...attributes(), maxAge: 0 });
  return sessionId;
}
