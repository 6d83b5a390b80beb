import type { Stats } from "node:fs";
import { open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Pack } from "tar-stream";
import { StartError } from "../process/start-error";

/** What PostgreSQL rebuilds: the folders stay, their content is left out ("Making a Base Backup" in its documentation). */
const EMPTIED = new Set([
  "pg_wal",
  "pg_replslot",
  "pg_dynshmem",
  "pg_notify",
  "pg_serial",
  "pg_snapshots",
  "pg_stat_tmp",
  "pg_subtrans",
]);
const LEFT_OUT = new Set([
  "postmaster.pid",
  "postmaster.opts",
  "postgresql.auto.conf.tmp",
  "current_logfiles.tmp",
  "pg_internal.init",
  "backup_label",
  "backup_label.old",
  "tablespace_map",
  "tablespace_map.old",
  "backup_manifest",
]);
const TEMPORARY = /^(pgsql_tmp|pg_internal\.init\.)/;
const CONTROL = "global/pg_control";
const CHUNK_BYTES = 256 * 1024;

type Found = { path: string; stats: Stats };

/**
 * Puts a running PostgreSQL's folder into an archive, between its start and end of a backup. Files may grow, shrink and
 * go meanwhile: the log has what they lose by that. Returns how many there were.
 */
export async function packCluster(pack: Pack, cluster: string): Promise<{ files: number; bytes: number }> {
  const packed = { files: 0, bytes: 0 };
  const add = async (found: Found) => {
    if (found.stats.isDirectory()) return addEntry(pack, found, null);
    const bytes = await packFile(pack, join(cluster, found.path), found);
    if (bytes !== null) packed.files += 1;
    packed.bytes += bytes ?? 0;
  };
  for await (const found of walk(cluster, "")) if (found.path !== CONTROL) await add(found);
  // Last, so that it tells of nothing that isn't there yet.
  await add({ path: CONTROL, stats: await stat(join(cluster, CONTROL)) });
  return packed;
}

/** Adds a file of which only the content is known. */
export async function packText(pack: Pack, name: string, text: string): Promise<void> {
  await new Promise<void>((resolve, reject) =>
    pack.entry({ name, mode: 0o600 }, text, (error) => (error ? reject(error) : resolve())),
  );
}

async function* walk(cluster: string, folder: string): AsyncGenerator<Found> {
  for (const entry of await readdir(join(cluster, folder), { withFileTypes: true }).catch(emptyWhenGone)) {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (LEFT_OUT.has(entry.name) || TEMPORARY.test(entry.name)) continue;
    if (entry.isSymbolicLink())
      throw new StartError(`Databases with tablespaces can't be backed up: ${path} is a link.`);
    const stats = await stat(join(cluster, path)).catch(nullWhenGone);
    if (!stats) continue;
    yield { path, stats };
    if (stats.isDirectory() && !EMPTIED.has(path)) yield* walk(cluster, path);
  }
}

async function packFile(pack: Pack, from: string, found: Found): Promise<number | null> {
  const file = await open(from).catch(nullWhenGone);
  if (!file) return null;
  try {
    const { size } = await file.stat();
    await addEntry(pack, found, { size, source: exactly(file, size) });
    return size;
  } finally {
    await file.close();
  }
}

type Content = { size: number; source: AsyncIterable<Buffer> };

async function addEntry(pack: Pack, { path, stats }: Found, content: Content | null): Promise<void> {
  const header = { name: path, mode: stats.mode & 0o777, mtime: stats.mtime };
  await new Promise<void>((resolve, reject) => {
    const done = (error?: Error | null) => (error ? reject(error) : resolve());
    if (!content) return void pack.entry({ ...header, type: "directory" }, done);
    pipeline(content.source, pack.entry({ ...header, size: content.size }, done)).catch(reject);
  });
}

/** Reads as many bytes as the file had when it was opened; a file that has become shorter ends in zeros. */
async function* exactly(file: Awaited<ReturnType<typeof open>>, size: number): AsyncGenerator<Buffer> {
  for (let left = size; left > 0;) {
    const wanted = Math.min(left, CHUNK_BYTES);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(wanted), 0, wanted, size - left);
    const part = bytesRead > 0 ? buffer.subarray(0, bytesRead) : buffer;
    left -= part.length;
    yield part;
  }
}

function nullWhenGone(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}

function emptyWhenGone(error: NodeJS.ErrnoException): [] {
  nullWhenGone(error);
  return [];
}
