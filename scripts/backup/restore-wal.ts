import { copyFile, open, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Manifest } from "./manifest";
import { openSealed } from "./sealed-file";
import { chainFrom, isHistory, isSegment, systemOfSegment } from "./segment";
import { listWal, namesIn, type Store, walPlace } from "./store";

type Found = { name: string; write: (path: string) => Promise<void> };

/**
 * Puts the log that leads on from a copy into a folder that PostgreSQL reads. Out of the backups, and out of `latest`, the
 * former database's own folders, where they still exist: these have what was written in the last minute.
 * Returns how many segments there are.
 */
export async function layOutLog(store: Store, { wal }: Manifest, folder: string, latest: string[]): Promise<number> {
  if (!wal) return 0;
  const found = new Map<string, Found>();
  for (const from of [...latest].reverse()) {
    for (const name of (await namesIn(from)).filter((one) => isSegment(one) || isHistory(one))) {
      if (isSegment(name) && (await systemOfSegment(join(from, name))) !== store.system) continue;
      found.set(name, { name, write: (path) => copyFile(join(from, name), path) });
    }
  }
  // What the backups have was finished; the same name elsewhere may be an old segment waiting to be used again.
  for (const name of await listWal(store)) {
    found.set(name, { name, write: (path) => writeSparsely(openSealed(walPlace(store, name)), path) });
  }
  const chain = chainFrom(wal.start.segment, found.keys(), wal.segmentBytes);
  // The histories of other timelines: restoring once more begins one that has not been used.
  const histories = [...found.keys()].filter(isHistory);
  for (const name of [...chain, ...histories]) await found.get(name)?.write(join(folder, name));
  return chain.length;
}

const BLOCK_BYTES = 64 * 1024;
const EMPTY = Buffer.alloc(BLOCK_BYTES);

/** Leaves out what is empty: a segment that was finished by the clock, not because it was full, is mostly that. */
async function writeSparsely(source: AsyncIterable<Buffer>, path: string): Promise<void> {
  await rm(path, { force: true });
  const file = await open(path, "w", 0o600);
  let at = 0;
  try {
    for await (const chunk of source) {
      for (let from = 0; from < chunk.length; from += BLOCK_BYTES) {
        const block = chunk.subarray(from, from + BLOCK_BYTES);
        if (!block.equals(EMPTY.subarray(0, block.length))) await file.write(block, 0, block.length, at + from);
      }
      at += chunk.length;
    }
    await file.truncate(at);
  } finally {
    await file.close();
  }
}
