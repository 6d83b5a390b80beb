import { cookies } from "next/headers";
import { config } from "@/lib/platform/config/config";
import { cookieName } from "./cookie-name";
import { DEVICE_SECONDS, deviceToken, readDevice, type Device } from "./known-device";
import { secondsLeft, sessionIdOf, sessionToken, type OpenSession } from "./session-token";

const attributes = () => ({ httpOnly: true, sameSite: "lax" as const, path: "/", secure: config.site.isHttps });

/** Sets the cookie of a newly opened session in this browser. For server actions and routes. */
export async function setSessionCookie(session: OpenSession): Promise<void> {
  const jar = await cookies();
  jar.set(cookieName("session"), await sessionToken(session), { ...attributes(), maxAge: secondsLeft(session) });
}

/** Returns the requesting browser, if accounts have signed in on it before. */
export async function currentDevice(): Promise<Device | null> {
  return readDevice((await cookies()).get(cookieName("device"))?.value);
}

/** Makes this browser known to the account that has just signed in on it. */
export async function rememberDevice(account: { userId: string; sessionEpoch: number }): Promise<void> {
  const jar = await cookies();
  const device = await currentDevice();
  jar.set(cookieName("device"), deviceToken(device, account), { ...attributes(), maxAge: DEVICE_SECONDS });
}

/**
 * Removes the cookie and returns the session it named, null without one. The session itself stays valid until it is
 * revoked.
 */
export async function takeSessionCookie(): Promise<string | null> {
  const jar = await cookies();
  const sessionId = await sessionIdOf(jar.get(cookieName("session"))?.value);
  jar.set(cookieName("session"), "", { ...attributes(), maxAge: 0 });
  return sessionId;
}
