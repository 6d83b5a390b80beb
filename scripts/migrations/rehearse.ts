import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { embeddedInstallation } from "../backup/installation";
import { restoreBeside } from "../backup/restore";
import { keepUp } from "../backup/round";
import { startEmbeddedPostgres } from "../embedded/postgres";
import { dataDirOf } from "../launcher/plan";
import { migrateDatabase } from "../migrate";
import { StartError } from "../process/start-error";
import { watchLocks } from "./watch-locks";

const OWN =
  "A database of your own is rehearsed on a copy that you make: restore a backup into another database, set MIGRATION_DATABASE_URL to that one, and run `npm run migrate -- --report`.";

/**
 * Runs the migrations on a copy of the embedded database, restored from its backups while it runs, and tells how long each takes
 * and what people would wait for. The copy is removed afterwards.
 */
export async function rehearseMigrations(given: NodeJS.ProcessEnv): Promise<string[]> {
  if (given.DATABASE_URL || given.MIGRATION_DATABASE_URL) throw new StartError(OWN);
  const { store, sources } = embeddedInstallation(given);
  await keepUp(store, sources);
  const folder = mkdtempSync(join(dataDirOf(given), "rehearsal-"));
  try {
    await restoreBeside(store, folder, undefined, { hasFiles: false });
    const server = await startEmbeddedPostgres({ dataDir: folder });
    try {
      return await reportMigrations(server.ownerUrl);
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Migrates a database, and tells how long each migration took and which tables stayed locked meanwhile. */
export async function reportMigrations(ownerUrl: string): Promise<string[]> {
  const began = new Date();
  const unwatch = await watchLocks(ownerUrl);
  const failure = await migrateDatabase(ownerUrl).then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  const locked = await unwatch();
  if (failure) throw failure.error;
  const ran = await listRun(ownerUrl, began);
  const took = ran.map(({ name, seconds }) => `${name}: ${seconds.toFixed(1)} s`);
  const waited = locked.map(
    ({ table, isUnreadable, seconds }) =>
      `"${table}": no one could ${isUnreadable ? "read or write" : "write"} it for ${seconds.toFixed(1)} s`,
  );
  return ran.length === 0
    ? ["There is nothing to migrate."]
    : [...took, ...(waited.length > 0 ? waited : ["No table in use was locked."])];
}

type Run = { name: string; seconds: number };

async function listRun(url: string, since: Date): Promise<Run[]> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query<Run>(
      `SELECT migration_name AS name, extract(epoch FROM finished_at - started_at)::float8 AS seconds
       FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND started_at >= $1 ORDER BY started_at`,
      [since],
    );
    return rows;
  } finally {
    await client.end();
  }
}
