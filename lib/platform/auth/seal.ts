import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { config } from "@/lib/platform/config/config";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What is sealed for one purpose, or for one owner, can't be opened for another. */
export type SealedFor = {
  purpose: "idempotent answers" | "positions of pages" | "searched names" | "prescription codes" | "unsubscribe links";
  owner?: string;
};

/**
 * Encrypts a text that only this installation can read again: AES-256-GCM under a key derived from its secret, in
 * characters safe for a URL.
 */
export function seal(text: string, { purpose, owner = "" }: SealedFor): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** Returns the original text. Throws on anything tampered with, or sealed for another purpose or owner. */
export function openSealed(sealed: string, { purpose, owner = "" }: SealedFor): string {
  const bytes = Buffer.from(sealed, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  }).setAAD(Buffer.from(owner));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
}

/** Returns what a text can be found by, for who has this installation's secret: HMAC-SHA-256 under a key of its own. */
export function digest(text: string, purpose: "prescription codes"): string {
  return createHmac("sha256", keyFor(`digests of ${purpose}`))
    .update(text)
    .digest("base64url");
}

const keys = new Map<string, Buffer>();

function keyFor(purpose: string): Buffer {
  const known = keys.get(purpose);
  if (known) return known;
  const key = Buffer.from(hkdfSync("sha256", config.auth.secret, "", purpose, 32));
  keys.set(purpose, key);
  return key;
}
