import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { expect, vi } from "vitest";
import { archiveDirOf, clusterDirOf, systemOf } from "@/scripts/embedded/cluster";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "@/scripts/embedded/postgres";
import { DATABASE } from "@/scripts/embedded/roles";
import { readSecrets } from "@/scripts/embedded/secrets";
import { readBackupKey } from "@/scripts/backup/key";
import type { Store } from "@/scripts/backup/store";
import type { Sources } from "@/scripts/backup/sweep";

export const KEY_TEXT = Buffer.alloc(32, 7).toString("base64");
const KEY = readBackupKey(KEY_TEXT);
const SMALL = { shared_buffers: "16MB", fsync: "off", max_connections: "20", max_wal_size: "64MB" };

/** An embedded stack of a test's own, without the site. */
export type Installation = {
  dataDir: string;
  filesDir: string;
  root: string;
  server: EmbeddedPostgres;
  store: Store;
  sources: Sources;
  start(): Promise<void>;
  remove(): Promise<void>;
};

export async function installation(): Promise<Installation> {
  const dataDir = mkdtempSync(join(tmpdir(), "caresync-backups-"));
  const root = join(dataDir, "backups");
  const filesDir = join(dataDir, "files");
  mkdirSync(filesDir, { recursive: true });
  const cluster = clusterDirOf(dataDir);
  const start = () => startEmbeddedPostgres({ dataDir, archives: true, settings: SMALL });
  let server = await start();
  const remove = async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return {
    dataDir,
    filesDir,
    root,
    get server() {
      return server;
    },
    store: { root, system: systemOf(cluster) ?? "", key: KEY },
    get sources() {
      const secrets = () => readSecrets(dataDir);
      return { adminUrl: server.adminUrl, cluster, archive: archiveDirOf(dataDir), filesDir, secrets };
    },
    async start() {
      server = await start();
    },
    remove,
  };
}

export async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Of every table how many rows it has, and what they say. */
export async function everyRow(url: string): Promise<Record<string, string>> {
  const tables = await query<{ name: string; sql: string }>(
    url,
    `SELECT schemaname || '.' || tablename AS name,
       format('SELECT count(*) || '' rows '' || coalesce(md5(string_agg(t::text, '''' ORDER BY t::text)), '''') AS told FROM %I.%I t', schemaname, tablename) AS sql
     FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const told: Record<string, string> = {};
  for (const { name, sql } of tables) told[name] = (await query<{ told: string }>(url, sql))[0]?.told ?? "";
  return told;
}

/** The database's present moment; what is committed afterwards is later. */
export async function moment(url: string): Promise<Date> {
  const [row] = await query<{ now: Date }>(url, "SELECT clock_timestamp() + interval '1 millisecond' AS now");
  return row?.now ?? new Date();
}

/** Ends the present segment of the log, and waits until it is archived. */
export async function archiveNow({ server }: Installation): Promise<void> {
  const [{ name } = { name: "" }] = await query<{ name: string }>(
    server.adminUrl,
    "SELECT pg_walfile_name(pg_switch_wal()) AS name",
  );
  const last = () => query<{ last: string }>(server.adminUrl, "SELECT last_archived_wal AS last FROM pg_stat_archiver");
  await vi.waitFor(async () => expect(((await last())[0]?.last ?? "") >= name).toBe(true), { timeout: 60_000 });
}

export const databaseUrl = ({ server }: Installation): string => server.adminUrlOf(DATABASE);
