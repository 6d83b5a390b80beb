import { AppError } from "@/lib/platform/errors/app-error";
import { isUuid } from "@/lib/platform/input/text";
import { verifyAccessToken } from "@/lib/platform/auth/access-token";
import { keepPrivate } from "@/lib/platform/page-notes/page-notes";
import type { Actor } from "./actor";
import { cookieName } from "@/lib/platform/auth/cookie-name";
import { findActorOfSessionToken, findActor } from "./find-actor";

/**
 * Returns who sends this request: the bearer of a token, else the owner of the session cookie, else null. A bad token
 * is an error (`invalid-token`); it never falls back to the cookie.
 */
export async function authenticateRequest(request: Request): Promise<Actor | null> {
  const actor = await findSender(request);
  if (actor) keepPrivate();
  return actor;
}

async function findSender(request: Request): Promise<Actor | null> {
  const authorization = request.headers.get("authorization");
  if (authorization !== null) {
    const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization)?.[1];
    if (!token) throw new AppError("invalid-token");
    const { userId, sessionEpoch } = await verifyAccessToken(token);
    const found = isUuid(userId) ? await findActor(userId, "token") : null;
    if (!found || found.sessionEpoch !== sessionEpoch) throw new AppError("invalid-token");
    return found.actor;
  }
  return findActorOfSessionToken(readCookie(request.headers.get("cookie"), cookieName("session")));
}

function readCookie(header: string | null, name: string): string | undefined {
  for (const part of header?.split(";") ?? []) {
    const at = part.indexOf("=");
    // A token contains no character that needs decoding; anything else can't be one.
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}
