import { createHash, randomBytes } from "node:crypto";

/** Creates a secret for a link or a refresh: 256 random bits for the holder, a SHA-256 for the database. */
export function newSecretToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: hashSecretToken(token) };
}

/** Returns what the database stores of a secret token. 256 random bits need no slow hash. */
export function hashSecretToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
