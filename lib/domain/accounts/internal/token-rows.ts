import type { Tx } from "@/lib/platform/db/db";
import { newSecretToken } from "@/lib/platform/auth/secret-token";

const REFRESH_DAYS = 30;

/** Adds a link to a chain of refresh tokens; the token itself is only returned, never stored. */
export async function addRefreshToken(
  tx: Tx,
  link: { familyId: string; userId: string; sessionEpoch: number },
): Promise<string> {
  const { token, tokenHash } = newSecretToken();
  const expiresAt = new Date(Date.now() + REFRESH_DAYS * 24 * 3600_000);
  await tx.refreshToken.create({ data: { ...link, tokenHash, expiresAt }, select: { id: true } });
  return token;
}

/** Returns the lock that serialises rotating, reusing and revoking one chain. */
export function familyLock(familyId: string): string {
  return `token-family:${familyId}`;
}
