// `npm run archive`: puts the months of events and of the audit trail that ended long ago into compressed files, and removes them from the database.
// `-- --list` names what is where, `-- --restore NAME` puts a part back.
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { archivePart } from "./archive/archive-part";
import { dueParts } from "./archive/part";
import { restorePart } from "./archive/restore-part";
import { agesOf, archiveFolderOf, type Ages } from "./archive/settings";
import { embeddedOwnerUrl } from "./embedded/running";
import { dataDirOf, readEnvironment } from "./launcher/plan";
import { runMain, StartError } from "./process/start-error";
import { say } from "./process/say";

async function list(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; file: string | null; rows: string | null }>(
    `SELECT "name", "file", "rows" FROM "MonthlyPart" ORDER BY "tableName", "fromAt"`,
  );
  for (const { name, file, rows: count } of rows)
    say(`${name.padEnd(24)}${file ? `${file}, ${count} rows` : "in the database"}`);
}

async function archive(client: pg.Client, folder: string, ages: Ages): Promise<void> {
  const due = await dueParts(client, ages);
  for (const name of due) {
    const { file, rows, bytes, sha256 } = await archivePart(client, name, folder);
    say(`${name}: ${rows} rows in ${join(folder, file)}, ${bytes} bytes, SHA-256 ${sha256}`);
  }
  if (due.length === 0)
    say(`Nothing to archive: events ${ageText(ages.DomainEvent)}, the audit trail ${ageText(ages.AuditEntry)}.`);
}

const ageText = (months: number | null) => (months === null ? "never are" : `are after ${months} months`);

void runMain(async () => {
  const { values } = parseArgs({
    options: { restore: { type: "string" }, list: { type: "boolean" }, dir: { type: "string" } },
  });
  const given = readEnvironment();
  const dataDir = dataDirOf(given);
  const folder = values.dir === undefined ? archiveFolderOf(dataDir, given) : resolve(values.dir);
  if (given.DATABASE_URL && !given.MIGRATION_DATABASE_URL)
    throw new StartError("MIGRATION_DATABASE_URL must name the owner of the database: no one else may archive.");
  const client = new pg.Client({ connectionString: given.MIGRATION_DATABASE_URL ?? embeddedOwnerUrl(dataDir) });
  await client.connect();
  try {
    if (values.list) await list(client);
    else if (values.restore !== undefined)
      say(`${values.restore}: ${await restorePart(client, values.restore, folder)} rows are back.`);
    else await archive(client, folder, agesOf(given));
  } finally {
    await client.end();
  }
});
