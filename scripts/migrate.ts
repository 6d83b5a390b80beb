// `npm run migrate`: brings the database of MIGRATION_DATABASE_URL (or DATABASE_URL) up to date.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { runMigrations } from "graphile-worker";
import pg from "pg";
import { installBuiltInCodes } from "@/lib/domain/codes/install-built-in";
import { LOCK_NUMBERS } from "@/lib/platform/db/lock-numbers";
import { sqlOn } from "@/lib/platform/db/sql";
import { makeMonths } from "@/lib/platform/months/make-months";
import { readEnvironment } from "./launcher/plan";
import { databaseError, isTimeout, requirePostgresUrl } from "./process/database-error";
import { prepareMonths } from "./process/prepare-months";
import { runMain, StartError } from "./process/start-error";
import { say } from "./process/say";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const OLDEST_SERVER = 150_000;
/** While a migration waits for a table, everyone else who wants it waits behind it. */
const LOCK_MS = 10_000;
/** What takes longer was not meant to run while the site serves. */
const STATEMENT_MS = 3_600_000;

/**
 * Applies all migrations as the owner: Prisma's, the job queue's, the rights of the other roles, then the diagnosis
 * codes that come with the product.
 * Safe to repeat and to run twice at once. Throws StartError with one sentence when the database is unusable, or busy for so
 * long that waiting would stop the site.
 */
export async function migrateDatabase(ownerUrl: string, lockMs = LOCK_MS): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {}); // a lost connection fails the current query
  try {
    await client.connect();
    await client.query("SELECT pg_advisory_lock($1)", [LOCK_NUMBERS.migrate]);
    await client.query(`SET lock_timeout = ${lockMs}; SET statement_timeout = ${STATEMENT_MS}`);
    await ensureAppRole(client, await checkServer(client));
    await ensureBackupRole(client);
    await renameMigrations(client);
    await prepareMonths(client);
    const timeouts = `-c lock_timeout=${lockMs} -c statement_timeout=${STATEMENT_MS}`;
    await prismaMigrateDeploy(ownerUrl, timeouts).catch((error: unknown) => forgetTimedOut(client, error));
    await runMigrations({ connectionString: withOptions(ownerUrl, timeouts) });
    await client.query(`BEGIN; ${readFileSync(join(ROOT, "prisma/grants.sql"), "utf8")}; COMMIT`);
    // After a restore or a long sleep there may be none for this month.
    await makeMonths(sqlOn(client));
    await client.query("BEGIN");
    await installBuiltInCodes(sqlOn(client));
    await client.query("COMMIT");
  } catch (error) {
    throw error instanceof StartError ? error : databaseError(error, ownerUrl);
  } finally {
    await client.end().catch(() => {});
  }
}

const withOptions = (url: string, options: string) => {
  const changed = new URL(url);
  changed.searchParams.set("options", options);
  return changed.href;
};

/** A migration that ran out of time was rolled back whole, so it may simply run again. */
async function forgetTimedOut(client: pg.Client, error: unknown): Promise<never> {
  if (isTimeout(error)) {
    await client.query(
      `UPDATE "_prisma_migrations" SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL`,
    );
  }
  throw error;
}

/** Tells whether migrations of this release are missing in a database that has had some: it is about to be changed. */
export async function hasPendingMigrations(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    if (!(await hasMigrations(client))) return false;
    const { rows } = await client.query<{ name: string }>(
      `SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    );
    const applied = new Set(rows.map(({ name }) => name));
    const shipped = readdirSync(join(ROOT, "prisma/migrations"), { withFileTypes: true });
    return shipped.some((entry) => entry.isDirectory() && !applied.has(entry.name));
  } catch (error) {
    throw databaseError(error, ownerUrl);
  } finally {
    await client.end().catch(() => {});
  }
}

async function hasMigrations(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('public."_prisma_migrations"') IS NOT NULL AS there`,
  );
  return rows[0]?.there ?? false;
}

