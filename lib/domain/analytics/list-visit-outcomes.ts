import type { Tx } from "@/lib/platform/db/db";
import { visitOutcomes } from "./statements/over-time";
import { startOfQuarter } from "./rules-time";

export type VisitPoint = { start: string; end: string; came: number; missed: number; left: number };

/**
 * Returns the outcomes of the visits that began in each stretch: the stored totals of quarter hours, and the visits
 * themselves for the current quarter. Stretches start on a quarter hour in any zone; only the last may end within one.
 */
export async function listVisitOutcomes(tx: Tx, hospitalId: string, edges: readonly Date[]): Promise<VisitPoint[]> {
  const rows = await visitOutcomes(tx, hospitalId, edges, startOfQuarter(edges.at(-1)!));
  return edges.slice(1).map((end, index) => {
    const { came = 0, missed = 0, left = 0 } = rows.find(({ n }) => n === index + 1) ?? {};
    return { start: edges[index]!.toISOString(), end: end.toISOString(), came, missed, left };
  });
}
