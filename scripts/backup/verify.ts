import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { extract } from "tar-stream";
import { folderOf } from "@/lib/platform/files/directory-store";
import type { Manifest } from "./manifest";
import { openSealed, readSealed } from "./sealed-file";
import { chainFrom, isSegment } from "./segment";
import { basePlace, filePlace, listWal, type Store, walPlace } from "./store";

type Findings = { faults: string[]; segments: number; files: number };

/** Reads everything there is: each backup with the log that it needs, all of the log, every file. Says what is wrong with it. */
export async function verifyAll(store: Store, manifests: Manifest[]): Promise<Findings> {
  const faults: string[] = [];
  const check = async (what: string, work: () => Promise<void>) => {
    await work().catch((error: Error) => faults.push(`${what}: ${error.message}`));
  };
  for (const manifest of manifests) {
    await check(`The backup of ${manifest.stamp}`, () => verifyParts(store, manifest));
    await check(`The log of ${manifest.stamp}`, () => verifyChain(store, manifest));
  }
  const log = await listWal(store);
  for (const name of log) await check(name, () => drain(openSealed(walPlace(store, name))));
  const files = await expectedFiles(store, manifests);
  for (const id of files) await check(`A file, ${id}`, () => drain(openSealed(filePlace(store, folderOf(id), id))));
  return { faults, segments: log.filter(isSegment).length, files: files.size };
}

/** A copy is whole with the log from its start to its stop. */
async function verifyChain(store: Store, { wal }: Manifest): Promise<void> {
  if (!wal) return;
  const chain = chainFrom(wal.start.segment, await listWal(store), wal.segmentBytes);
  if (!chain.includes(wal.stop.segment)) throw new Error("segments are missing that the copy needs.");
}

async function expectedFiles(store: Store, manifests: Manifest[]): Promise<Set<string>> {
  const lists = manifests.map(({ stamp }) => readFileList(store, stamp));
  return new Set((await Promise.all(lists)).flat());
}

/** The files that belonged to a backup when it ended. */
export async function readFileList(store: Store, stamp: string): Promise<string[]> {
  const text = (await readSealed(basePlace(store, stamp, "files"))).toString();
  return text === "" ? [] : text.split("\n");
}

/** Reads all parts of a backup: that they are what was written, that they open, and that the copy is whole. */
export async function verifyParts(store: Store, manifest: Manifest, isUnfinished = false): Promise<void> {
  for (const { name, sha256 } of manifest.parts) {
    const place = basePlace(store, manifest.stamp, name, isUnfinished);
    const hash = createHash("sha256");
    for await (const part of createReadStream(place.path)) hash.update(part as Buffer);
    if (hash.digest("hex") !== sha256) throw new Error(`${name} isn't what was written.`);
    if (name !== "cluster.tar") await drain(openSealed(place));
  }
  if (manifest.kind === "cluster") await verifyCopy(store, manifest, isUnfinished);
}

async function verifyCopy(store: Store, { stamp, content }: Manifest, isUnfinished: boolean): Promise<void> {
  const names = new Set<string>();
  let bytes = 0;
  const reading = extract();
  const entries = (async () => {
    for await (const entry of reading) {
      if (entry.header.type === "file") names.add(entry.header.name);
      bytes += entry.header.size ?? 0;
      await drain(entry);
    }
  })();
  await Promise.all([pipeline(openSealed(basePlace(store, stamp, "cluster.tar", isUnfinished)), reading), entries]);
  const needed = ["PG_VERSION", "global/pg_control", "backup_label"];
  const missing = needed.filter((name) => !names.has(name));
  // backup_label is written in addition to what was copied.
  if (missing.length > 0 || names.size < content.files + 1 || bytes < content.bytes) {
    throw new Error(`The copy of the database isn't whole: ${missing[0] ?? "files are missing"}.`);
  }
}

async function drain(source: AsyncIterable<unknown>): Promise<void> {
  for await (const _part of source);
}
