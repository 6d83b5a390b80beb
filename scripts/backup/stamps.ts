import { mkdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { BACKUP_STAMP_FILE, LOG_STAMP_FILE } from "@/lib/platform/http/backup-age";

// Where web servers read, without the key, how old the backups are.

export const noteBackup = (root: string, at: Date) => touch(join(root, BACKUP_STAMP_FILE), at);
export const noteLog = (root: string, at: Date) => touch(join(root, LOG_STAMP_FILE), at);

/** A new installation has as long as any other to make its first backup. */
export async function beginStamps(root: string): Promise<void> {
  await mkdir(root, { recursive: true, mode: 0o700 });
  for (const name of [BACKUP_STAMP_FILE, LOG_STAMP_FILE]) {
    await writeFile(join(root, name), "", { flag: "wx", mode: 0o600 }).catch(ignoreExisting);
  }
}

async function touch(path: string, at: Date): Promise<void> {
  await writeFile(path, "", { mode: 0o600 });
  await utimes(path, at, at);
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") throw error;
}
