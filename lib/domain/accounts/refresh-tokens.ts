import { SYSTEM_ACTOR, type Actor } from "@/lib/actor/actor";
import { hashSecretToken } from "@/lib/platform/auth/secret-token";
import { db, type Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { AppError } from "@/lib/platform/errors/app-error";
import { tokens } from "./issue-tokens";
import type { Tokens } from "./schema";
import { endRefreshTokens } from "./end-sessions";
import { addRefreshToken, familyLock } from "./internal/token-rows";
import type { Verified } from "./open-session";

type Link = { id: string; familyId: string; userId: string; sessionEpoch: number };
type Outcome = { refreshToken: string; verified: Verified } | null;

/**
 * Exchanges a refresh token for a new pair. A used one that comes back was copied: its whole chain ends (RFC 9700
 * §4.14). Throws `invalid-token` for every defect, without detail.
 */
export async function refreshTokens(token: string): Promise<Tokens> {
  const link = await db.refreshToken.findUnique({
    where: { tokenHash: hashSecretToken(token) },
    select: { id: true, familyId: true, userId: true, sessionEpoch: true },
  });
  if (!link) throw new AppError("invalid-token");
  const actor: Actor = { ...SYSTEM_ACTOR, userId: link.userId, via: "token" };
  // The lock serialises rotation and reuse of one chain, so an ended chain has no link left unnoticed.
  const outcome = await inTransaction(actor, (tx) => rotate(tx, actor, link), { locks: [familyLock(link.familyId)] });
  if (!outcome) throw new AppError("invalid-token");
  return tokens(outcome.verified, outcome.refreshToken);
}

async function rotate(tx: Tx, actor: Actor, link: Link): Promise<Outcome> {
  const spent = await tx.refreshToken.updateMany({
    where: { id: link.id, usedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
    data: { usedAt: new Date() },
  });
  if (spent.count === 0) return refuse(tx, actor, link);
  const owner = await tx.user.findFirst({
    where: { id: link.userId, status: "ACTIVE", sessionEpoch: link.sessionEpoch },
    select: { id: true },
  });
  if (!owner) return null;
  const verified = { userId: link.userId, sessionEpoch: link.sessionEpoch };
  const refreshToken = await addRefreshToken(tx, { familyId: link.familyId, ...verified });
  await recordChange(tx, actor, { action: "token.refreshed", subject: "token-family", subjectId: link.familyId });
  return { refreshToken, verified };
}

/** Returns instead of throwing, because what it ends must be committed. */
async function refuse(tx: Tx, actor: Actor, link: Link): Promise<null> {
  const wasSpent = await tx.refreshToken.findFirst({
    where: { id: link.id, usedAt: { not: null } },
    select: { id: true },
  });
  if (!wasSpent) return null;
  const ended = await endRefreshTokens(tx, { familyId: link.familyId });
  if (ended === 0) return null;
  await recordChange(tx, actor, { action: "token.reuse-detected", subject: "token-family", subjectId: link.familyId });
  return null;
}
