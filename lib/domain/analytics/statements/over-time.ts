import { Prisma } from "@/lib/platform/db/db";
import { statement, typed } from "@/lib/platform/db/statement";

/** Instants between which things are counted, ascending, at least two. */
type Edges = readonly Date[];
export type Place = { hospitalId: string; wardId: string | null };

const endsOf = (edges: Edges) => ({ from: edges[0]!, to: edges.at(-1)! });

/** The edges for `width_bucket`. A query of its own, so that they are read once and not for each row. */
const edgeArray = (edges: Edges) =>
  Prisma.sql`(SELECT ${edges.map((edge) => edge.toISOString())}::text[]::timestamptz[])`;

const spreadColumns = { n: "int4?", count: "int4", parts: "float8[]?" } as const;

/**
 * Median and 90th percentile, in each stretch and (`n` is null) overall. `samples` selects `"at"` (within the edges) and
 * `"seconds"`; rows without seconds do not count.
 */
const spread = (samples: Prisma.Sql, edges: Edges) => Prisma.sql`
    SELECT s."n", count(*)::int AS "count", percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY s."seconds") AS "parts"
    FROM (SELECT width_bucket("at", ${edgeArray(edges)}) AS "n", "seconds" FROM (${samples}) sample WHERE "seconds" IS NOT NULL) s
    GROUP BY GROUPING SETS ((s."n"), ())`;

/** How long stays took, by the discharge. */
export const stayTimes = statement(spreadColumns, ({ hospitalId, wardId }: Place, edges: Edges) => {
  const { from, to } = endsOf(edges);
  const ward = wardId
    ? Prisma.sql`AND EXISTS (SELECT 1 FROM "Bed" d WHERE d."id" = b."bedId" AND d."wardId" = ${wardId}::uuid)`
    : Prisma.empty;
  const samples = Prisma.sql`
      SELECT b."dischargedAt" AS "at", date_part('epoch', b."dischargedAt" - b."admittedAt") AS "seconds" FROM "BedBooking" b
      WHERE b."hospitalId" = ${hospitalId}::uuid AND b."dischargedAt" >= ${from} AND b."dischargedAt" < ${to} ${ward}`;
  return spread(samples, edges);
});

/** From check-in to the start, by the visit's planned start. */
export const waitTimes = statement(spreadColumns, (hospitalId: string, edges: Edges) => {
  const { from, to } = endsOf(edges);
  const samples = Prisma.sql`
      SELECT a."startsAt" AS "at", date_part('epoch', a."startedAt" - a."checkedInAt") AS "seconds" FROM "Appointment" a
      WHERE a."hospitalId" = ${hospitalId}::uuid AND a."startsAt" >= ${from} AND a."startsAt" < ${to}
      AND a."checkedInAt" IS NOT NULL AND a."startedAt" IS NOT NULL`;
  return spread(samples, edges);
});

function callTimes(until: Prisma.Sql, hospitalId: string, edges: Edges): Prisma.Sql {
  const { from, to } = endsOf(edges);
  const samples = Prisma.sql`
      SELECT c."createdAt" AS "at", date_part('epoch', ${until} - c."createdAt") AS "seconds"
      FROM "AmbulanceBooking" c WHERE c."hospitalId" = ${hospitalId}::uuid AND c."createdAt" >= ${from} AND c."createdAt" < ${to}`;
  return spread(samples, edges);
}

/** From the call to the dispatch, by the call. */
export const dispatchTimes = statement(spreadColumns, (hospitalId: string, edges: Edges) =>
  callTimes(Prisma.sql`c."dispatchedAt"`, hospitalId, edges),
);

/** From the call to the arrival at the scene, by the call. */
export const arrivalTimes = statement(spreadColumns, (hospitalId: string, edges: Edges) =>
  callTimes(Prisma.sql`c."onSceneAt"`, hospitalId, edges),
);

/** What came and went in each stretch, with the sum of its seconds since the first edge; and how many are there at the end. */
const movementColumns = {
  what: typed<"came" | "went" | "end">("text"),
  n: "int4",
  count: "int4",
  seconds: "float8",
} as const;

