import { Prisma, type Tx } from "@/lib/platform/db/db";
import { toTenth } from "./rules";

/** Median and 90th percentile; null without values. */
type Spread = { count: number; median: number | null; p90: number | null };
export type SpreadOverTime = { all: Spread; points: (Spread & { start: string; end: string })[] };

/** The edges for `width_bucket`. A query of its own, so that they are read once and not for each row. */
export function edgeArray(edges: readonly Date[]): Prisma.Sql {
  return Prisma.sql`(SELECT ${edges.map((edge) => edge.toISOString())}::text[]::timestamptz[])`;
}

/**
 * Returns how long things took, overall and in each stretch between two edges, in units of so many seconds. `samples`
 * selects `"at"` (within the edges) and `"seconds"`; rows without seconds do not count.
 */
export async function readSpread(
  tx: Tx,
  edges: readonly Date[],
  samples: Prisma.Sql,
  unitSeconds: number,
): Promise<SpreadOverTime> {
  const rows = await tx.$queryRaw<{ n: number | null; count: number; parts: number[] | null }[]>`
    SELECT s."n", count(*)::int AS "count", percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY s."seconds") AS "parts"
    FROM (SELECT width_bucket("at", ${edgeArray(edges)}) AS "n", "seconds" FROM (${samples}) sample WHERE "seconds" IS NOT NULL) s
    GROUP BY GROUPING SETS ((s."n"), ())`;
  const spreadOf = (n: number | null): Spread => {
    const row = rows.find((one) => one.n === n);
    const [median = null, p90 = null] = row?.parts ?? [];
    return { count: row?.count ?? 0, median: toTenth(median, unitSeconds), p90: toTenth(p90, unitSeconds) };
  };
  const points = edges
    .slice(1)
    .map((end, index) => ({ start: edges[index]!.toISOString(), end: end.toISOString(), ...spreadOf(index + 1) }));
  return { all: spreadOf(null), points };
}
