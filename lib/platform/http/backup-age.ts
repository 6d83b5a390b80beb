import { stat } from "node:fs/promises";
import { join } from "node:path";
import { config } from "@/lib/platform/config/config";

/** In BACKUP_DIR: touched when a backup was made. */
export const BACKUP_STAMP_FILE = "last-backup";
/** In BACKUP_DIR: touched while all finished parts of the database's log are in the backups. */
export const LOG_STAMP_FILE = "last-log";

/** Returns the age of the last backup in seconds; infinite when there is none yet, null when no one says where it leaves its stamp. */
export async function backupAgeSeconds(): Promise<number | null> {
  const { stamp, directory } = config.backups;
  const file = stamp ?? (directory && join(directory, BACKUP_STAMP_FILE));
  return file ? ((await ageOf(file)) ?? Number.POSITIVE_INFINITY) : null;
}

/** Returns for how many seconds changes have not reached the backups; null where they hold no log. */
export async function backupDelaySeconds(): Promise<number | null> {
  const { directory } = config.backups;
  return directory ? ageOf(join(directory, LOG_STAMP_FILE)) : null;
}

async function ageOf(path: string): Promise<number | null> {
  const file = await stat(/* turbopackIgnore: true */ path).catch(() => undefined);
  return file ? (Date.now() - file.mtimeMs) / 1000 : null;
}
