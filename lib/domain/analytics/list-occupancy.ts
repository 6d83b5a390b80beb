import type { Tx } from "@/lib/platform/db/db";
import type { RowOf } from "@/lib/platform/db/statement";
import { averageTaken, bedsAtEnd } from "./rules/occupancy";
import { bedMovements, stayMovements, type Place } from "./statements/over-time";

type Row = RowOf<typeof stayMovements>;
export type OccupancyPoint = { start: string; end: string; taken: number; beds: number };

/**
 * Returns how many beds were occupied on average in each stretch, and how many there were at its end. Admissions and
 * discharges are counted from indexes, without walking earlier stays or the single days of long ones. Starts with the
 * first stay ever recorded.
 */
export async function listOccupancy(tx: Tx, place: Place, edges: readonly Date[]): Promise<OccupancyPoint[]> {
  const first = await tx.bedStay.findFirst({
    where: whereOf(place),
    orderBy: { startsAt: "asc" },
    select: { startsAt: true },
  });
  if (!first) return [];
  const [stays, beds] = [await stayMovements(tx, place, edges), await bedMovements(tx, place, edges)];
  const of = (rows: Row[], what: Row["what"]) => rows.filter((row) => row.what === what);
  const taken = averageTaken(edges, of(stays, "came"), of(stays, "went"), of(stays, "end")[0]?.count ?? 0);
  const there = bedsAtEnd(taken.length, of(beds, "came"), of(beds, "went"), of(beds, "end")[0]?.count ?? 0);
  const points = taken.map((value, index) => ({
    start: edges[index]!.toISOString(),
    end: edges[index + 1]!.toISOString(),
    taken: value,
    beds: there[index] ?? 0,
  }));
  return points.filter(({ end }) => end > first.startsAt.toISOString());
}

function whereOf({ hospitalId, wardId }: Place) {
  return wardId ? { wardId } : { hospitalId };
}
