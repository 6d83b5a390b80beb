import { decode } from "next-auth/jwt";
import { config } from "@/lib/platform/config/config";
import type { Actor } from "./actor";
import { loadActor } from "./load-actor";

export const SESSION_SECONDS = 12 * 3600;

/** The actor of a session cookie's value, or null: no cookie, forged, expired, suspended, or from before a password change. */
export async function actorOfSessionToken(token: string | undefined): Promise<Actor | null> {
  if (!token) return null;
  const claims = await decode({ token, secret: config.auth.secret }).catch(() => null);
  if (typeof claims?.sub !== "string" || typeof claims.epoch !== "number") return null;
  const found = await loadActor(claims.sub, "session");
  return found && found.sessionEpoch === claims.epoch ? found.actor : null;
}
