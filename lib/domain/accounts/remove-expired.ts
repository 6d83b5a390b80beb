import { db } from "@/lib/platform/db/db";

const RETENTION_DAYS = 7;

/**
 * Deletes expired sessions, and links and refresh tokens that expired a week ago, for a job. Used links of a chain stay
 * until then, so that reuse is noticed as long as the chain can live.
 */
export async function removeExpiredTokens(now: Date = new Date()): Promise<number> {
  const over = new Date(now.getTime() - RETENTION_DAYS * 24 * 3600_000);
  const sessions = await db.session.deleteMany({ where: { expiresAt: { lt: now } } });
  const resets = await db.passwordReset.deleteMany({ where: { expiresAt: { lt: over } } });
  const refreshes = await db.refreshToken.deleteMany({ where: { expiresAt: { lt: over } } });
  return sessions.count + resets.count + refreshes.count;
}
