import { rm } from "node:fs/promises";
import { madeAtOf } from "./sealed-file";
import { chooseKept } from "./keep";
import { listManifests, type Manifest } from "./manifest";
import { isHistory, readSegment } from "./segment";
import { baseFolder, filePlace, listFiles, listWal, type Store, walPlace } from "./store";
import { readFileList } from "./verify";

/** Removes the backups that no longer need to be kept, and the log and files that no other needs. */
export async function prune(store: Store, now: Date, days: number): Promise<void> {
  const all = await listManifests(store);
  const { backups, anchor } = chooseKept(all, now, days);
  if (!anchor) return;
  await pruneLog(store, backups, anchor);
  await pruneFiles(store, backups, anchor);
  // Last: what was interrupted is found by the next round as it was.
  for (const { stamp } of all.filter((one) => !backups.includes(one))) {
    await rm(baseFolder(store, stamp), { recursive: true });
  }
}

/** An older copy needs only what was written while it was made. */
async function pruneLog(store: Store, backups: Manifest[], anchor: Manifest): Promise<void> {
  const { wal } = anchor;
  if (!wal) return;
  const place = (name: string) => readSegment(name, wal.segmentBytes)?.position ?? NaN;
  const spans = backups.flatMap((one) =>
    one.wal ? [[place(one.wal.start.segment), place(one.wal.stop.segment)]] : [],
  );
  // Whatever isn't certainly before what is needed stays.
  const isNeeded = (at: number) =>
    !(at < place(wal.start.segment)) || spans.some(([from = 0, to = 0]) => from <= at && at <= to);
  const unneeded = (await listWal(store)).filter((name) => !isHistory(name) && !isNeeded(place(name)));
  for (const name of unneeded) await rm(walPlace(store, name).path, { force: true });
}

/** A file that came and went between two backups is in neither's list, and yet belongs to a moment that can be restored. */
async function pruneFiles(store: Store, backups: Manifest[], anchor: Manifest): Promise<void> {
  const needed = new Set((await Promise.all(backups.map(({ stamp }) => readFileList(store, stamp)))).flat());
  for (const [folder, ids] of await listFiles(store)) {
    for (const id of ids.filter((one) => !needed.has(one))) {
      const { path } = filePlace(store, folder, id);
      if ((await madeAtOf(path)) < anchor.startedAt) await rm(path, { force: true });
    }
  }
}
