import { v7 as uuidv7 } from "uuid";
import type { OpenSession } from "@/lib/platform/auth/session-token";
import { SESSION_SECONDS } from "@/lib/platform/auth/session-token";
import { sql, type Sql } from "@/lib/platform/db/sql";
import { AppError } from "@/lib/platform/errors/app-error";
import type { Verified } from "./verify-credentials";

/**
 * Opens a session after verified credentials or a sign-up, and records the sign-in. Throws `invalid-credentials` when
 * the account was suspended or its password changed meanwhile.
 */
export async function openSession({ userId, sessionEpoch }: Verified): Promise<OpenSession> {
  const [session] = await sql.$queryRaw<OpenSession[]>`
    WITH "owner" AS (
      UPDATE "User" SET "lastSignInAt" = now()
      WHERE "id" = ${userId}::uuid AND "status" = 'ACTIVE' AND "sessionEpoch" = ${sessionEpoch}::int RETURNING "id", "sessionEpoch"
    )
    INSERT INTO "Session" ("id", "userId", "sessionEpoch", "createdAt", "expiresAt")
    SELECT ${uuidv7()}::uuid, "id", "sessionEpoch", now(), now() + make_interval(secs => ${SESSION_SECONDS}::int) FROM "owner"
    RETURNING "id", "expiresAt"`;
  if (!session) throw new AppError("invalid-credentials");
  return session;
}

/**
 * Replaces a session that ends with all others, for the same browser and with the same expiry, because replacing
 * sessions must not extend them. Null for an actor without a session.
 */
export async function replaceSession(
  tx: Sql,
  sessionId: string | null,
  sessionEpoch: number,
): Promise<OpenSession | null> {
  if (sessionId === null) return null;
  const [session] = await tx.$queryRaw<OpenSession[]>`
    INSERT INTO "Session" ("id", "userId", "sessionEpoch", "createdAt", "expiresAt")
    SELECT ${uuidv7()}::uuid, "userId", ${sessionEpoch}::int, now(), "expiresAt" FROM "Session"
    WHERE "id" = ${sessionId}::uuid AND "expiresAt" > now()
    RETURNING "id", "expiresAt"`;
  return session ?? null;
}
