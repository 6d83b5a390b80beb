// `npm run export -- --hospital ID --to FILE`: writes a whole hospital into an encrypted file, for `npm run import` on another
// installation. The site goes on serving, and nothing of it changes.
import { parseArgs } from "node:util";
import pg from "pg";
import { closeDb } from "@/lib/platform/db/db";
import { counted } from "@/lib/platform/text/counted";
import { sizeText } from "./backup/words";
import { DATABASE } from "./embedded/roles";
import { embeddedAdminUrl, embeddedAppUrl } from "./embedded/running";
import { requireAppLogin } from "./launcher/app-login";
import { checkConfiguration, makePlan, type Plan, readEnvironment } from "./launcher/plan";
import { exportHospital, type LeftBehind } from "./move/export-hospital";
import { readPassphrase } from "./move/passphrase";
import { databaseError, requirePostgresUrl } from "./process/database-error";
import { runMain, StartError } from "./process/start-error";
import { say } from "./process/say";

/** Row-level security hides records from all others. */
function readerUrl({ embedsPostgres, dataDir }: Plan, given: NodeJS.ProcessEnv): string {
  if (!embedsPostgres) return requirePostgresUrl(given.BACKUP_DATABASE_URL, "BACKUP_DATABASE_URL");
  const url = new URL(embeddedAdminUrl(dataDir));
  url.pathname = `/${DATABASE}`;
  return url.href;
}

const NAMES: Record<string, string> = { AuditEntry: "audit trail", DomainEvent: "events" };

const archivedText = ({ table, until }: LeftBehind) =>
  `Nor are its ${NAMES[table] ?? table} before ${until.toISOString().slice(0, 10)}: they are in the archive. Keep its files, or put months back first (npm run archive -- --list).`;

void runMain(async () => {
  const { values } = parseArgs({ options: { hospital: { type: "string" }, to: { type: "string" } } });
  if (values.hospital === undefined || values.to === undefined)
    throw new StartError("Say which hospital, and where to: npm run export -- --hospital ID --to FILE");
  const given = readEnvironment();
  const passphrase = readPassphrase(given);
  const plan = makePlan(given, false);
  Object.assign(process.env, plan.env, plan.embedsPostgres ? { DATABASE_URL: embeddedAppUrl(plan.dataDir) } : {});
  checkConfiguration(process.env);
  await requireAppLogin(process.env.DATABASE_URL ?? "");
  const url = readerUrl(plan, given);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined); // a lost connection fails the current query
  await client.connect().catch((error: unknown) => {
    throw databaseError(error, url);
  });
  try {
    const began = performance.now();
    const { head, manifest, bytes, leftBehind } = await exportHospital(client, {
      hospitalId: values.hospital,
      path: values.to,
      passphrase,
    });
    const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0);
    say(
      [
        `${head.name}: ${counted(rows, "row")} and ${counted(manifest.files.rows, "file")} are in ${values.to}, ${sizeText(bytes)}, as of ${head.madeAt}.`,
        `It took ${((performance.now() - began) / 1000).toFixed(1)} s. What happens at the hospital from now on is not in it.`,
        ...leftBehind.map(archivedText),
      ].join("\n"),
    );
  } finally {
    await client.end();
    await closeDb();
  }
});
