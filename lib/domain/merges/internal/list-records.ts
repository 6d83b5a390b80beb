import type { Sql } from "@/lib/platform/db/sql";
import { localDateAt } from "@/lib/platform/time/local-date";
import type { Duplicate, PatientRecord } from "../schema";
import { recordsAt, type likelyPairs } from "../statements";
import type { RowOf } from "@/lib/platform/db/statement";

type Pair = RowOf<typeof likelyPairs>;

/** Puts the records of pairs beside them, by one read for all. */
export async function listRecords(tx: Sql, hospitalId: string, pairs: Pair[]): Promise<Duplicate[]> {
  const ids = [...new Set(pairs.flatMap(({ firstId, secondId }) => [firstId, secondId]))];
  const rows = ids.length === 0 ? [] : await recordsAt(tx, hospitalId, ids);
  const byId = new Map(rows.map((row) => [row.id, toRecord(row)]));
  return pairs.flatMap(({ firstId, secondId, createdAt, ...pair }) => {
    const [first, second] = [byId.get(firstId), byId.get(secondId)];
    return first && second ? [{ ...pair, createdAt: createdAt.toISOString(), records: [first, second] as const }] : [];
  }) as Duplicate[];
}

function toRecord({ lastAt, timeZone, createdAt, ...row }: RowOf<typeof recordsAt>): PatientRecord {
  return { ...row, createdAt: createdAt.toISOString(), lastVisitOn: lastAt && localDateAt(lastAt, timeZone) };
}
