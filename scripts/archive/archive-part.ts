import type pg from "pg";
import { StartError } from "../process/start-error";
import { checksumOf, linesOf, writePieces, type Archived, type Batch } from "./files";
import { AT_ONCE, id, inTransaction, recordWork, tableOf } from "./part";

/** What of a part is still under way. Until it is over, the part stays. */
const UNDER_WAY: Record<string, { sql: (part: string) => string; text: (name: string) => string }> = {
  DomainEvent: {
    sql: () => `SELECT FROM "EventDelivery" d JOIN "MonthlyPart" p ON d."occurredAt" >= p."fromAt" AND d."occurredAt" < p."untilAt"
      WHERE p."name" = $1 LIMIT 1`,
    text: (name) => `Events of ${name} are still to be delivered: it stays as it is.`,
  },
  AuditEntry: {
    sql: (part) => `SELECT FROM ${part} e LEFT JOIN (
        SELECT DISTINCT ON ("cluster") "cluster", "toTxid", "toPosition" FROM "AuditSeal" ORDER BY "cluster", "number" DESC) s USING ("cluster")
      WHERE $1::text IS NOT NULL AND (s."cluster" IS NULL OR (e."txid", e."position") > (s."toTxid", s."toPosition")) LIMIT 1`,
    text: (name) => `Entries of ${name} wait for a seal: it stays as it is. Does the worker run?`,
  },
};

/**
 * Puts a part into a compressed file, reads that again, notes down its checksum and removes the part. Until the last step nothing has
 * changed. Throws StartError when something of it is still to be delivered or sealed.
 */
export async function archivePart(client: pg.Client, name: string, folder: string): Promise<Archived> {
  const table = await tableOf(client, name);
  const underWay = UNDER_WAY[table];
  if (underWay && (await client.query(underWay.sql(`months.${id(name)}`), [name])).rowCount)
    throw new StartError(underWay.text(name));
  const archived = await writePieces(folder, `${name}.ndjson.gz`, rowsOf(client, name));
  let readBack = 0;
  for await (const lines of linesOf(folder, archived.file, AT_ONCE)) readBack += lines.length;
  if (readBack !== archived.rows || (await checksumOf(folder, archived.file)) !== archived.sha256)
    throw new StartError(`The archive of ${name} can't be read as it was written: check the disk.`);
  await inTransaction(client, () => removePart(client, table, name, archived));
  return archived;
}

async function removePart(client: pg.Client, table: string, name: string, archived: Archived): Promise<void> {
  const { file, sha256, bytes } = archived;
  await client.query(`ALTER TABLE ${id(table)} DETACH PARTITION months.${id(name)}`);
  const { rows } = await client.query<{ rows: string; first: string | null; last: string | null }>(
    `SELECT count(*) AS rows, min("position") AS first, max("position") AS last FROM months.${id(name)}`,
  );
  const [now] = rows;
  if (Number(now?.rows) !== archived.rows) throw new StartError(`Someone wrote to ${name} meanwhile: try again.`);
  await client.query(`DROP TABLE months.${id(name)}`);
  await client.query(
    `UPDATE "MonthlyPart" SET "archivedAt" = now(), "restoredAt" = NULL, "file" = $2, "sha256" = $3, "bytes" = $4, "rows" = $5,
       "firstPosition" = $6, "lastPosition" = $7, "pieces" = $8 WHERE "name" = $1`,
    [name, file, sha256, bytes, archived.rows, now?.first, now?.last, JSON.stringify(archived.pieces)],
  );
  await recordWork(client, "month.archive", { month: name, rows: archived.rows, sha256 });
}

/** All rows in their order, a batch at a time, each a line of JSON. */
async function* rowsOf(client: pg.Client, name: string): AsyncGenerator<Batch> {
  let after: string | null = null;
  for (;;) {
    const lines = await linesAfter(client, name, after);
    const [first, last] = [lines[0], lines.at(-1)];
    if (!first || !last) return;
    yield { first: first.position, last: last.position, lines: lines.map(({ line }) => line) };
    after = last.position;
  }
}

async function linesAfter(client: pg.Client, name: string, after: string | null) {
  const { rows } = await client.query<{ position: string; line: string }>(
    `SELECT "position", to_jsonb(e)::text AS line FROM months.${id(name)} e
     WHERE "position" > coalesce($1, '-9223372036854775808')::bigint ORDER BY "position" LIMIT $2`,
    [after, AT_ONCE],
  );
  return rows;
}
