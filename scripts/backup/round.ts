import { LOCK_NUMBERS } from "@/lib/platform/db/lock-numbers";
import { backUpCluster } from "./base-backup";
import { isDue } from "./due";
import { withLock } from "./lock";
import { readManifest } from "./manifest";
import { prune } from "./prune";
import { noteBackup, noteLog } from "./stamps";
import { listStamps, listWal, type Store } from "./store";
import { sweep, type Sources } from "./sweep";

/** Moves what is new into the backups, and notes until when they are complete. */
export async function keepUp(store: Store, sources: Sources): Promise<void> {
  const archiver = await readArchiver(sources.adminUrl);
  await sweep(store, sources);
  if (!archiver.isFailing) await noteLog(store.root, archiver.now);
}

/** Makes a backup if one is due, and removes what no longer needs to be kept. Tells whether it made one. */
export async function backUpIfDue(store: Store, sources: Sources, days: number): Promise<boolean> {
  const stamp = (await listStamps(store)).at(-1);
  const newest = stamp === undefined ? undefined : await readManifest(store, stamp);
  const { timeline, now } = await readArchiver(sources.adminUrl);
  if (!isDue(newest, await listWal(store), timeline, now)) return false;
  await backUp(store, sources, days);
  return true;
}

export async function backUp(store: Store, sources: Sources, days: number) {
  const manifest = await backUpCluster(store, sources);
  await withLock(sources.adminUrl, LOCK_NUMBERS.backupSweep, () => prune(store, new Date(), days));
  await noteBackup(store.root, manifest.endedAt);
  return manifest;
}

type Archiver = { isFailing: boolean; timeline: number; now: Date };

/** `now` is read before the log is moved: until then it is complete, up to the minute that is still being written. */
async function readArchiver(adminUrl: string): Promise<Archiver> {
  return withLock(adminUrl, LOCK_NUMBERS.backupSweep, async (client) => {
    const { rows } = await client.query<Archiver>(
      `SELECT coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false) AS "isFailing",
              (SELECT timeline_id FROM pg_control_checkpoint()) AS timeline, clock_timestamp() AS now
       FROM pg_stat_archiver`,
    );
    const [row] = rows;
    if (!row) throw new Error("PostgreSQL didn't answer.");
    return row;
  });
}
