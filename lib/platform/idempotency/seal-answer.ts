import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { config } from "@/lib/platform/config/config";

const MARK = "sealed:";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * What the database keeps of an answer that may have to be given again: answers carry names and, once only, secrets
 * that are otherwise kept as hashes (a call's tracking token). AES-256-GCM under a key made of the process's secret.
 */
export function sealAnswer(body: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", sealingKey(), nonce);
  const sealed = Buffer.concat([cipher.update(body, "utf8"), cipher.final()]);
  return MARK + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** The answer as it was; one kept before answers were sealed is there as it is. Throws on anything tampered with. */
export function openAnswer(kept: string): string {
  if (!kept.startsWith(MARK)) return kept;
  const bytes = Buffer.from(kept.slice(MARK.length), "base64url");
  const decipher = createDecipheriv("aes-256-gcm", sealingKey(), bytes.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
}

let cached: Buffer | undefined;

function sealingKey(): Buffer {
  return (cached ??= Buffer.from(hkdfSync("sha256", config.auth.secret, "", "idempotent answers", 32)));
}
