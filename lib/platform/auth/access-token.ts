import { jwtVerify, SignJWT } from "jose";
import { v7 as uuidv7 } from "uuid";
import { config } from "@/lib/platform/config/config";
import { AppError } from "@/lib/platform/errors/app-error";

export const ACCESS_TOKEN_SECONDS = 900;
const ALGORITHM = "HS256";

let key: Promise<CryptoKey> | undefined;
// Derived by name, so that a web session can't be used as an access token or the reverse. Imported once, because every
// request with a token needs it.
function signingKey(): Promise<CryptoKey> {
  const secret = new TextEncoder().encode(`caresync-access-token:${config.auth.tokenSecret}`);
  return (key ??= crypto.subtle.importKey("raw", secret, { name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]));
}

/** Signs an access token for 15 minutes (RFC 9068 claims). `sessionEpoch` ends it together with the sessions. */
export async function signAccessToken(userId: string, sessionEpoch: number): Promise<string> {
  return new SignJWT({ epoch: sessionEpoch })
    .setProtectedHeader({ alg: ALGORITHM, typ: "at+jwt" })
    .setIssuer(config.site.origin)
    .setAudience(`${config.site.origin}/api`)
    .setSubject(userId)
    .setIssuedAt()
    .setExpirationTime(`${ACCESS_TOKEN_SECONDS}s`)
    .setJti(uuidv7())
    .sign(await signingKey());
}

type Verified = { userId: string; sessionEpoch: number };

/**
 * Signatures verified before, kept until their tokens expire, because a client sends the same one with every request.
 */
const checked = new Map<string, Verified & { expiresAt: number }>();
const MAX_CACHED = 5_000;

/**
 * Returns the user and epoch of a valid token. Throws `invalid-token` for every defect, without detail. The caller
 * compares the epoch with the account's at every request.
 */
export async function verifyAccessToken(token: string): Promise<Verified> {
  const known = checked.get(token);
  if (known && known.expiresAt > Date.now()) return known;
  const verified = await checkAccessToken(token);
  if (checked.size >= MAX_CACHED) checked.clear();
  checked.set(token, verified);
  return verified;
}

async function checkAccessToken(token: string): Promise<Verified & { expiresAt: number }> {
  try {
    const { payload } = await jwtVerify(token, await signingKey(), {
      algorithms: [ALGORITHM],
      typ: "at+jwt",
      issuer: config.site.origin,
      audience: `${config.site.origin}/api`,
      requiredClaims: ["sub", "exp", "iat", "jti"],
    });
    if (typeof payload.sub !== "string" || typeof payload.epoch !== "number") throw new Error("claims");
    return { userId: payload.sub, sessionEpoch: payload.epoch, expiresAt: (payload.exp ?? 0) * 1000 };
  } catch (cause) {
    throw new AppError("invalid-token", undefined, { cause });
  }
}
