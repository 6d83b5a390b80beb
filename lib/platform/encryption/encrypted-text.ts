import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { DecryptionError } from "./data-key";

/** A key that encrypts many texts; each names it by its ID. */
export type TextKey = { id: string; key: Buffer };

/** The first byte; the database knows it too. */
const VERSION = 1;
const ID_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 1 + ID_BYTES;

/**
 * Encrypts a text with AES-256-GCM: version, ID of the key, nonce, the encrypted text, tag. `context` names the row, such as
 * `Addendum:<id>`: moved to another one, it can't be decrypted. The nonce is random, so a key may encrypt 2^32 texts.
 */
export function encryptText({ id, key }: TextKey, text: string, context: string): Uint8Array<ArrayBuffer> {
  const header = Buffer.concat([Buffer.of(VERSION), Buffer.from(id.replaceAll("-", ""), "hex")]);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(boundTo(header, context));
  const parts = [header, nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()];
  return Uint8Array.from(Buffer.concat(parts));
}

/** Returns the ID of the key that a text is encrypted under. Throws `DecryptionError`. */
export function keyIdOf(encrypted: Uint8Array): string {
  if (encrypted[0] !== VERSION || encrypted.length < HEADER_BYTES + NONCE_BYTES + TAG_BYTES)
    throw new DecryptionError("a text was altered, or encrypted by a later release");
  const hex = Buffer.from(encrypted.subarray(1, HEADER_BYTES)).toString("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** Returns the text. Throws `DecryptionError` when a byte of it was altered, under another key, and in another row. */
export function decryptText(key: Buffer, encrypted: Uint8Array, context: string): string {
  const bytes = Buffer.from(encrypted);
  const begin = HEADER_BYTES + NONCE_BYTES;
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(HEADER_BYTES, begin), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(boundTo(bytes.subarray(0, HEADER_BYTES), context)).setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return decipher.update(bytes.subarray(begin, -TAG_BYTES), undefined, "utf8") + decipher.final("utf8");
  } catch (cause) {
    throw new DecryptionError("a text was altered, or belongs to another row", { cause });
  }
}

const boundTo = (header: Uint8Array, context: string) => Buffer.concat([header, Buffer.from(context)]);
