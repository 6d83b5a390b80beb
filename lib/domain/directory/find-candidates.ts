import { z } from "zod";
import { db, Prisma } from "@/lib/platform/db/db";
import { uuid } from "@/lib/platform/http/text";
import { DEFAULT_RADIUS_KM, THOUSANDTH_CURRENCIES, WHOLE_CURRENCIES } from "./rules";
import type { DoctorFilter, Point } from "./schema";

/** Around a point this many are looked through one by one; where more practise, they are met soon enough in order. */
const MOST_AROUND = 300;

/** What the directory can be asked: the public filters and, from inside, one service. */
export type CandidateFilter = DoctorFilter & { service?: string };

/** One listed doctor in the order asked for, with the values that order goes by. */
export type Candidate = {
  id: string;
  nextSlotAt: Date | null;
  currency: string;
  feeKey: number;
  /** Metres straight through the earth: for the order, not for people. */
  reach: number | null;
  metres: number | null;
};

/** Where a page ended: the values of its order, the id last. */
export const position = z.discriminatedUnion("k", [
  z.strictObject({ k: z.literal("soonest"), s: z.iso.datetime().nullable(), i: uuid }),
  z.strictObject({ k: z.literal("fee"), c: z.string().max(3), f: z.int(), i: uuid }),
  z.strictObject({ k: z.literal("distance"), d: z.number(), i: uuid }),
]);
export type Position = z.infer<typeof position>;

type Order = Position["k"];

/** A little less than a degree of latitude anywhere, so that the frame is never too small. */
const KM_PER_DEGREE = 110;

/** The order behind a sort: what is relevant is who can see you soonest. */
export function orderOf(filter: DoctorFilter): Order {
  return filter.sort === "fee" || filter.sort === "distance" ? filter.sort : "soonest";
}

export function positionOf(order: Order, row: Candidate): Position {
  if (order === "fee") return { k: order, c: row.currency, f: row.feeKey, i: row.id };
  if (order === "distance") return { k: order, d: row.reach ?? 0, i: row.id };
  return { k: order, s: row.nextSlotAt?.toISOString() ?? null, i: row.id };
}

const SOONEST = Prisma.sql`COALESCE(d."nextSlotAt", 'infinity')`;
const FEE = Prisma.sql`COALESCE(d."feeMinor", 2147483647)`;
const HERE = Prisma.sql`ll_to_earth(d."listedLatitude", d."listedLongitude")`;

/** What somebody typed as a text search query that forgives typing errors; null when it holds nothing to search for. */
export async function searchQueryOf(typed: string | undefined): Promise<string | null> {
  if (!typed) return null;
  const [row] = await db.$queryRaw<{ query: string | null }[]>`SELECT "directory_query"(${typed}) AS "query"`;
  return row?.query ?? null;
}

/**
 * The next doctors in order after a position, at most `limit`. Every order walks an index of listed doctors and stops
 * when it has enough, or PostgreSQL intersects the filters' index when few fit: the cost does not follow the size
 * of the directory. `until`: only those whose next free time may lie before it.
 */
export async function findCandidates(
  filter: CandidateFilter,
  search: { query: string | null; after: Position | undefined; until: Date | null; limit: number },
): Promise<Candidate[]> {
  return db.$queryRaw<Candidate[]>(await candidateStatement(filter, search));
}

/** The statement behind `findCandidates`; apart so that its plan can be shown. */
export async function candidateStatement(
  filter: CandidateFilter,
  { query, after, until, limit }: Parameters<typeof findCandidates>[1],
): Promise<Prisma.Sql> {
  const order = orderOf(filter);
  const centre = filter.near && Prisma.sql`ll_to_earth(${filter.near.latitude}::float8, ${filter.near.longitude}::float8)`;
  const reach = centre ? Prisma.sql`(${HERE} <-> ${centre})` : Prisma.sql`NULL::float8`;
  const metres = centre ? Prisma.sql`earth_distance(${HERE}, ${centre})` : Prisma.sql`NULL::float8`;
  const around = centre ? await aroundOf(filter, centre, order) : null;
  const conditions = [LISTED, ...conditionsOf(filter, query, until), ...(around?.conditions ?? []), ...afterOf(after, order, reach)];
  const by = { soonest: SOONEST, fee: Prisma.sql`d."currency", ${FEE}`, distance: reach }[order];
  return Prisma.sql`${around?.source ?? Prisma.empty}
    SELECT d."id", d."nextSlotAt", d."currency", ${FEE} AS "feeKey", ${reach} AS "reach", ${metres} AS "metres"
    FROM ${around?.source ? Prisma.sql`around` : Prisma.sql`"Doctor"`} d
    WHERE ${Prisma.join(conditions, " AND ")} ORDER BY ${by}, d."id" LIMIT ${limit}`;
}

