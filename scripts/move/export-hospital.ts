import type pg from "pg";
import { openFile } from "@/lib/platform/files/stored-files";
import { StartError } from "../process/start-error";
import { Tallying, type Tally } from "./digest";
import { writeMovingFile } from "./moving-file";
import { openSecrets, secretColumns, type StoredSecret } from "./secrets";
import { gatherSets } from "./sets";
import { quote, readShapes, rowAsMoved, type Shape } from "./row-shape";

/** What stands at the beginning of the file, and what at its end. */
export type Head = { hospitalId: string; name: string; migration: string; madeAt: string };
export type Manifest = { tables: Record<string, Tally>; files: Tally & { bytes: number } };
/** Until when months of its events or of its audit trail are in files of the archive, and not in this one. */
export type LeftBehind = { table: string; until: Date };
export type Exported = { head: Head; manifest: Manifest; bytes: number; leftBehind: LeftBehind[] };

const AT_ONCE = 1_000;
/** A multiple of three, so that each line of base64 stands for itself. */
const CHUNK_BYTES = 48 * 1024;

/**
 * Writes a hospital into a file: everything that goes with it, as of one moment. `client` reads every row (the role for backups), and the
 * process has the installation's keys. Throws StartError.
 */
export async function exportHospital(
  client: pg.Client,
  { hospitalId, path, passphrase }: { hospitalId: string; path: string; passphrase: string },
): Promise<Exported> {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
  try {
    const head = await readHead(client, hospitalId);
    await gatherSets(client, hospitalId);
    const shapes = await readShapes(client);
    const manifest: Manifest = { tables: {}, files: { rows: 0, digest: "", bytes: 0 } };
    const bytes = await writeMovingFile(path, passphrase, linesOf(client, head, shapes, manifest));
    return { head, manifest, bytes, leftBehind: await readArchived(client, hospitalId) };
  } finally {
    await client.query("ROLLBACK");
  }
}

/** Returns the name of the migration that a database is at: hospitals move between equal ones. */
export async function readMigration(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL ORDER BY migration_name DESC LIMIT 1`,
  );
  return rows[0]?.name ?? "";
}

async function readArchived(client: pg.ClientBase, hospitalId: string): Promise<LeftBehind[]> {
  const { rows } = await client.query<LeftBehind>(
    `SELECT p."tableName" AS "table", max(p."untilAt") AS "until" FROM "MonthlyPart" p JOIN "Hospital" h ON h."id" = $1
     WHERE p."archivedAt" IS NOT NULL AND p."untilAt" > h."createdAt" GROUP BY p."tableName" ORDER BY p."tableName"`,
    [hospitalId],
  );
  return rows;
}

async function readHead(client: pg.ClientBase, hospitalId: string): Promise<Head> {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(hospitalId);
  const { rows } = isId
    ? await client.query<{ name: string }>(`SELECT "name" FROM "Hospital" WHERE "id" = $1`, [hospitalId])
    : { rows: [] };
  if (!rows[0])
    throw new StartError(
      "There is no hospital with this ID. Its page in the administrator's portal has it in its address.",
    );
  const [id, madeAt] = [hospitalId.toLowerCase(), new Date().toISOString()];
  return { hospitalId: id, name: rows[0].name, migration: await readMigration(client), madeAt };
}

/** Files come first: what shows them refers to them. */
async function* linesOf(
  client: pg.ClientBase,
  head: Head,
  shapes: readonly Shape[],
  manifest: Manifest,
): AsyncGenerator<string> {
  yield `H${JSON.stringify(head)}`;
  const files = new Tallying();
  for (const shape of shapes) {
    for await (const { id, context } of filesOf(client, shape)) {
      const content = Buffer.from(await new Response(await openFile(id)).arrayBuffer());
      manifest.files.bytes += content.length;
      files.add(content);
      yield `F${JSON.stringify({ id, context, size: content.length })}`;
      for (let at = 0; at < content.length; at += CHUNK_BYTES)
        yield `B${content.subarray(at, at + CHUNK_BYTES).toString("base64")}`;
    }
  }
  Object.assign(manifest.files, files.tally);
  for (const shape of shapes) {
    yield `T${shape.table}`;
    const tallying = new Tallying();
    for await (const line of rowsOf(client, shape)) {
      tallying.add(line);
      yield `R${line}`;
    }
    manifest.tables[shape.table] = tallying.tally;
  }
  yield `E${JSON.stringify(manifest)}`;
}

/** The rows of a table as lines: the row as JSON and, after a tab, which no JSON contains, what was encrypted of it. */
async function* rowsOf(client: pg.ClientBase, shape: Shape): AsyncGenerator<string> {
  // A merged record after the one that stands for it, a version after the one before.
  const order =
    shape.table === "Patient" ? ["mergedIntoId", "id"] : shape.table === "AuditEntry" ? ["position"] : shape.key;
  const text = `SELECT ${rowAsMoved(shape)}::text AS "row"${secretColumns(shape)} FROM ${quote(shape.table)} t
    WHERE ${shape.moved.where} ORDER BY ${order.map((name) => `t.${quote(name)}${name === "mergedIntoId" ? " NULLS FIRST" : ""}`).join(", ")}`;
  for await (const rows of inBatches<StoredSecret & { row: string }>(client, text)) {
    const secrets = await openSecrets(shape, rows);
    for (const [index, { row }] of rows.entries())
      yield secrets[index] === undefined ? row : `${row}\t${secrets[index]}`;
  }
}

type StoredFile = { id: string; context: string | null };

async function* filesOf(client: pg.ClientBase, shape: Shape): AsyncGenerator<StoredFile> {
  if (!shape.columns.some(({ name }) => name === "fileId")) return;
  const context = shape.moved.fingerprint ?? "NULL";
  const text = `SELECT t."fileId" AS "id", ${context} AS "context" FROM ${quote(shape.table)} t
    WHERE ${shape.moved.where} AND t."fileId" IS NOT NULL ORDER BY t."fileId"`;
  for await (const rows of inBatches<StoredFile>(client, text)) yield* rows;
}

/** Reads through a cursor, so that a million rows take no more memory than a thousand. */
async function* inBatches<T extends pg.QueryResultRow>(client: pg.ClientBase, text: string): AsyncGenerator<T[]> {
  await client.query(`DECLARE moving NO SCROLL CURSOR FOR ${text}`);
  for (;;) {
    const { rows } = await client.query<T>(`FETCH ${AT_ONCE} FROM moving`);
    if (rows.length > 0) yield rows;
    if (rows.length < AT_ONCE) break;
  }
  await client.query("CLOSE moving");
}
