import { encode } from "next-auth/jwt";
import { cookies } from "next/headers";
import { config } from "@/lib/platform/config/config";
import { cookieName } from "./cookie-name";
import { SESSION_SECONDS } from "./session-token";

const attributes = () => ({ httpOnly: true, sameSite: "lax" as const, path: "/", secure: config.site.isHttps });

/** The value of a session cookie, exactly as next-auth itself writes it: an encrypted JWT with id and epoch. */
export function sessionToken(of: { userId: string; sessionEpoch: number }): Promise<string> {
  return encode({ token: { sub: of.userId, epoch: of.sessionEpoch }, secret: config.auth.secret, maxAge: SESSION_SECONDS });
}

/** Signs this browser in. For server actions and routes, after the credentials were verified. */
export async function startSession(of: { userId: string; sessionEpoch: number }): Promise<void> {
  const jar = await cookies();
  jar.set(cookieName("session"), await sessionToken(of), { ...attributes(), maxAge: SESSION_SECONDS });
}

/** Signs this browser out. */
export async function endSession(): Promise<void> {
  const jar = await cookies();
  jar.set(cookieName("session"), "", { ...attributes(), maxAge: 0 });
}
