import type { Db } from "@/lib/platform/db/db";
import { loadExisting } from "./load-existing";
import { parseTable } from "./parse-table";
import { readRows, type Existing, type ReadRows } from "./rules-rows";
import type { ImportKind } from "./status";

/** A file's rows against what the hospital has at this moment. */
export async function readImport<K extends ImportKind>(
  from: Db,
  { hospitalId, kind, content }: { hospitalId: string; kind: K; content: string },
): Promise<ReadRows<K> & { existing: Existing }> {
  const existing = await loadExisting(from, hospitalId, kind);
  const { table, fault } = parseTable(content);
  if (fault) return { rows: [], rowCount: 0, faults: [fault], existing };
  return { ...readRows(kind, table, existing), existing };
}
