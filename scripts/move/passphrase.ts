import { createHash, hkdfSync, scryptSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { StartError } from "../process/start-error";

const SHORTEST = 16;
const HOW = `Set MOVE_PASSPHRASE to the passphrase of the file, at least ${SHORTEST} characters, or MOVE_PASSPHRASE_FILE to a file that has it.`;

/** Reads the passphrase from the environment or a file: an argument could be read by every user of the machine. Throws StartError. */
export function readPassphrase(given: NodeJS.ProcessEnv): string {
  const text = given.MOVE_PASSPHRASE ?? (given.MOVE_PASSPHRASE_FILE && readSecret(given.MOVE_PASSPHRASE_FILE));
  if (!text || text.length < SHORTEST) throw new StartError(HOW);
  return text;
}

function readSecret(path: string): string {
  try {
    return readFileSync(path, "utf8").replace(/\r?\n$/, "");
  } catch {
    throw new StartError(`MOVE_PASSPHRASE_FILE can't be read: ${path}.`);
  }
}

/** About half a second and 128 MB for each guess. */
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const CHECK_BYTES = 8;

export type FileKey = {
  key: Buffer;
  /** Tells another passphrase from a damaged file, and says nothing of either. */
  check: Buffer;
};

/** Derives the key of one file, bound to what stands at its beginning. */
export function deriveFileKey(passphrase: string, salt: Uint8Array, about: string): FileKey {
  const stretched = scryptSync(passphrase.normalize("NFC"), salt, 32, COST);
  const part = (name: string) => Buffer.from(hkdfSync("sha256", stretched, salt, `${about} ${name}`, 32));
  return { key: part("content"), check: createHash("sha256").update(part("check")).digest().subarray(0, CHECK_BYTES) };
}
