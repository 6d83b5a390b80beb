import { z } from "zod";
import { readSealed, type Sealed, sealFile } from "./sealed-file";
import { basePlace, listStamps, type Store } from "./store";

const manifest = z.object({
  version: z.literal(1),
  /** A copy of PostgreSQL's own folder, or what `pg_dump` wrote. */
  kind: z.enum(["cluster", "dump"]),
  stamp: z.string(),
  startedAt: z.coerce.date(),
  /** From this moment on it can be restored. */
  endedAt: z.coerce.date(),
  server: z.string(),
  /** Where the log begins that a copy needs, and where the copy is whole. */
  wal: z
    .object({
      segmentBytes: z.int(),
      start: z.object({ lsn: z.string(), segment: z.string() }),
      stop: z.object({ lsn: z.string(), segment: z.string() }),
    })
    .nullable(),
  /** How many files and bytes the copy has, before compression. */
  content: z.object({ files: z.int(), bytes: z.int() }),
  /** Attachments and documents that belonged to it when it ended. */
  storedFiles: z.int(),
  parts: z.array(z.object({ name: z.string(), bytes: z.int(), sha256: z.string() })),
});

export type Manifest = z.output<typeof manifest>;
export type Part = Sealed & { name: string };

const NAME = "manifest";

/** Written last: a backup without a manifest isn't one. */
export async function writeManifest(store: Store, written: Manifest): Promise<void> {
  const source = oneChunk(JSON.stringify(written, null, 2));
  await sealFile({ ...basePlace(store, written.stamp, NAME, true), source, madeAt: written.startedAt });
}

export async function readManifest(store: Store, stamp: string): Promise<Manifest> {
  return manifest.parse(JSON.parse((await readSealed(basePlace(store, stamp, NAME))).toString()));
}

/** All finished backups, oldest first. */
export async function listManifests(store: Store): Promise<Manifest[]> {
  return Promise.all((await listStamps(store)).map((stamp) => readManifest(store, stamp)));
}

export async function* oneChunk(text: string | Buffer): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}
