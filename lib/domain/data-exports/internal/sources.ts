import { sql } from "@/lib/platform/db/sql";
import type { Statement } from "@/lib/platform/db/statement";
import type { EXPORT_COLUMNS, ExportKind } from "../status";
import { dayCount, numberRows } from "../statements/numbers";
import { patientCount, patientRows, staffCount, staffRows } from "../statements/people";
import type { Batch, Scope } from "../statements/scope";
import { auditRows, entryCount, operationRows } from "../statements/trail";
import { appointmentCount, appointmentRows, callCount, callRows, stayCount, stayRows } from "../statements/visits";

type Cell = string | number | boolean | Date | null;
type Name<K extends ExportKind> = (typeof EXPORT_COLUMNS)[K][number];
type Line<K extends ExportKind> = Readonly<Record<Name<K>, Cell>>;

type Source<K extends ExportKind> = {
  rows: Statement<[Scope, Batch], Line<K>[]>;
  count: Statement<[Scope], { count: number }[]>;
  /** The columns that rows are sorted by, the last of them unique. */
  key: readonly Name<K>[];
  /** How many rows are read at a time. */
  take: number;
};

const TAKE = 5_000;

const SOURCES: { [K in ExportKind]: Source<K> } = {
  APPOINTMENTS: { rows: appointmentRows, count: appointmentCount, key: ["starts_at", "id"], take: TAKE },
  STAYS: { rows: stayRows, count: stayCount, key: ["created_at", "id"], take: TAKE },
  AMBULANCE_CALLS: { rows: callRows, count: callCount, key: ["created_at", "id"], take: TAKE },
  // Who has been here is worked out for each batch.
  PATIENTS: { rows: patientRows, count: patientCount, key: ["id"], take: 4 * TAKE },
  STAFF: { rows: staffRows, count: staffCount, key: ["id"], take: TAKE },
  OPERATIONS: { rows: operationRows, count: entryCount, key: ["position"], take: TAKE },
  AUDIT: { rows: auditRows, count: entryCount, key: ["position"], take: TAKE },
  NUMBERS: { rows: numberRows, count: dayCount, key: ["day"], take: TAKE },
};

type Row = Readonly<Record<string, Cell>>;
type Read = { rows: Row[]; after: string[] | null; isLast: boolean };

/** Reads the rows of a kind in batches, each after the last row of the one before. */
export function sourceOf(kind: ExportKind, scope: Scope) {
  const { rows, count, key, take } = SOURCES[kind] as Source<ExportKind>;
  return {
    async count(): Promise<number> {
      return (await count(sql, scope))[0]?.count ?? 0;
    },
    async read(after: string[] | null): Promise<Read> {
      const read: Row[] = await rows(sql, scope, { after, take });
      const last = read.at(-1);
      return { rows: read, after: last ? key.map((name) => keyText(last[name])) : after, isLast: read.length < take };
    },
  };
}

function keyText(value: Cell | undefined): string {
  return value instanceof Date ? value.toISOString() : String(value);
}
