import type { RowOf } from "@/lib/platform/db/statement";
import type { stayTimes } from "./statements/over-time";
import { toTenth } from "./rules";

/** Median and 90th percentile; null without values. */
type Spread = { count: number; median: number | null; p90: number | null };
export type SpreadOverTime = { all: Spread; points: (Spread & { start: string; end: string })[] };

/** Returns how long things took, overall and in each stretch between two edges, in units of so many seconds. */
export function spreadOverTime(
  edges: readonly Date[],
  rows: RowOf<typeof stayTimes>[],
  unitSeconds: number,
): SpreadOverTime {
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
