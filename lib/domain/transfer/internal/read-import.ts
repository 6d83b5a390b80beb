import type { Db } from "@/lib/platform/db/db";
import type { RowOf } from "../rules/cells";
import { checkPatients } from "./check-patients";
import { loadExisting } from "./load-existing";
import { readRows, type ReadRows } from "../rules/rows";
import { importReading } from "../schema";
import { settleReading } from "./settle-reading";
import type { ImportKind } from "../status";

type StoredFile = { hospitalId: string; content: string; reading: unknown };

/** Validates a file's rows against the hospital's current data, read with the settings chosen at upload. */
export async function readImport<K extends ImportKind>(
  client: Db,
  file: StoredFile & { kind: K },
): Promise<ReadRows<K>> {
  const { hospitalId, kind, content } = file;
  const existing = await loadExisting(client, hospitalId, kind);
  const { table, reading, fault } = settleReading(kind, content, importReading.partial().parse(file.reading));
  if (fault) return { rows: [], lines: [], rowCount: 0, faults: [fault] };
  const read = readRows(kind, table, reading, existing);
  if (kind !== "PATIENTS") return read;
  const people = { rows: read.rows as RowOf<"PATIENTS">[], lines: read.lines };
  const faults = [...read.faults, ...(await checkPatients(client, hospitalId, people))];
  return { ...read, faults: faults.sort((one, other) => one.row - other.row) };
}
