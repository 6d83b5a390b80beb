import type { Tx } from "@/lib/platform/db/db";
import { edgeArray } from "./read-spread";
import { startOfQuarter } from "./rules-time";

export type VisitPoint = { start: string; end: string; came: number; missed: number; left: number };

type Counts = { n: number; came: number; missed: number; left: number };

/**
 * Returns the outcomes of the visits that began in each stretch: the stored totals of quarter hours, and the visits
 * themselves for the current quarter. Stretches start on a quarter hour in any zone; only the last may end within one.
 */
export async function readVisits(tx: Tx, hospitalId: string, edges: readonly Date[]): Promise<VisitPoint[]> {
  const [from, to] = [edges[0]!, edges.at(-1)!];
  const cut = startOfQuarter(to);
  const rows = await tx.$queryRaw<Counts[]>`
    SELECT width_bucket("at", ${edgeArray(edges)}) AS "n", sum("came")::int AS "came", sum("missed")::int AS "missed", sum("left")::int AS "left"
    FROM (
      SELECT s."startsAt" AS "at", s."came", s."missed", s."left"
      FROM "VisitSum" s WHERE s."hospitalId" = ${hospitalId}::uuid AND s."startsAt" >= ${from} AND s."startsAt" < ${cut}
      UNION ALL
      SELECT a."startsAt", (a."status" IN ('CHECKED_IN', 'IN_PROGRESS', 'COMPLETED'))::int, (a."status" = 'NO_SHOW')::int, (a."status" = 'LEFT')::int
      FROM "Appointment" a WHERE a."hospitalId" = ${hospitalId}::uuid AND a."startsAt" >= ${cut} AND a."startsAt" >= ${from} AND a."startsAt" < ${to}
    ) v GROUP BY 1`;
  return edges.slice(1).map((end, index) => {
    const { came = 0, missed = 0, left = 0 } = rows.find(({ n }) => n === index + 1) ?? {};
    return { start: edges[index]!.toISOString(), end: end.toISOString(), came, missed, left };
  });
}
