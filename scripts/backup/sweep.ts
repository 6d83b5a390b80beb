import { createReadStream } from "node:fs";
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { LOCK_NUMBERS } from "@/lib/platform/db/lock-numbers";
import { DecryptionError } from "@/lib/platform/encryption/data-key";
import { StartError } from "../process/start-error";
import { digest } from "./digest";
import { withLock } from "./lock";
import { openSealed, sealFile } from "./sealed-file";
import { isArchived, isSegment, systemOfSegment } from "./segment";
import { filePlace, listFiles, listWal, namesIn, type Store, walPlace } from "./store";

/** Where the running installation has what is backed up. */
export type Sources = {
  /** Superuser of the embedded database. */
  adminUrl: string;
  /** PostgreSQL's own folder. */
  cluster: string;
  /** Where PostgreSQL puts its finished log segments. */
  archive: string;
  /** Attachments and documents; undefined when they are in a bucket. */
  filesDir: string | undefined;
  secrets: () => Record<string, string>;
};

/**
 * Moves the archived log into the backups and copies the files that they don't have yet. Returns the files there are. The log
 * first: so the backups have every file that the log in them knows of.
 */
export async function sweep(store: Store, sources: Sources): Promise<string[]> {
  return withLock(sources.adminUrl, LOCK_NUMBERS.backupSweep, async () => {
    await sweepLog(store, sources.archive);
    return sources.filesDir === undefined ? [] : sweepFiles(store, sources.filesDir);
  });
}

const OTHER = "The archived log is of another database than the one whose backups these are.";

/**
 * Encrypts each archived segment into the backups, reads it back, and only then removes the plain one. It may be interrupted
 * at any moment. A segment that is there already must be the same: two different ones would mean that two databases
 * write into one folder.
 */
export async function sweepLog(store: Store, archive: string): Promise<void> {
  const there = new Set(await listWal(store));
  for (const name of (await namesIn(archive)).filter(isArchived).sort()) {
    const plain = join(archive, name);
    const place = walPlace(store, name);
    if (isSegment(name) && (await systemOfSegment(plain)) !== store.system) throw new StartError(OTHER);
    const kept = there.has(name) ? await digest(openSealed(place)).catch(nullWhenDamaged) : null;
    if (kept === null) await copyIn(place, plain, { madeAt: (await stat(plain)).mtime });
    else if (kept !== (await digest(createReadStream(plain)))) throw new StartError(differs(name));
    await rm(plain);
  }
}

const differs = (name: string) =>
  `The backups have another ${name}: does a copy of this database write into the same BACKUP_DIR?`;

/** Encrypts a file into the backups, and reads it back. */
async function copyIn(
  place: ReturnType<typeof walPlace>,
  plain: string,
  options: { madeAt?: Date; isCompressed?: boolean },
): Promise<void> {
  await sealFile({ ...place, source: createReadStream(plain), ...options });
  const [read, written] = [await digest(createReadStream(plain)), await digest(openSealed(place))];
  if (read !== written) throw new Error(`${place.name} could not be read back as it was written.`);
}

/** What no longer opens is written again, as long as it can be. */
function nullWhenDamaged(error: unknown): null {
  if (error instanceof DecryptionError) return null;
  throw error;
}

/** Copies new files. They are encrypted already and never change, so each is copied once. */
export async function sweepFiles(store: Store, filesDir: string): Promise<string[]> {
  const there = await listFiles(store);
  const all: string[] = [];
  for (const folder of await subfolders(filesDir)) {
    const had = new Set(there.get(folder));
    for (const id of (await namesIn(join(filesDir, folder))).filter((name) => !name.endsWith(".new"))) {
      if (had.has(id) || (await copyFile(store, filesDir, folder, id))) all.push(id);
    }
  }
  return all;
}

/** Tells whether it was still there: a file may be removed meanwhile. */
async function copyFile(store: Store, filesDir: string, folder: string, id: string): Promise<boolean> {
  const place = filePlace(store, folder, id);
  try {
    await copyIn(place, join(filesDir, folder, id), { isCompressed: false });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    await rm(place.path, { force: true });
    return false;
  }
}

async function subfolders(root: string): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}
