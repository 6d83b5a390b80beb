import { sessionIdOf } from "@/lib/platform/auth/session-token";
import { sql } from "@/lib/platform/db/sql";
import type { RowOf } from "@/lib/platform/db/statement";
import type { Actor } from "./actor";
import { holdingsOfSession, holdingsOfUser } from "./statements";

type Row = RowOf<typeof holdingsOfUser>;

/**
 * Loads the current actor for a user ID in one query. Null for unknown and suspended users. A token is valid only if it
 * was issued under `sessionEpoch`.
 */
export async function findActor(
  userId: string,
  via: "session" | "token",
): Promise<{ actor: Actor; sessionEpoch: number } | null> {
  const [row] = await holdingsOfUser(sql, userId);
  return row ? { sessionEpoch: row.sessionEpoch, actor: actorFrom(row, via, null) } : null;
}

/**
 * Loads the actor of an active session in one query. Null for a session that is unknown, revoked, expired, or older
 * than its account's suspension or current password.
 */
export async function findSessionActor(sessionId: string): Promise<Actor | null> {
  const [row] = await holdingsOfSession(sql, sessionId);
  if (!row) return null;
  const { expiresAt: sessionEndsAt, ...holdings } = row;
  return { ...actorFrom(holdings, "session", sessionId), sessionEndsAt };
}

/** Whether a session still lives, its account and its password being what they were. */
export async function isLiveSession(sessionId: string): Promise<boolean> {
  return (await findSessionActor(sessionId)) !== null;
}

/**
 * Returns the actor of a session cookie's value. Null without one, or when it is forged, expired, signed out,
 * suspended, or older than the current password.
 */
export async function findActorOfSessionToken(token: string | undefined): Promise<Actor | null> {
  const sessionId = await sessionIdOf(token);
  return sessionId === null ? null : findSessionActor(sessionId);
}

function actorFrom(
  { sessionEpoch: _, patientIds, readablePatientIds, ...holdings }: Row,
  via: "session" | "token",
  sessionId: string | null,
): Actor {
  return {
    ...holdings,
    via,
    sessionId,
    patientIds: patientIds ?? [],
    readablePatientIds: readablePatientIds ?? [],
  };
}