const LISTED = Prisma.sql`d."verification" = 'VERIFIED'`;

function conditionsOf(filter: CandidateFilter, query: string | null, until: Date | null): Prisma.Sql[] {
  const facets: Prisma.Sql[] = [];
  const facet = (kind: string, value: string | undefined) => value && facets.push(Prisma.sql`${`${kind}:${value}`}::text`);
  facet("specialty", filter.specialty);
  facet("service", filter.service);
  facet("language", filter.language);
  facet("mode", filter.mode);
  facet("hospital", filter.hospitalId);
  if (filter.city) facets.push(Prisma.sql`'city:' || "search_line"(${filter.city})`);
  const conditions: Prisma.Sql[] = [];
  if (facets.length > 0) conditions.push(Prisma.sql`d."facets" @> ARRAY[${Prisma.join(facets)}]`);
  if (query !== null) conditions.push(Prisma.sql`to_tsvector('simple', d."searchText") @@ to_tsquery('simple', ${query})`);
  if (until) conditions.push(Prisma.sql`${SOONEST} < ${until}`);
  if (filter.maxFee !== undefined) {
    conditions.push(Prisma.sql`d."feeMinor" <= ${filter.maxFee}::numeric * CASE
      WHEN d."currency" = ANY(${WHOLE_CURRENCIES}) THEN 1 WHEN d."currency" = ANY(${THOUSANDTH_CURRENCIES}) THEN 1000 ELSE 100 END`);
  }
  return conditions;
}

function afterOf(after: Position | undefined, order: Order, reach: Prisma.Sql): Prisma.Sql[] {
  if (!after || after.k !== order) return [];
  const { i } = after;
  if (after.k === "fee") return [Prisma.sql`(d."currency", ${FEE}, d."id") > (${after.c}, ${after.f}::int, ${i}::uuid)`];
  if (after.k === "distance") return [Prisma.sql`(${reach}, d."id") > (${after.d}::float8, ${i}::uuid)`];
  return [Prisma.sql`(${SOONEST}, d."id") > (${after.s ?? "infinity"}::timestamptz, ${i}::uuid)`];
}

/**
 * The circle around a point. Few doctors in it: they are read first and sorted. Many: the order's own index is walked,
 * since somebody in the circle turns up after a few rows. Counting stops at MOST_AROUND, so asking costs little.
 */
async function aroundOf({ near, radiusKm = DEFAULT_RADIUS_KM }: CandidateFilter, centre: Prisma.Sql, order: Order) {
  if (!near) return null;
  const metres = radiusKm * 1000;
  const inCircle = Prisma.sql`d."listedLatitude" IS NOT NULL AND ${inDegrees(near, radiusKm)}
    AND earth_distance(${HERE}, ${centre}) <= ${metres}::float8`;
  const inBox = Prisma.sql`earth_box(${centre}, ${metres}::float8) @> ${HERE}`;
  if (order === "distance") return { source: null, conditions: [inCircle, inBox] };
  const [row] = await db.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS "count" FROM (
    SELECT 1 FROM "Doctor" d WHERE ${LISTED} AND ${inCircle} AND ${inBox} LIMIT ${MOST_AROUND + 1}) AS near`;
  if ((row?.count ?? 0) > MOST_AROUND) return { source: null, conditions: [inCircle] };
  const source = Prisma.sql`WITH around AS MATERIALIZED (SELECT * FROM "Doctor" d WHERE ${LISTED} AND ${inCircle} AND ${inBox})`;
  return { source, conditions: [] };
}

/** The circle's frame in degrees: cheap to compare, and the planner can tell how many lie in it. */
function inDegrees({ latitude, longitude }: Point, radiusKm: number): Prisma.Sql {
  const north = radiusKm / KM_PER_DEGREE;
  const east = north / Math.cos((latitude * Math.PI) / 180);
  const byLatitude = Prisma.sql`d."listedLatitude" BETWEEN ${latitude - north}::float8 AND ${latitude + north}::float8`;
  // Close to a pole or to the date line a frame of longitudes would need two parts: there the latitude has to do.
  if (Math.abs(latitude) + north > 80 || Math.abs(longitude) + east > 180) return byLatitude;
  // Where the circle is widest it is nearer to the pole than its centre: a little more than `east`.
  const wide = east * 1.2;
  return Prisma.sql`${byLatitude} AND d."listedLongitude" BETWEEN ${longitude - wide}::float8 AND ${longitude + wide}::float8`;
}
