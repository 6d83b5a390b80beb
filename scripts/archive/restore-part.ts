import type pg from "pg";
import { StartError } from "../process/start-error";
import { checksumOf, linesOf } from "./files";
import { AT_ONCE, id, inTransaction, recordWork } from "./part";

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
    await client.query(`CREATE TABLE ${own} (LIKE ${parent} INCLUDING DEFAULTS INCLUDING STORAGE)`);
    let count = 0;
    for await (const lines of linesOf(folder, part.file, AT_ONCE)) {
      const inserted = await client.query(
        `INSERT INTO ${own} SELECT r.* FROM unnest($1::text[]) AS line, jsonb_populate_record(NULL::${parent}, line::jsonb) AS r`,
        [lines],
      );
      count += inserted.rowCount ?? 0;
    }
    if (count !== Number(part.rows)) throw new StartError(`${part.file} has ${count} rows, not ${part.rows}.`);
    await addRules(client, part.table, own);
    await client.query(`GRANT SELECT ON ${own} TO caresync_backup`);
    await client.query(
      `ALTER TABLE ${parent} ATTACH PARTITION ${own} FOR VALUES FROM (${part.from}) TO (${part.until})`,
    );
    await client.query(
      `UPDATE "MonthlyPart" SET "archivedAt" = NULL, "restoredAt" = now(), "file" = NULL, "sha256" = NULL, "bytes" = NULL, "rows" = NULL,
         "firstPosition" = NULL, "lastPosition" = NULL, "pieces" = NULL WHERE "name" = $1`,
      [name],
    );
    await recordWork(client, "month.restore", { month: name, rows: count });
  });
  return Number(part.rows);
}

/** The table's own checks, also those that older rows needn't meet; the audit trail's parts can't be emptied. */
async function addRules(client: pg.Client, table: string, own: string): Promise<void> {
  const { rows } = await client.query<{ name: string; check: string }>(
    `SELECT conname AS name, pg_get_constraintdef(oid) AS check FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'c'`,
    [`public.${id(table)}`],
  );
  for (const { name, check } of rows) await client.query(`ALTER TABLE ${own} ADD CONSTRAINT ${id(name)} ${check}`);
  if (table === "AuditEntry")
    await client.query(
      `CREATE TRIGGER "AuditEntry_never_emptied" BEFORE TRUNCATE ON ${own} FOR EACH STATEMENT EXECUTE FUNCTION "append_only"()`,
    );
}