export const stayMovements = statement(movementColumns, ({ hospitalId, wardId }: Place, edges: Edges) => {
  const [{ from, to }, at] = [endsOf(edges), edgeArray(edges)];
  const here = wardId ? Prisma.sql`s."wardId" = ${wardId}::uuid` : Prisma.sql`s."hospitalId" = ${hospitalId}::uuid`;
  return Prisma.sql`
    SELECT 'came' AS "what", width_bucket(s."startsAt", ${at}) AS "n", count(*)::int AS "count", sum(date_part('epoch', s."startsAt" - ${from})) AS "seconds"
    FROM "BedStay" s WHERE ${here} AND s."startsAt" >= ${from} AND s."startsAt" < ${to} GROUP BY 2
    UNION ALL
    SELECT 'went', width_bucket(s."endsAt", ${at}), count(*)::int, sum(date_part('epoch', s."endsAt" - ${from}))
    FROM "BedStay" s WHERE ${here} AND s."endsAt" >= ${from} AND s."endsAt" < ${to} GROUP BY 2
    UNION ALL
    SELECT 'end', 0, (SELECT count(*) FROM "BedStay" s WHERE ${here} AND s."endsAt" IS NULL AND s."startsAt" < ${to})::int
      + (SELECT count(*) FROM "BedStay" s WHERE ${here} AND s."endsAt" >= ${to} AND s."startsAt" < ${to})::int, 0`;
});

export const bedMovements = statement(movementColumns, ({ hospitalId, wardId }: Place, edges: Edges) => {
  const [{ from, to }, at] = [endsOf(edges), edgeArray(edges)];
  const here = wardId ? Prisma.sql`AND b."wardId" = ${wardId}::uuid` : Prisma.empty;
  return Prisma.sql`
    WITH bed AS MATERIALIZED (
      SELECT b."createdAt" AS "opened", least(b."removedAt", w."removedAt") AS "closed"
      FROM "Bed" b JOIN "Ward" w ON w."id" = b."wardId" WHERE b."hospitalId" = ${hospitalId}::uuid ${here})
    SELECT 'came' AS "what", width_bucket("opened", ${at}) AS "n", count(*)::int AS "count", 0::float8 AS "seconds"
    FROM bed WHERE "opened" >= ${from} AND "opened" < ${to} GROUP BY 2
    UNION ALL
    SELECT 'went', width_bucket("closed", ${at}), count(*)::int, 0 FROM bed WHERE "closed" >= ${from} AND "closed" < ${to} GROUP BY 2
    UNION ALL
    SELECT 'end', 0, count(*)::int, 0 FROM bed WHERE "opened" < ${to} AND ("closed" IS NULL OR "closed" >= ${to})`;
});

/** Outcomes of visits in each stretch: the stored totals before `cut`, and from then on the visits themselves. */
export const visitOutcomes = statement(
  { n: "int4", came: "int4", missed: "int4", left: "int4" },
  (hospitalId: string, edges: Edges, cut: Date) => {
    const { from, to } = endsOf(edges);
    return Prisma.sql`
    SELECT width_bucket("at", ${edgeArray(edges)}) AS "n", sum("came")::int AS "came", sum("missed")::int AS "missed", sum("left")::int AS "left"
    FROM (
      SELECT s."startsAt" AS "at", s."came", s."missed", s."left"
      FROM "VisitSum" s WHERE s."hospitalId" = ${hospitalId}::uuid AND s."startsAt" >= ${from} AND s."startsAt" < ${cut}
      UNION ALL
      SELECT a."startsAt", (a."status" IN ('CHECKED_IN', 'IN_PROGRESS', 'COMPLETED'))::int, (a."status" = 'NO_SHOW')::int, (a."status" = 'LEFT')::int
      FROM "Appointment" a WHERE a."hospitalId" = ${hospitalId}::uuid AND a."startsAt" >= ${cut} AND a."startsAt" >= ${from} AND a."startsAt" < ${to}
    ) v GROUP BY 1`;
  },
);
