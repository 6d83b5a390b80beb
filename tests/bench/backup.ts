import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { counted } from "@/lib/platform/text/counted";
import { readBackupKey } from "@/scripts/backup/key";
import { restoreBeside } from "@/scripts/backup/restore";
import { backUp, keepUp } from "@/scripts/backup/round";
import type { Store } from "@/scripts/backup/store";
import type { Sources } from "@/scripts/backup/sweep";
import { sizeText } from "@/scripts/backup/words";
import { archiveDirOf, clusterDirOf, systemOf } from "@/scripts/embedded/cluster";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/scripts/embedded/postgres";
import { DATABASE } from "@/scripts/embedded/roles";
import { readSecrets } from "@/scripts/embedded/secrets";
import { runAlone, withOwnDatabase } from "./own-process";
import { say } from "@/scripts/process/say";

/** About this much is added to the demo. */
const BYTES = (Number(process.env.BENCH_MEGABYTES) || 1_000) * 1_000_000;
const ROW_BYTES = 1_000;
/** Someone changes something this often while the last minute is measured. */
const WRITE_MS = 20;

export const benchBackup = (): Promise<void> => runAlone(import.meta.url);

/** Measures how long the demo and a large database take to back up and to restore, and how much a lost disk would cost. */
async function measure(): Promise<void> {
  await withOwnDatabase(
    async (postgres, dataDir) => {
      await seedDemo();
      const url = postgres.adminUrlOf(DATABASE);
      const [store, sources] = placesOf(postgres, dataDir);
      await measureOnce("the demo", store, sources, dataDir);
      await query(url, `CREATE TABLE "Bulk" ("n" int, "text" text)`);
      await query(
        url,
        `INSERT INTO "Bulk" SELECT n, (SELECT string_agg(md5(random()::text || n || part), '') FROM generate_series(1, ${Math.floor(ROW_BYTES / 32)}) part)
         FROM generate_series(1, ${Math.round(BYTES / ROW_BYTES)}) n`,
      );
      await measureOnce(`${sizeText(BYTES)} more`, store, sources, dataDir);
      await measureLoss(postgres, store, sources, dataDir);
    },
    { archives: true },
  );
}

async function measureOnce(name: string, store: Store, sources: Sources, dataDir: string): Promise<void> {
  await keepUp(store, sources); // what filling the database has left
  const [backingUp, { content, parts }] = await seconds(() => backUp(store, sources, 7));
  const written = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  const into = join(dataDir, "beside");
  const [restoring, { segments }] = await seconds(() => restoreBeside(store, into, undefined));
  rmSync(into, { recursive: true });
  say(`backup: ${name}: ${sizeText(content.bytes)} in ${sizeText(written)}`);
  say(
    `  backed up and read back in ${backingUp.toFixed(1)} s, restored in ${restoring.toFixed(1)} s (RTO), with ${counted(segments, "segment")} of the log`,
  );
}

/**
 * Writes for two minutes, then takes the disk away: what the backups have then is restored, and the newest row that came back
 * tells how much was lost.
 */
async function measureLoss(postgres: EmbeddedPostgres, store: Store, sources: Sources, dataDir: string): Promise<void> {
  const url = postgres.adminUrlOf(DATABASE);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE TABLE "Written" ("at" timestamptz NOT NULL DEFAULT clock_timestamp())`);
  const until = Date.now() + 130_000;
  const keeping = (async () => {
    while (Date.now() < until) {
      await keepUp(store, sources);
      await new Promise((resolve) => setTimeout(resolve, 10_000));
    }
  })();
  while (Date.now() < until) {
    await client.query(`INSERT INTO "Written" DEFAULT VALUES`);
    await new Promise((resolve) => setTimeout(resolve, WRITE_MS));
  }
  await keeping;
  const [last] = (await client.query<{ at: Date }>(`SELECT max("at") AS at FROM "Written"`)).rows;
  await client.end();
  const into = join(dataDir, "lost");
  await restoreBeside(store, into, undefined);
  const restored = await startEmbeddedPostgres({ dataDir: into });
  const [found] = await query<{ at: Date }>(restored.adminUrlOf(DATABASE), `SELECT max("at") AS at FROM "Written"`);
  await restored.stop();
  const lost = ((last?.at.getTime() ?? 0) - (found?.at.getTime() ?? 0)) / 1000;
  say(`  with the disk lost, the last ${lost.toFixed(1)} s of changes were lost (RPO: 75 s at most wanted)`);
}

function placesOf(postgres: EmbeddedPostgres, dataDir: string): [Store, Sources] {
  const cluster = clusterDirOf(dataDir);
  const filesDir = join(dataDir, "files");
  mkdirSync(filesDir, { recursive: true });
  return [
    {
      root: join(dataDir, "backups"),
      system: systemOf(cluster) ?? "",
      key: readBackupKey(Buffer.alloc(32, 7).toString("base64")),
    },
    {
      adminUrl: postgres.adminUrl,
      cluster,
      archive: archiveDirOf(dataDir),
      filesDir,
      secrets: () => readSecrets(dataDir),
    },
  ];
}

async function seedDemo(): Promise<void> {
  const env = { ...process.env, CARESYNC_DEMO: "1" };
  const child = spawn(process.execPath, ["--import", "tsx", "prisma/seed/seed.ts"], { env, stdio: "inherit" });
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error("The demo could not be written.");
}

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function seconds<T>(work: () => Promise<T>): Promise<[number, T]> {
  const began = performance.now();
  const result = await work();
  return [(performance.now() - began) / 1000, result];
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await measure();
