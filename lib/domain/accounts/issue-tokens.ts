import { v7 as uuidv7 } from "uuid";
import { ACCESS_TOKEN_SECONDS, signAccessToken } from "@/lib/platform/auth/access-token";
import { SYSTEM_ACTOR, type Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import type { Tokens } from "./schema";
import { addRefreshToken } from "./internal/token-rows";
import type { Verified } from "./open-session";

/** Issues an access token and the first refresh token of a new chain, after verified credentials. */
export async function issueTokens(verified: Verified): Promise<Tokens> {
  const actor: Actor = { ...SYSTEM_ACTOR, userId: verified.userId, via: "token" };
  const familyId = uuidv7();
  const refreshToken = await inTransaction(actor, async (tx) => {
    const token = await addRefreshToken(tx, { familyId, ...verified });
    await recordChange(tx, actor, { action: "token.issued", subject: "token-family", subjectId: familyId });
    return token;
  });
  return tokens(verified, refreshToken);
}

/** Returns the answer of every endpoint that issues tokens (RFC 6749 §5.1). */
export async function tokens(verified: Verified, refreshToken: string): Promise<Tokens> {
  const accessToken = await signAccessToken(verified.userId, verified.sessionEpoch);
  return { accessToken, tokenType: "Bearer", expiresIn: ACCESS_TOKEN_SECONDS, refreshToken };
}
