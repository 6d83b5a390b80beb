import type pg from "pg";
import { openFile } from "@/lib/platform/files/stored-files";
import { Tallying, type Tally } from "./digest";
import { ADJUSTED, sameKey } from "./insert-rows";
import type { MovedFile, MovedRows } from "./read-parts";
import { objectOf, quote, type Shape } from "./row-shape";
import { openSecrets, secretColumns, type StoredSecret } from "./secrets";

/** How the rows of a table here compare with those of the file. */
export class Comparing {
  private readonly tallying = new Tallying();
  /** Not here, and here in another form. */
  missing = 0;
  differing = 0;

  constructor(private readonly shape: Shape) {}

  /** Compares rows of the file with those here, texts decrypted; those that were kept as they were aside. */
  async compare(client: pg.ClientBase, rows: MovedRows, kept: ReadonlySet<number> | undefined): Promise<void> {
    const stored = await readStored(client, this.shape, rows.lines);
    for (const [index, line] of rows.lines.entries()) {
      if (kept?.has(rows.from + index)) this.tallying.add(line);
      else {
        const here = stored.get(index);
        if (here === undefined) this.missing += 1;
        else if (here !== line) this.differing += 1;
        if (here !== undefined) this.tallying.add(here);
      }
    }
  }

  /**
   * Compares entries of the audit trail, which have no key of their own, as a whole: those written in this transaction, or in the one that
   * noted the hospital's latest arrival.
   */
  async compareTrail(client: pg.ClientBase, hospitalId: string, hasArrived: boolean): Promise<void> {
    const { rows } = await client.query<{ row: string }>(
      `WITH arrival AS (
         SELECT "position", "txid" FROM "AuditEntry" WHERE "hospitalId" = $1 AND "action" = 'hospital.arrived' AND $2
         UNION ALL SELECT 0, pg_current_xact_id()::text::bigint WHERE NOT $2
         ORDER BY 1 DESC LIMIT 1)
       SELECT ${rowAsStored(this.shape)}::text AS "row" FROM "AuditEntry" t, arrival a
       WHERE t."hospitalId" = $1 AND t."cluster" = audit_cluster() AND t."txid" = a."txid" AND t."position" <> a."position"`,
      [hospitalId, hasArrived],
    );
    for (const { row } of rows) this.tallying.add(row);
  }

  get tally(): Tally {
    return this.tallying.tally;
  }
}

/** Tells whether the bytes of a file are here as they were sent. */
export async function hasSameContent({ id, content }: MovedFile): Promise<boolean> {
  try {
    return Buffer.from(await new Response(await openFile(id)).arrayBuffer()).equals(content);
  } catch {
    return false;
  }
}

/** The SQL of a row `t` in the form that it has in the file: with the IDs and values it had there. */
function rowAsStored({ table, columns }: Shape): string {
  return objectOf(
    columns.map(({ name, type }) => {
      const own = `t.${quote(name)}`;
      if (ADJUSTED[table] === name) {
        const was = `SELECT v."was" FROM moved_values v WHERE v."id" = t."id" AND v."column" = '${name}'`;
        return [name, `coalesce((${was}), ${own}::text)`];
      }
      return [
        name,
        type === "uuid" ? `coalesce((SELECT m."old" FROM moved_ids m WHERE m."new" = ${own}), ${own})` : own,
      ];
    }),
  );
}

async function readStored(client: pg.ClientBase, shape: Shape, lines: readonly string[]): Promise<Map<number, string>> {
  const { rows } = await client.query<StoredSecret & { n: string; row: string }>(
    `SELECT l."n", ${rowAsStored(shape)}::text AS "row"${secretColumns(shape)}
     FROM unnest($1::text[]) WITH ORDINALITY AS l("line", "n"),
       jsonb_populate_record(NULL::${quote(shape.table)}, split_part(l."line", E'\\t', 1)::jsonb) AS r
     JOIN ${quote(shape.table)} t ON ${sameKey(shape)}`,
    [lines],
  );
  const secrets = await openSecrets(shape, rows);
  return new Map(
    rows.map(({ n, row }, index) => [Number(n) - 1, secrets[index] === undefined ? row : `${row}\t${secrets[index]}`]),
  );
}
