// `npm run import -- FILE`: brings a whole hospital from the file of `npm run export` into this installation, which stands still
// meanwhile. `-- FILE --check` compares what is here with the file, and writes nothing. `--link-accounts LIST` names a file of
// addresses, one a line, whose accounts on both sides are of the same person.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import pg from "pg";
import { closeDb } from "@/lib/platform/db/db";
import { counted } from "@/lib/platform/text/counted";
import { startEmbeddedPostgres } from "./embedded/postgres";
import { DATABASE } from "./embedded/roles";
import { embeddedAdminUrl, embeddedAppUrl } from "./embedded/running";
import { requireAppLogin } from "./launcher/app-login";
import { acquireLock } from "./launcher/lock";
import { checkConfiguration, makePlan, type Plan, readEnvironment } from "./launcher/plan";
import { type Comparison, isWhole, listDifferences } from "./move/compare-hospital";
import { checkHospital, importHospital } from "./move/import-hospital";
import { readPassphrase } from "./move/passphrase";
import { databaseError, requirePostgresUrl } from "./process/database-error";
import { runMain, StartError } from "./process/start-error";
import { say } from "./process/say";

/** The database as its owner, or as who reads all of it; and as the application. */
type Database = { url: string; appUrl: string; stop(): Promise<void> };

/** An embedded database runs with CareSync, which has to be stopped for an import: then it is started alone. */
async function openDatabase(
  { embedsPostgres, dataDir, keepsBackups }: Plan,
  given: NodeJS.ProcessEnv,
  checks: boolean,
): Promise<Database> {
  if (!embedsPostgres) {
    const variable = checks ? "BACKUP_DATABASE_URL" : "MIGRATION_DATABASE_URL";
    const [url, appUrl] = [requirePostgresUrl(given[variable], variable), given.DATABASE_URL ?? ""];
    return { url, appUrl, stop: () => Promise.resolve() };
  }
  if (checks) {
    const url = new URL(embeddedAdminUrl(dataDir));
    url.pathname = `/${DATABASE}`;
    return { url: url.href, appUrl: embeddedAppUrl(dataDir), stop: () => Promise.resolve() };
  }
  const releaseLock = acquireLock(dataDir);
  const postgres = await startEmbeddedPostgres({ dataDir, archives: keepsBackups }).catch((error: unknown) => {
    releaseLock();
    throw error;
  });
  const stop = () => postgres.stop().finally(releaseLock);
  return { url: postgres.adminUrlOf(DATABASE), appUrl: postgres.appUrl, stop };
}

function readAddresses(path: string | undefined): string[] {
  if (path === undefined) return [];
  try {
    return readFileSync(path, "utf8").split(/\s+/).filter(Boolean);
  } catch {
    throw new StartError(`${path} can't be read: it should have an address on each line.`);
  }
}

function report(comparison: Comparison, checks: boolean): string[] {
  const { head, tables, files } = comparison;
  const lines = tables
    .filter(({ sent }) => sent.rows > 0)
    .map(({ table, sent, here, kept }) => {
      const before = kept > 0 ? `, ${kept} of them here before` : "";
      return `  ${table.padEnd(24)}${String(sent.rows).padStart(9)} sent ${sent.digest.slice(0, 12)}, ${here.rows} here ${here.digest.slice(0, 12)}${before}`;
    });
  const result = isWhole(comparison) ? "All of it is here as it was sent." : listDifferences(comparison).join("\n");
  return [
    `${head.name}, as of ${head.madeAt}, ${checks ? "compared" : "imported"}:`,
    ...lines,
    `  ${"Files".padEnd(24)}${String(files.sent).padStart(9)} sent, ${files.sent - files.missing} here`,
    result,
  ];
}

async function run(options: Parameters<typeof importHospital>[1], database: Database, checks: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: database.url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined); // a lost connection fails the current query
  await client.connect().catch((error: unknown) => {
    throw databaseError(error, database.url);
  });
  try {
    const began = performance.now();
    const comparison = await (checks ? checkHospital : importHospital)(client, options);
    say(report(comparison, checks).join("\n"));
    const { files } = comparison;
    say(
      `It took ${((performance.now() - began) / 1000).toFixed(1)} s for the rows and ${counted(files.sent, "file")}.`,
    );
    process.exitCode = isWhole(comparison) ? 0 : 1;
  } finally {
    await client.end();
  }
}

void runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { check: { type: "boolean" }, "link-accounts": { type: "string" } },
  });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) throw new StartError("Name the file: npm run import -- FILE");
  const given = readEnvironment();
  const options = { path, passphrase: readPassphrase(given), linked: readAddresses(values["link-accounts"]) };
  const plan = makePlan(given, false);
  const checks = values.check ?? false;
  const database = await openDatabase(plan, given, checks);
  try {
    Object.assign(process.env, plan.env, { DATABASE_URL: database.appUrl });
    checkConfiguration(process.env);
    await requireAppLogin(database.appUrl);
    await run(options, database, checks);
  } finally {
    await closeDb();
    await database.stop();
  }
});