/** Two migrations once had the same timestamp; a database that has the renamed one keeps it under its new name. */
async function renameMigrations(client: pg.Client): Promise<void> {
  if (!(await hasMigrations(client))) return;
  await client.query(
    `UPDATE "_prisma_migrations" SET migration_name = '20261123000250_patient_names' WHERE migration_name = '20261123000200_patient_names'`,
  );
}

/** Returns the server's version number. */
async function checkServer(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ version: number; name: string; may_create: boolean }>(
    `SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS name,
            has_database_privilege(current_database(), 'CREATE')
              AND has_schema_privilege('public', 'CREATE') AS may_create`,
  );
  const server = rows[0];
  if (!server) throw new StartError("PostgreSQL didn't answer.");
  if (server.version < OLDEST_SERVER) throw new StartError(`PostgreSQL 15 or newer is needed; this is ${server.name}.`);
  if (!server.may_create) {
    throw new StartError(
      "The database user may not create tables: set MIGRATION_DATABASE_URL to the owner of the database.",
    );
  }
  return server.version;
}

/** The application uses `caresync_app` on every connection, whichever login DATABASE_URL names. */
async function ensureAppRole(client: pg.Client, version: number): Promise<void> {
  const { rows } = await client.query<{ there: boolean; mine: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'caresync_app') AS there,
            EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'caresync_app' AND pg_has_role(oid, $1)) AS mine`,
    [version >= 160_000 ? "SET" : "MEMBER"],
  );
  try {
    if (!rows[0]?.there) await client.query("CREATE ROLE caresync_app NOLOGIN");
    if (!rows[0]?.mine) await client.query("GRANT caresync_app TO CURRENT_USER");
  } catch (cause) {
    const sql = "CREATE ROLE caresync_app NOLOGIN; GRANT caresync_app TO <user>;";
    throw new StartError(`The database user lacks the role caresync_app; as a superuser run: ${sql}`, { cause });
  }
}

/** Backups are made as `caresync_backup`: row-level security binds the owner too. */
async function ensureBackupRole(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = 'caresync_backup'");
  if (rowCount) return;
  const sql = "CREATE ROLE caresync_backup NOLOGIN";
  await client.query(sql).catch((cause: unknown) => {
    throw new StartError(
      `The role caresync_backup is missing, as which backups are made; as a superuser run: ${sql};`,
      {
        cause,
      },
    );
  });
}

function prismaMigrateDeploy(url: string, options: string): Promise<void> {
  const cli = createRequire(import.meta.url).resolve("prisma/build/index.js");
  const env = {
    ...process.env,
    DATABASE_URL: url,
    MIGRATION_DATABASE_URL: url,
    PGOPTIONS: options,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  };
  const child = spawn(process.execPath, [cli, "migrate", "deploy"], {
    cwd: ROOT,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve();
      else reject(databaseError(new Error(output.trim()), url));
    });
  });
}

/** Where it says how. The embedded database is backed up by `npm start` before it migrates. */
async function backUpFirst(url: string): Promise<void> {
  if (!process.env.BACKUP_DIR || !process.env.BACKUP_DATABASE_URL || !(await hasPendingMigrations(url))) return;
  const { backUpDump } = await import("./backup/dump");
  await backUpDump(process.env);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  void runMain(async () => {
    const given = readEnvironment();
    const options = { rehearse: { type: "boolean" }, report: { type: "boolean" } } as const;
    const { rehearse, report } = parseArgs({ options }).values;
    const { rehearseMigrations, reportMigrations } = await import("./migrations/rehearse");
    if (rehearse) return say((await rehearseMigrations(given)).join("\n"));
    const variable = process.env.MIGRATION_DATABASE_URL ? "MIGRATION_DATABASE_URL" : "DATABASE_URL";
    const url = requirePostgresUrl(process.env[variable], variable);
    await backUpFirst(url);
    if (report) say((await reportMigrations(url)).join("\n"));
    else await migrateDatabase(url);
    say("The database is up to date.");
  });
}
