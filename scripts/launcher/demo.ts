import { existsSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { EmbeddedPostgres } from "../embedded/postgres";
import { recreateDatabase } from "../embedded/roles";
import { migrateDatabase } from "../migrate";
import { ROOT } from "../process/child";
import type { Stack } from "./stack";
import { StartError } from "../process/start-error";
import { say } from "../process/say";

const SEED = "prisma/seed/seed.ts";
const SEEDING = "CareSync demo: being written";
const COMPLETE = "CareSync demo: complete";

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row | undefined> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return (await client.query<Row>(sql)).rows[0];
  } finally {
    await client.end().catch(() => {});
  }
}

/** The state is the comment on the database, so that it is restored or lost with the data. */
async function readMark(ownerUrl: string): Promise<string | null> {
  const sql = `SELECT shobj_description(oid, 'pg_database') AS mark FROM pg_database WHERE datname = current_database()`;
  return (await query<{ mark: string | null }>(ownerUrl, sql))?.mark ?? null;
}

const writeMark = (ownerUrl: string, mark: string) =>
  query(ownerUrl, `DO $$ BEGIN EXECUTE format('COMMENT ON DATABASE %I IS %L', current_database(), '${mark}'); END $$`);

/**
 * Fills a new embedded database with the demo, once. An interrupted demo is deleted and written again; a database
 * already in use is left alone. Returns whether the demo is there.
 */
export async function ensureDemo(stack: Stack, database: EmbeddedPostgres, env: NodeJS.ProcessEnv): Promise<boolean> {
  const mark = await readMark(database.ownerUrl);
  if (mark === COMPLETE) return true;
  if (!existsSync(join(ROOT, SEED))) return false;
  if (mark === SEEDING) {
    await recreateDatabase(database.adminUrlOf);
    await migrateDatabase(database.ownerUrl);
  } else {
    const used = await query<{ used: boolean }>(database.ownerUrl, `SELECT EXISTS (SELECT 1 FROM "User") AS used`);
    if (used?.used) return false;
  }
  say("Writing the demo: hospitals, doctors, patients, appointments …");
  await writeMark(database.ownerUrl, SEEDING);
  const code = await stack.run({ args: ["--import", "tsx", SEED], env: { ...env, CARESYNC_DEMO: "1" } });
  if (code !== 0) throw new StartError("The demo could not be written. The next start will begin again.");
  await writeMark(database.ownerUrl, COMPLETE);
  return true;
}
