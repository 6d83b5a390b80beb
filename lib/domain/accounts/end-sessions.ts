import type { Tx } from "@/lib/platform/db/db";

/**
 * Ends every session, access token and refresh token of an account, and voids its open reset links. Everything issued
 * from now on has the returned epoch. Part of a use case, which records the change.
 */
export async function endSessions(tx: Tx, userId: string): Promise<number> {
  const user = await tx.user.update({
    where: { id: userId },
    data: { sessionEpoch: { increment: 1 } },
    select: { sessionEpoch: true },
  });
  await tx.session.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: new Date() } });
  await endRefreshTokens(tx, { userId });
  await tx.passwordReset.updateMany({ where: { userId, usedAt: null }, data: { usedAt: new Date() } });
  return user.sessionEpoch;
}

/** Ends active refresh tokens of one chain, or all of one account. Returns how many. */
export async function endRefreshTokens(
  tx: Tx,
  of: { familyId: string; userId?: string } | { userId: string },
): Promise<number> {
  const { count } = await tx.refreshToken.updateMany({
    where: { ...of, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  return count;
}
