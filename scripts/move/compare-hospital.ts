import type pg from "pg";
import { Comparing, hasSameContent } from "./compare-rows";
import type { Tally } from "./digest";
import type { Head } from "./export-hospital";
import { type MovingSource, readParts } from "./read-parts";
import type { Shape } from "./row-shape";

/** How a table here compares with the file: `kept` rows were here before and stayed as they were. */
export type Compared = { table: string; sent: Tally; here: Tally; kept: number; missing: number; differing: number };
export type Comparison = { head: Head; tables: Compared[]; files: { sent: number; missing: number } };
/** The numbers of the rows that were here before, by table. */
export type Kept = Map<string, Set<number>>;

/**
 * Reads everything here that is in the file, decrypted, and compares it row by row, and file by file. `kept` is of the import that is running;
 * null compares one that is over.
 */
export async function compareAll(
  client: pg.ClientBase,
  source: MovingSource,
  { head, shapes, kept }: { head: Head; shapes: readonly Shape[]; kept: Kept | null },
): Promise<Comparison> {
  const comparing = new Map(shapes.map((shape) => [shape.table, new Comparing(shape)]));
  const files = { sent: 0, missing: 0 };
  const parts = readParts(source);
  let part = await parts.next();
  for (; !part.done; part = await parts.next()) {
    if ("file" in part.value) {
      files.sent += 1;
      if (!(await hasSameContent(part.value.file))) files.missing += 1;
    } else {
      const { rows } = part.value;
      if (rows.table !== "AuditEntry") await comparing.get(rows.table)?.compare(client, rows, kept?.get(rows.table));
    }
  }
  await comparing.get("AuditEntry")?.compareTrail(client, head.hospitalId, kept === null);
  const manifest = part.value;
  const tables = [...comparing].map(([table, { tally, missing, differing }]) => {
    const sent = manifest.tables[table] ?? { rows: 0, digest: "" };
    return { table, sent, here: tally, kept: kept?.get(table)?.size ?? 0, missing, differing };
  });
  return { head, tables, files };
}

const isAsSent = ({ sent, here }: Compared) => sent.rows === here.rows && sent.digest === here.digest;

/** Tells whether everything is here as it was sent. */
export const isWhole = ({ tables, files }: Comparison): boolean => files.missing === 0 && tables.every(isAsSent);

/** Names the tables that differ, each in a line. */
export function listDifferences({ tables, files }: Comparison): string[] {
  const lines = tables
    .filter((table) => !isAsSent(table))
    .map(({ table, sent, here, missing, differing }) => {
      const why = missing + differing > 0 ? `${missing} missing, ${differing} different` : `${here.rows} here`;
      return `${table}: ${why} of ${sent.rows}`;
    });
  return files.missing > 0 ? [...lines, `Files: ${files.missing} of ${files.sent} missing or different`] : lines;
}
