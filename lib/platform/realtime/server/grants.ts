import { grantSchema, type Grant } from "../grant";
import type { AppState } from "./channels";
import type { Connection } from "./connection";
import type { ChannelKind } from "./protocol";

/** How old a sign-in may be: enough for a slow network, not for keeping it until its right is gone. */
export const SIGN_IN_WITHIN_MS = 60_000;

/**
 * Returns why a sign-in of this app is refused; null for a valid one. `revoked`: its owner's sockets were closed since.
 */
export function signInError(
  state: AppState,
  userId: string,
  info: unknown,
  now: number,
): "invalid" | "late" | "revoked" | null {
  if (state.app.needsGrant === undefined) return null;
  const grant = grantSchema.safeParse(info).data;
  if (grant === undefined) return "invalid";
  if (Math.abs(now - grant.at) > SIGN_IN_WITHIN_MS || grant.until <= now) return "late";
  return grant.at <= (state.closedAt.get(userId) ?? 0) ? "revoked" : null;
}

/**
 * Tells whether the connection may join: it needs no grant for this channel, or has signed in with one that names it.
 */
export function canJoin(state: AppState, connection: Connection, channel: string, kind: ChannelKind): boolean {
  const isPrivate = kind === "private" || kind === "presence";
  if (!isPrivate || state.app.needsGrant === undefined || !state.app.needsGrant(channel)) return true;
  return grantOf(connection)?.hears.includes(channel) ?? false;
}

/** Tells whether the basis of the connection's sign-in has expired. */
export function isGrantOver(state: AppState, connection: Connection, now: number): boolean {
  return state.app.needsGrant !== undefined && (grantOf(connection)?.until ?? Infinity) <= now;
}

function grantOf({ user }: Connection): Grant | undefined {
  return user === null ? undefined : grantSchema.safeParse(user.info).data;
}
