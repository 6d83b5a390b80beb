import { createHash, hkdfSync } from "node:crypto";
import { keepSecrets, readSecrets } from "../embedded/secrets";
import { StartError } from "../process/start-error";
import { say } from "../process/say";

/** What encrypts the backups. The fingerprint tells one key from another and says nothing of either. */
export type BackupKey = { bytes: Buffer; fingerprint: Buffer };

export const FINGERPRINT_BYTES = 8;
const FAULT = "BACKUP_KEY must be 32 bytes as base64, such as the output of `openssl rand -base64 32`.";

/** Reads a key from its text. Throws StartError. */
export function readBackupKey(text: string): BackupKey {
  const bytes = /^[\w+/-]{43}=?$/.test(text) ? Buffer.from(text, "base64") : Buffer.alloc(0);
  if (bytes.length !== 32) throw new StartError(FAULT);
  const fingerprint = createHash("sha256").update("caresync-backup-key").update(bytes).digest();
  return { bytes, fingerprint: fingerprint.subarray(0, FINGERPRINT_BYTES) };
}

/**
 * Returns the key of the environment, or that of the embedded stack, made and kept in `secrets.json` on first use. Then it is
 * shown, once: with this machine gone, only it opens the backups.
 */
export function keepBackupKey(dataDir: string, given: NodeJS.ProcessEnv): string {
  if (given.BACKUP_KEY) return given.BACKUP_KEY;
  const isNew = readSecrets(dataDir).backup === undefined;
  const { backup: key } = keepSecrets(dataDir, ["backup"]);
  // On the terminal and nowhere else: the log never has it.
  if (isNew) say(`\n${KEEP_IT}\n  BACKUP_KEY=${key}\n`);
  return key;
}

const KEEP_IT =
  "Backups are encrypted. Without this key no one can read them; keep it somewhere else than on this machine:";

/** Returns the key that opens the backups, which is never made here. Throws StartError when there is none. */
export function findBackupKey(dataDir: string, given: NodeJS.ProcessEnv): BackupKey {
  const text = given.BACKUP_KEY ?? readSecrets(dataDir).backup;
  if (!text) throw new StartError("Set BACKUP_KEY to the key that the backups were made with.");
  return readBackupKey(text);
}

/** The key of one file, which encrypts nothing else; bound to all that is said about the file. */
export function deriveKey({ bytes }: BackupKey, salt: Uint8Array, about: Uint8Array): Buffer {
  return Buffer.from(hkdfSync("sha256", bytes, salt, about, 32));
}
