import { setTimeout } from "node:timers/promises";
import type pg from "pg";
import { StartError } from "../process/start-error";
import { liftGuards } from "../process/table-guards";
import { compareAll, type Comparison, isWhole, type Kept, listDifferences } from "./compare-hospital";
import { findConflicts, makeNotes } from "./conflicts";
import { type Head, type Manifest, readMigration } from "./export-hospital";
import { finishArrival } from "./finish-arrival";
import { insertRows } from "./insert-rows";
import { claimMovedFiles, storeMovedFile } from "./keep-files";
import { type MovingSource, readHead, readParts } from "./read-parts";
import { readShapes, type Shape } from "./row-shape";

export type ImportOptions = MovingSource & {
  /** Addresses whose accounts on both sides are of the same person, as someone has made sure. */
  linked: readonly string[];
};

/** What is here already and stands against an import. */
export class ConflictError extends StartError {
  constructor(readonly conflicts: readonly string[]) {
    super([...conflicts, "Nothing was imported."].join("\n"));
  }
}

/**
 * Brings a hospital from a file into this installation, which stands still meanwhile: all of it, compared with the file, or nothing. `client`
 * owns the database, and the process has the installation's keys. Throws StartError.
 */
export async function importHospital(client: pg.Client, options: ImportOptions): Promise<Comparison> {
  const head = await requireSameRelease(client, options);
  await requireStandstill(client);
  return inTransaction(client, "COMMIT", async () => {
    const { conflicts, manifest } = await note(client, options);
    if (conflicts.length > 0) throw new ConflictError(conflicts);
    const shapes = await readShapes(client);
    const putBack = await liftGuards(
      client,
      shapes.map(({ table }) => table),
    );
    const kept = await write(client, options, shapes);
    const comparison = await compareAll(client, options, { head, shapes, kept });
    if (!isWhole(comparison)) {
      const lines = ["Nothing was imported, because it isn't here as it was sent:", ...listDifferences(comparison)];
      throw new StartError(lines.join("\n"));
    }
    await putBack();
    await finishArrival(client, head, manifest);
    return comparison;
  });
}

/** Compares a hospital here with the file that it came in, and writes nothing. `client` reads every row. */
export async function checkHospital(client: pg.Client, options: ImportOptions): Promise<Comparison> {
  const head = await requireSameRelease(client, options);
  return inTransaction(client, "ROLLBACK", async () => {
    await note(client, options);
    return compareAll(client, options, { head, shapes: await readShapes(client), kept: null });
  });
}

/** Reads the file to its end, notes down what is here under other IDs, and gathers what stands against the import. */
async function note(client: pg.Client, options: ImportOptions): Promise<{ conflicts: string[]; manifest: Manifest }> {
  await makeNotes(client, options.linked);
  const conflicts: string[] = [];
  const parts = readParts(options);
  let part = await parts.next();
  for (; !part.done; part = await parts.next())
    if ("rows" in part.value) conflicts.push(...(await findConflicts(client, part.value.rows)));
  return { conflicts, manifest: part.value };
}

async function write(client: pg.Client, options: ImportOptions, shapes: readonly Shape[]): Promise<Kept> {
  const byTable = new Map(shapes.map((shape) => [shape.table, shape]));
  const kept: Kept = new Map(shapes.map(({ table }) => [table, new Set()]));
  const parts = readParts(options);
  for (let part = await parts.next(); !part.done; part = await parts.next()) {
    if ("file" in part.value) {
      await storeMovedFile(client, part.value.file);
      continue;
    }
    const { rows } = part.value;
    const shape = byTable.get(rows.table);
    if (shape) await insertRows(client, shape, rows, kept.get(rows.table) ?? new Set());
  }
  await claimMovedFiles(client);
  return kept;
}

async function requireSameRelease(client: pg.Client, options: ImportOptions): Promise<Head> {
  const head = await readHead(options);
  const here = await readMigration(client);
  if (head.migration === here) return head;
  throw new StartError(
    `The file comes from another release: its database is at ${head.migration || "none"}, this one at ${here || "none"}. Bring both to the same release, then export again.`,
  );
}

const PATIENCE_MS = 5_000;

/** What others write meanwhile would wait for the end, and time out. Those that are just ending are waited for. */
async function requireStandstill(client: pg.Client): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; ; await setTimeout(100)) {
    const { rows } = await client.query<{ visitors: number; isOwner: boolean }>(
      `SELECT (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'caresync%')::int AS visitors,
         pg_has_role((SELECT relowner FROM pg_class WHERE oid = 'public."User"'::regclass), 'USAGE') AS "isOwner"`,
    );
    if (!rows[0]?.isOwner)
      throw new StartError("Only the owner of the database can import: set MIGRATION_DATABASE_URL.");
    if (rows[0].visitors === 0) return;
    if (Date.now() > until)
      throw new StartError("CareSync is running on this database: stop its servers and workers first.");
  }
}

async function inTransaction<T>(client: pg.Client, end: "COMMIT" | "ROLLBACK", work: () => Promise<T>): Promise<T> {
  await client.query(
    `BEGIN; SET LOCAL timezone = 'UTC'; SET LOCAL extra_float_digits = 1; SET LOCAL statement_timeout = 0`,
  );
  try {
    const answer = await work();
    await client.query(end);
    return answer;
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}
