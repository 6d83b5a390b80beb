import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { directoryStore, folderOf } from "@/lib/platform/files/directory-store";
import { digest } from "./digest";
import { openSealed, readSealed } from "./sealed-file";
import { filePlace, listFiles, type Store } from "./store";

export type RestoredFiles = { restored: number; present: number; missing: number };

/**
 * Brings back the files that the restored database knows of: those that are gone, and those that are no longer what they were.
 * What it doesn't know of stays where it is. `missing` counts those the backups don't have either.
 */
export async function restoreFiles(store: Store, ids: string[], filesDir: string): Promise<RestoredFiles> {
  const there = await listFiles(store);
  const target = directoryStore(filesDir);
  const counts = { restored: 0, present: 0, missing: 0 };
  for (const id of ids) {
    const folder = folderOf(id);
    const path = join(filesDir, folder, id);
    const isBackedUp = there.get(folder)?.includes(id) ?? false;
    if (!isBackedUp) counts[(await exists(path)) ? "present" : "missing"] += 1;
    else if (await isSame(store, folder, id, path)) counts.present += 1;
    else {
      await target.put(id, await readSealed(filePlace(store, folder, id)));
      counts.restored += 1;
    }
  }
  return counts;
}

async function isSame(store: Store, folder: string, id: string, path: string): Promise<boolean> {
  if (!(await exists(path))) return false;
  const [mine, kept] = [createReadStream(path), openSealed(filePlace(store, folder, id))];
  return (await digest(mine)) === (await digest(kept));
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
