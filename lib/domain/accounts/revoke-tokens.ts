import { SYSTEM_ACTOR, type Actor } from "@/lib/actor/actor";
import { hashSecretToken } from "@/lib/platform/auth/secret-token";
import { db } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { endRefreshTokens } from "./end-sessions";
import { familyLock } from "./internal/token-rows";

/** Ends the chain of a refresh token. Silent about tokens that are unknown or already ended (RFC 7009 §2.2). */
export async function revokeTokens(token: string): Promise<void> {
  const link = await db.refreshToken.findUnique({
    where: { tokenHash: hashSecretToken(token) },
    select: { familyId: true, userId: true },
  });
  if (!link) return;
  const actor: Actor = { ...SYSTEM_ACTOR, userId: link.userId, via: "token" };
  await inTransaction(
    actor,
    async (tx) => {
      if ((await endRefreshTokens(tx, { familyId: link.familyId })) === 0) return;
      await recordChange(tx, actor, { action: "token.revoked", subject: "token-family", subjectId: link.familyId });
    },
    { locks: [familyLock(link.familyId)] },
  );
}
