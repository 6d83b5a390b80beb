import { Prisma, type Tx } from "@/lib/platform/db/db";
import { averageTaken, bedsAtEnd, type Movement } from "./internal/rules-occupancy";
import { edgeArray } from "./read-spread";

export type Place = { hospitalId: string; wardId: string | null };
export type OccupancyPoint = { start: string; end: string; taken: number; beds: number };

/**
 * Returns how many beds were occupied on average in each stretch, and how many there were at its end. Admissions and
 * discharges are counted from indexes, without walking earlier stays or the single days of long ones. Starts with the
 * first stay ever recorded.
 */
export async function readOccupancy(tx: Tx, place: Place, edges: readonly Date[]): Promise<OccupancyPoint[]> {
  const first = await tx.bedStay.findFirst({
    where: whereOf(place),
    orderBy: { startsAt: "asc" },
    select: { startsAt: true },
  });
  if (!first) return [];
  const [stays, beds] = [await readStays(tx, place, edges), await readBeds(tx, place, edges)];
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

type Row = Movement & { what: "came" | "went" | "end" };

function readStays(tx: Tx, { hospitalId, wardId }: Place, edges: readonly Date[]): Promise<Row[]> {
  const [from, to, at] = [edges[0]!, edges.at(-1)!, edgeArray(edges)];
  const here = wardId ? Prisma.sql`s."wardId" = ${wardId}::uuid` : Prisma.sql`s."hospitalId" = ${hospitalId}::uuid`;
  return tx.$queryRaw<Row[]>`
    SELECT 'came' AS "what", width_bucket(s."startsAt", ${at}) AS "n", count(*)::int AS "count", sum(date_part('epoch', s."startsAt" - ${from})) AS "seconds"
    FROM "BedStay" s WHERE ${here} AND s."startsAt" >= ${from} AND s."startsAt" < ${to} GROUP BY 2
    UNION ALL
    SELECT 'went', width_bucket(s."endsAt", ${at}), count(*)::int, sum(date_part('epoch', s."endsAt" - ${from}))
    FROM "BedStay" s WHERE ${here} AND s."endsAt" >= ${from} AND s."endsAt" < ${to} GROUP BY 2
    UNION ALL
    SELECT 'end', 0, (SELECT count(*) FROM "BedStay" s WHERE ${here} AND s."endsAt" IS NULL AND s."startsAt" < ${to})::int
      + (SELECT count(*) FROM "BedStay" s WHERE ${here} AND s."endsAt" >= ${to} AND s."startsAt" < ${to})::int, 0`;
}

function readBeds(tx: Tx, { hospitalId, wardId }: Place, edges: readonly Date[]): Promise<Row[]> {
  const [from, to, at] = [edges[0]!, edges.at(-1)!, edgeArray(edges)];
  const here = wardId ? Prisma.sql`AND b."wardId" = ${wardId}::uuid` : Prisma.empty;
  return tx.$queryRaw<Row[]>`
    WITH bed AS MATERIALIZED (
      SELECT b."createdAt" AS "opened", least(b."removedAt", w."removedAt") AS "closed"
      FROM "Bed" b JOIN "Ward" w ON w."id" = b."wardId" WHERE b."hospitalId" = ${hospitalId}::uuid ${here})
    SELECT 'came' AS "what", width_bucket("opened", ${at}) AS "n", count(*)::int AS "count", 0::float8 AS "seconds"
    FROM bed WHERE "opened" >= ${from} AND "opened" < ${to} GROUP BY 2
    UNION ALL
    SELECT 'went', width_bucket("closed", ${at}), count(*)::int, 0 FROM bed WHERE "closed" >= ${from} AND "closed" < ${to} GROUP BY 2
    UNION ALL
    SELECT 'end', 0, count(*)::int, 0 FROM bed WHERE "opened" < ${to} AND ("closed" IS NULL OR "closed" >= ${to})`;
}
