import pg from "pg";
import { MOVED, type Moved } from "./moved-tables";

/** What the database knows of a table that moves. */
export type Shape = {
  table: string;
  moved: Moved;
  /** Those that are written into the file, in the table's order. */
  columns: readonly { name: string; type: string }[];
  key: readonly string[];
  /** Columns that may be empty, each with the set that it must be of. */
  optional: readonly { column: string; set: string }[];
};

/** The tables of which not every row that is referred to moves. */
const SET_OF: Readonly<Record<string, string>> = {
  User: "moved_user",
  Patient: "moved_patient",
  Doctor: "moved_doctor",
  Hospital: "moved_hospital",
  Appointment: "moved_visit",
  BedBooking: "moved_stay",
  AmbulanceBooking: "moved_call",
};
/** Where the primary key is another in each installation; null: nothing tells two rows apart. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  OfferedDay: ["doctorId", "hospitalId", "day"],
  DomainEvent: ["id"],
  AuditEntry: [],
};

type Column = { table: string; name: string; type: string; isKey: boolean; parents: string[]; isNeeded: boolean };

/** Returns the shapes of all tables that move, parents first. */
export async function readShapes(client: pg.ClientBase): Promise<Shape[]> {
  const { rows } = await client.query<Column>(
    `SELECT c.relname AS "table", a.attname AS "name", format_type(a.atttypid, a.atttypmod) AS "type", a.attnotnull AS "isNeeded",
       EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary AND a.attnum = ANY(i.indkey)) AS "isKey",
       ARRAY(SELECT p.relname::text FROM pg_constraint f JOIN pg_class p ON p.oid = f.confrelid
         WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.conkey[1] = a.attnum) AS "parents"
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY($1) AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     ORDER BY a.attnum`,
    [Object.keys(MOVED)],
  );
  return Object.entries(MOVED).map(([table, moved]) => {
    const own = rows.filter((row) => row.table === table && !moved.leftOut?.includes(row.name));
    return {
      table,
      moved,
      columns: own.map(({ name, type }) => ({ name, type })),
      key: KEYS[table] ?? own.filter(({ isKey }) => isKey).map(({ name }) => name),
      optional: own.flatMap(({ name, parents, isNeeded }) => {
        const set = isNeeded ? undefined : parents.map((parent) => SET_OF[parent]).find(Boolean);
        return set ? [{ column: name, set }] : [];
      }),
    };
  });
}

export const quote = (name: string): string => pg.escapeIdentifier(name);

/**
 * The SQL of a row `t` as it stands in the file: the columns that move, as JSON. What it refers to and stays behind is left
 * empty.
 */
export function rowAsMoved({ moved, columns, optional }: Shape): string {
  const among = new Map(optional.map(({ column, set }) => [column, set]));
  return objectOf(
    columns.map(({ name }) => {
      const [own, set] = [`t.${quote(name)}`, among.get(name)];
      const changed = moved.set?.[name];
      if (changed !== undefined) return [name, changed];
      return [name, set ? `CASE WHEN ${own} IN (SELECT "id" FROM ${set}) THEN ${own} END` : own];
    }),
  );
}

/** A function takes a hundred arguments; some tables have more columns than fifty. */
export function objectOf(fields: readonly (readonly [string, string])[]): string {
  const parts: string[] = [];
  for (let at = 0; at < fields.length; at += 40) {
    const some = fields.slice(at, at + 40).map(([name, value]) => `${pg.escapeLiteral(name)}, ${value}`);
    parts.push(`jsonb_build_object(${some.join(", ")})`);
  }
  return `(${parts.join(" || ")})`;
}
