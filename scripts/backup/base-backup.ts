import { rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type pg from "pg";
import { pack as newPack } from "tar-stream";
import { LOCK_NUMBERS } from "@/lib/platform/db/lock-numbers";
import { syncFolder } from "@/lib/platform/files/sync-folder";
import { StartError } from "../process/start-error";
import { packCluster, packText } from "./cluster-files";
import { withLock } from "./lock";
import { type Manifest, oneChunk, type Part, writeManifest } from "./manifest";
import { sealFile } from "./sealed-file";
import { baseFolder, basePlace, namesIn, stampOf, type Store, UNFINISHED } from "./store";
import { sweep, type Sources } from "./sweep";
import { verifyParts } from "./verify";

/** How long PostgreSQL may take to archive the last segment: with a full disk it would try for ever. */
const ARCHIVE_MS = 600_000;

/**
 * Copies the running database, with its secrets and the list of its files, encrypts the copy, reads it back, and only then
 * counts it as a backup. Everything else goes on meanwhile. Waits while another backup is being made.
 */
export async function backUpCluster(store: Store, sources: Sources): Promise<Manifest> {
  return withLock(sources.adminUrl, LOCK_NUMBERS.backup, async (client) => {
    await removeUnfinished(store);
    const { stamp, startedAt, server, segmentBytes } = await beginning(client);
    const place = (name: string) => basePlace(store, stamp, name, true);
    const copy = await copyCluster(client, sources.cluster, stamp, place("cluster.tar"));
    // After the copy ended: so the backups have all of the log that it needs, and every file that it knows of.
    const files = await sweep(store, sources);
    const list = await sealFile({ ...place("files"), source: oneChunk(files.join("\n")) });
    const secrets = await sealFile({ ...place("secrets"), source: oneChunk(JSON.stringify(sources.secrets())) });
    const parts: Part[] = [
      { name: "cluster.tar", ...copy.sealed },
      { name: "files", ...list },
      { name: "secrets", ...secrets },
    ];
    const manifest: Manifest = {
      version: 1,
      kind: "cluster",
      stamp,
      startedAt,
      endedAt: copy.endedAt,
      server,
      wal: { segmentBytes, start: copy.start, stop: copy.stop },
      content: copy.content,
      storedFiles: files.length,
      parts,
    };
    await finish(store, manifest);
    return manifest;
  });
}

/** Reads back what was written; from then on it is a backup. */
export async function finish(store: Store, manifest: Manifest): Promise<void> {
  await verifyParts(store, manifest, true);
  await writeManifest(store, manifest);
  const folder = baseFolder(store, manifest.stamp);
  await rename(`${folder}${UNFINISHED}`, folder);
  await syncFolder(dirname(folder));
}

/** What an interrupted backup left. */
export async function removeUnfinished(store: Store): Promise<void> {
  const folder = join(store.root, store.system, "base");
  const left = (await namesIn(folder)).filter((name) => name.endsWith(UNFINISHED));
  for (const name of left) await rm(join(folder, name), { recursive: true });
}

type Beginning = { stamp: string; startedAt: Date; server: string; segmentBytes: number };

const NO_LOG =
  "This database doesn't archive its log, and without it a copy isn't whole: start it with `npm start`, without BACKUPS=off.";

async function beginning(client: pg.Client): Promise<Beginning> {
  const { rows } = await client.query<{ now: Date; archives: boolean; server: string; bytes: number }>(
    `SELECT clock_timestamp() AS now, current_setting('archive_mode') = 'on' AS archives,
            current_setting('server_version') AS server, setting::int AS bytes
     FROM pg_settings WHERE name = 'wal_segment_size'`,
  );
  const [row] = rows;
  if (!row) throw new Error("PostgreSQL didn't answer.");
  if (!row.archives) throw new StartError(NO_LOG);
  return { stamp: stampOf(row.now), startedAt: row.now, server: row.server, segmentBytes: row.bytes };
}

type Copy = {
  sealed: Omit<Part, "name">;
  content: { files: number; bytes: number };
  start: { lsn: string; segment: string };
  stop: { lsn: string; segment: string };
  endedAt: Date;
};

async function copyCluster(
  client: pg.Client,
  cluster: string,
  stamp: string,
  place: ReturnType<typeof basePlace>,
): Promise<Copy> {
  const start = await walPoint(client, "SELECT pg_backup_start($1, true) AS lsn", [`caresync ${stamp}`]);
  const archive = newPack();
  const packing = (async () => {
    const content = await packCluster(archive, cluster);
    await client.query("SELECT set_config('statement_timeout', $1, false)", [String(ARCHIVE_MS)]);
    const stopped = await client.query<{ lsn: string; labelfile: string; spcmapfile: string; now: Date }>(
      "SELECT lsn, labelfile, spcmapfile, clock_timestamp() AS now FROM pg_backup_stop(true)",
    );
    const [row] = stopped.rows;
    if (!row) throw new Error("PostgreSQL didn't end the backup.");
    await packText(archive, "backup_label", row.labelfile);
    if (row.spcmapfile) await packText(archive, "tablespace_map", row.spcmapfile);
    archive.finalize();
    return { content, lsn: row.lsn, endedAt: row.now };
  })();
  packing.catch((error: Error) => archive.destroy(error));
  const sealed = await sealFile({ ...place, source: archive as AsyncIterable<Buffer> });
  const { content, lsn, endedAt } = await packing;
  const stop = await walPoint(client, "SELECT $1::pg_lsn AS lsn", [lsn]);
  return { sealed, content, start, stop, endedAt };
}

/** A place in the log, and the segment that it lies in. */
async function walPoint(client: pg.Client, sql: string, values: string[]): Promise<{ lsn: string; segment: string }> {
  const { rows } = await client.query<{ lsn: string; segment: string }>(
    `SELECT lsn::text, pg_walfile_name(lsn) AS segment FROM (${sql}) AS at`,
    values,
  );
  const [row] = rows;
  if (!row) throw new Error("PostgreSQL didn't answer.");
  return row;
}
