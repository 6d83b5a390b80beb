import type { OpenSession } from "@/lib/platform/auth/session-token";
import { SESSION_SECONDS } from "@/lib/platform/auth/session-token";
import { sql, type Sql } from "@/lib/platform/db/sql";
import { AppError } from "@/lib/platform/errors/app-error";
import { copySession, insertSession } from "./statements";

/** An account whose credentials were verified, at the epoch of its sessions then. */
export type Verified = { userId: string; sessionEpoch: number };

/**
 * Opens a session after verified credentials or a sign-up, and records the sign-in. Throws `invalid-credentials` when
 * the account was suspended or its password changed meanwhile.
 */
export async function openSession({ userId, sessionEpoch }: Verified): Promise<OpenSession> {
  const [session] = await insertSession(sql, userId, sessionEpoch, SESSION_SECONDS);
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
  const [session] = await copySession(tx, sessionId, sessionEpoch);
  return session ?? null;
}
