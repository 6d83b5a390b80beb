import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { config } from "@/lib/platform/config/config";

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A data key as it is stored: encrypted under the master key of this name (RECORDS_KEYS). */
export type WrappedKey = { keyId: string; wrappedKey: Uint8Array<ArrayBuffer> };

/** What is stored can't be decrypted: a key is missing or another one, or something was altered. Says which. */
export class DecryptionError extends Error {
  override readonly name = "DecryptionError";
}

/** Returns the name of the master key that new data keys are wrapped under: the first of RECORDS_KEYS. */
export function currentKeyId(): string {
  return currentKey().id;
}

/**
 * Makes the key that encrypts one thing and nothing else, and the form it is stored in. `context` names the thing, such as
 * `file:<id>`: a wrapped key that is moved to another row can't be opened there.
 */
export function makeDataKey(context: string): WrappedKey & { key: Buffer } {
  const key = randomBytes(KEY_BYTES);
  return { key, ...wrap(key, context) };
}

/** Returns the data key. Throws `DecryptionError`. */
export function unwrapDataKey({ keyId, wrappedKey }: WrappedKey, context: string): Buffer {
  const master = config.records.keys.find(({ id }) => id === keyId);
  if (!master) throw new DecryptionError(`RECORDS_KEYS has no key named ${keyId}`);
  const bytes = Buffer.from(wrappedKey);
  if (bytes.length !== NONCE_BYTES + KEY_BYTES + TAG_BYTES) throw new DecryptionError("a data key was altered");
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", master.key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch (cause) {
    throw new DecryptionError(`the key named ${keyId} is another one, or a data key was altered`, { cause });
  }
}

/** Wraps the same data key under the current master key; what it encrypts stays as it is. Throws `DecryptionError`. */
export function rewrapDataKey(stored: WrappedKey, context: string): WrappedKey {
  return wrap(unwrapDataKey(stored, context), context);
}

function wrap(key: Buffer, context: string): WrappedKey {
  const master = currentKey();
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", master.key, nonce).setAAD(Buffer.from(context));
  const sealed = [nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()];
  return { keyId: master.id, wrappedKey: Uint8Array.from(Buffer.concat(sealed)) };
}

function currentKey() {
  const [first] = config.records.keys;
  if (!first) throw new Error("RECORDS_KEYS is empty");
  return first;
}
