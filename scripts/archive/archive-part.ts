import pg from "pg";
import { StartError } from "../process/start-error";
import { checksumOf, linesOf, writeLines, type Archived } from "./files";

const AT_ONCE = 5_000;
/** Those who read and write the table meanwhile wait no longer. */
const LOCK = "SET LOCAL lock_timeout = '2s'";

/**
 * Puts a part of the events into a compressed file, reads that again, notes down its checksum and removes the part. Until the last
 * step nothing has changed. Throws StartError when something of it is still to be delivered.
 */
export async function archivePart(client: pg.Client, name: string, folder: string): Promise<Archived> {
  const table = await tableOf(client, name);
  const undelivered = await client.query(
    `SELECT FROM "EventDelivery" d JOIN "MonthlyPart" p ON d."occurredAt" >= p."fromAt" AND d."occurredAt" < p."untilAt"
     WHERE p."name" = $1 LIMIT 1`,
    [name],
  );
  if (undelivered.rowCount) throw new StartError(`Events of ${name} are still to be delivered: it stays as it is.`);
  const archived = await writeLines(folder, `${name}.ndjson.gz`, rowsOf(client, name));
  let readBack = 0;
  for await (const lines of linesOf(folder, archived.file, AT_ONCE)) readBack += lines.length;
  if (readBack !== archived.rows || (await checksumOf(folder, archived.file)) !== archived.sha256)
    throw new StartError(`The archive of ${name} can't be read as it was written: check the disk.`);
  await inTransaction(client, () => removePart(client, table, name, archived));
  return archived;
}

async function removePart(client: pg.Client, table: string, name: string, archived: Archived): Promise<void> {
  await client.query(`ALTER TABLE ${id(table)} DETACH PARTITION months.${id(name)}`);
  const { rows } = await client.query<{ rows: string; first: string | null; last: string | null }>(
    `SELECT count(*) AS rows, min("position") AS first, max("position") AS last FROM months.${id(name)}`,
  );
  const [now] = rows;
  if (Number(now?.rows) !== archived.rows) throw new StartError(`Someone wrote to ${name} meanwhile: try again.`);
  await client.query(`DROP TABLE months.${id(name)}`);
  await client.query(
    `UPDATE "MonthlyPart" SET "archivedAt" = now(), "restoredAt" = NULL, "file" = $2, "sha256" = $3, "bytes" = $4, "rows" = $5,
       "firstPosition" = $6, "lastPosition" = $7 WHERE "name" = $1`,
    [name, archived.file, archived.sha256, archived.bytes, archived.rows, now?.first, now?.last],
  );
}

/** Puts an archived part back as it was. Throws StartError when its file isn't the one that was written. */
export async function restorePart(client: pg.Client, name: string, folder: string): Promise<number> {
  const { rows } = await client.query<{
    table: string;
    from: string;
    until: string;
    file: string;
    sha256: string;
    rows: string;
  }>(
    `SELECT "tableName" AS table, CASE WHEN "name" LIKE '%\\_first' THEN 'MINVALUE' ELSE quote_literal("fromAt") END AS from,
       quote_literal("untilAt") AS until, "file", "sha256", "rows" FROM "MonthlyPart" WHERE "name" = $1 AND "archivedAt" IS NOT NULL`,
    [name],
  );
  const [part] = rows;
  if (!part) throw new StartError(`There is no archived part ${name}: npm run archive -- --list names them.`);
  const checksum = await checksumOf(folder, part.file).catch(() => null);
  if (checksum === null) throw new StartError(`${part.file} can't be read in ${folder}.`);
  if (checksum !== part.sha256) throw new StartError(`${part.file} isn't as it was written: restore it from a backup.`);
  await inTransaction(client, async () => {
    const [parent, own] = [id(part.table), `months.${id(name)}`];
    await client.query(
      `CREATE TABLE ${own} (LIKE ${parent} INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE)`,
    );
    let count = 0;
    for await (const lines of linesOf(folder, part.file, AT_ONCE)) {
      const inserted = await client.query(
        `INSERT INTO ${own} SELECT r.* FROM unnest($1::text[]) AS line, jsonb_populate_record(NULL::${parent}, line::jsonb) AS r`,
        [lines],
      );
      count += inserted.rowCount ?? 0;
    }
    if (count !== Number(part.rows)) throw new StartError(`${part.file} has ${count} rows, not ${part.rows}.`);
    await client.query(`GRANT SELECT ON ${own} TO caresync_backup`);
    await client.query(
      `ALTER TABLE ${parent} ATTACH PARTITION ${own} FOR VALUES FROM (${part.from}) TO (${part.until})`,
    );
    await client.query(
      `UPDATE "MonthlyPart" SET "archivedAt" = NULL, "restoredAt" = now(), "file" = NULL, "sha256" = NULL, "bytes" = NULL, "rows" = NULL,
         "firstPosition" = NULL, "lastPosition" = NULL WHERE "name" = $1`,
      [name],
    );
  });
  return Number(part.rows);
}

/** The parts of the events that ended so many months ago, the oldest first; what was put back waits for a month. */
export async function dueParts(client: pg.Client, months: number): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT "name" FROM "MonthlyPart" WHERE "tableName" = 'DomainEvent' AND "archivedAt" IS NULL
       AND "untilAt" <= now() - make_interval(months => $1) AND coalesce("restoredAt" < now() - interval '30 days', true)
     ORDER BY "fromAt"`,
    [months],
  );
  return rows.map(({ name }) => name);
}

async function tableOf(client: pg.Client, name: string): Promise<string> {
  const { rows } = await client.query<{ table: string }>(
    `SELECT "tableName" AS table FROM "MonthlyPart" WHERE "name" = $1 AND "archivedAt" IS NULL`,
    [name],
  );
  // Its seals are compared with the entries themselves.
  if (rows[0]?.table !== "DomainEvent")
    throw new StartError(`${name} is no part of the events: only these are archived.`);
  return rows[0].table;
}

/** Each row as a line of JSON, in their order. */
async function* rowsOf(client: pg.Client, name: string): AsyncGenerator<string> {
  let after = "-1";
  for (;;) {
    const { rows } = await client.query<{ position: string; line: string }>(
      `SELECT "position", to_jsonb(e)::text AS line FROM months.${id(name)} e WHERE "position" > $1 ORDER BY "position" LIMIT $2`,
      [after, AT_ONCE],
    );
    for (const { position, line } of rows) {
      after = position;
      yield line;
    }
    if (rows.length < AT_ONCE) return;
  }
}

const id = (name: string) => pg.escapeIdentifier(name);

async function inTransaction(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query(`BEGIN; ${LOCK}`);
  try {
    await work();
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}
