import { sessionIdOf } from "@/lib/platform/auth/session-token";
import { Prisma } from "@/lib/platform/db/db";
import { sql } from "@/lib/platform/db/sql";
import type { Actor } from "./actor";

type Row = {
  userId: string;
  sessionEpoch: number;
  isAdmin: boolean;
  timeZone: string;
  patientIds: string[] | null;
  doctorId: string | null;
  hospitalId: string | null;
  staffRole: "MANAGER" | "COORDINATOR" | null;
};

const HOLDINGS = Prisma.sql`u."id" AS "userId", u."sessionEpoch", u."isAdmin", u."timeZone", d."id" AS "doctorId", s."hospitalId", s."role"::text AS "staffRole",
      (SELECT array_agg(a."patientId"::text ORDER BY a."relation" = 'SELF' DESC, a."createdAt")
       FROM "PatientAccess" a WHERE a."userId" = u."id" AND (a."expiresAt" IS NULL OR a."expiresAt" > now())) AS "patientIds"`;
const HELD_BY = Prisma.sql`LEFT JOIN "Doctor" d ON d."userId" = u."id"
    LEFT JOIN "HospitalStaff" s ON s."userId" = u."id"`;

/**
 * Loads the current actor for a user ID in one query. Null for unknown and suspended users. A token is valid only if it
 * was issued under `sessionEpoch`.
 */
export async function loadActor(
  userId: string,
  via: "session" | "token",
): Promise<{ actor: Actor; sessionEpoch: number } | null> {
  const [row] = await sql.$queryRaw<Row[]>`
    SELECT ${HOLDINGS} FROM "User" u ${HELD_BY}
    WHERE u."id" = ${userId}::uuid AND u."status" = 'ACTIVE'`;
  return row ? { sessionEpoch: row.sessionEpoch, actor: actorFrom(row, via, null) } : null;
}

/**
 * Loads the actor of an active session in one query. Null for a session that is unknown, revoked, expired, or older
 * than its account's suspension or current password.
 */
export async function loadSessionActor(sessionId: string): Promise<Actor | null> {
  const [row] = await sql.$queryRaw<Row[]>`
    SELECT ${HOLDINGS} FROM "Session" x JOIN "User" u ON u."id" = x."userId" AND u."sessionEpoch" = x."sessionEpoch" ${HELD_BY}
    WHERE x."id" = ${sessionId}::uuid AND x."revokedAt" IS NULL AND x."expiresAt" > now() AND u."status" = 'ACTIVE'`;
  return row ? actorFrom(row, "session", sessionId) : null;
}

/** Whether a session still lives, its account and its password being what they were. */
export async function isLiveSession(sessionId: string): Promise<boolean> {
  return (await loadSessionActor(sessionId)) !== null;
}

/**
 * Returns the actor of a session cookie's value. Null without one, or when it is forged, expired, signed out,
 * suspended, or older than the current password.
 */
export async function actorOfSessionToken(token: string | undefined): Promise<Actor | null> {
  const sessionId = await sessionIdOf(token);
  return sessionId === null ? null : loadSessionActor(sessionId);
}

function actorFrom(
  { sessionEpoch: _, patientIds, ...holdings }: Row,
  via: "session" | "token",
  sessionId: string | null,
): Actor {
  return { ...holdings, via, sessionId, patientIds: patientIds ?? [] };
}
