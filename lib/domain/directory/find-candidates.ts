import { z } from "zod";
import { db, Prisma } from "@/lib/platform/db/db";
import { uuid } from "@/lib/platform/input/text";
import {
  centreOf,
  conditionsOf,
  FEE,
  HERE,
  inBox,
  inCircle,
  inCurrency,
  LISTED,
  rankOf,
  READ,
  SOONEST,
  type CandidateFilter,
} from "./internal/candidate-sql";

export type { CandidateFilter } from "./internal/candidate-sql";

/** One listed doctor in the requested order, with the values of that order. */
export type Candidate = {
  id: string;
  nextSlotAt: Date | null;
  currency: string;
  feeKey: number;
  /** Metres straight through the earth: for sorting, not for display. */
  reach: number | null;
  /** How close to the meaning of the words. */
  rank: number;
  metres: number | null;
};

/** Where a page ended: the values of its order, the ID last. */
export const position = z.discriminatedUnion("k", [
  z.strictObject({ k: z.literal("relevance"), r: z.int(), s: z.iso.datetime().nullable(), i: uuid }),
  z.strictObject({ k: z.literal("soonest"), s: z.iso.datetime().nullable(), i: uuid }),
  z.strictObject({ k: z.literal("fee"), c: z.string().max(3), f: z.int(), i: uuid }),
  z.strictObject({ k: z.literal("distance"), d: z.number(), i: uuid }),
]);
export type Position = z.infer<typeof position>;
type Order = Position["k"];

/** How far an order is walked for matching doctors before they are looked up by the filters' own indexes. */
const WALK: Record<Exclude<Order, "relevance">, number> = { soonest: 2_000, fee: 2_000, distance: 600 };

/** The order of a sort: "relevance" is by the meaning of the words, then by the next available time. */
export function orderOf({ sort, lead }: CandidateFilter): Order {
  if (sort === "fee" || sort === "distance") return sort;
  return sort === "relevance" && lead && lead.specialties.length > 1 ? "relevance" : "soonest";
}

export function positionOf(order: Order, row: Candidate): Position {
  if (order === "fee") return { k: order, c: row.currency, f: row.feeKey, i: row.id };
  if (order === "distance") return { k: order, d: row.reach ?? 0, i: row.id };
  const s = row.nextSlotAt?.toISOString() ?? null;
  return order === "relevance" ? { k: order, r: row.rank, s, i: row.id } : { k: order, s, i: row.id };
}

/** Turns the typed text into a search query that forgives typing errors; null when there is nothing to search for. */
export async function searchQueryOf(typed: string | undefined): Promise<string | null> {
  if (!typed) return null;
  const [row] = await db.$queryRaw<{ query: string | null }[]>`SELECT "directory_query"(${typed}) AS "query"`;
  return row?.query ?? null;
}

/** `until`: only doctors whose next available time may lie before it. */
export type Search = { query: string | null; after: Position | undefined; until: Date | null; limit: number };

/**
 * Returns the next doctors in order after a position, at most `limit`. First the order's own index is walked for a
 * fixed number of rows: when one in a hundred matches, that fills a page, however many are listed. Rarer matches are
 * looked up by the filters' own indexes, and are few to sort. Which of the two is needed is tried, not guessed, because
 * filters correlate in ways statistics don't know.
 */
export async function findCandidates(filter: CandidateFilter, search: Search): Promise<Candidate[]> {
  const [walk, look] = candidateStatements(filter, search);
  const found = await db.$queryRaw<Candidate[]>(walk);
  return found.length >= search.limit || !look ? found : db.$queryRaw<Candidate[]>(look);
}

/**
 * The statements behind `findCandidates`; separate so that their plans can be shown. The second exists only with
 * filters.
 */
export function candidateStatements(
  filter: CandidateFilter,
  { query, after, until, limit }: Search,
): [walk: Prisma.Sql, look: Prisma.Sql | null] {
  const order = orderOf(filter);
  const centre = filter.near && centreOf(filter.near);
  const reach = centre ? Prisma.sql`(${HERE} <-> ${centre})` : Prisma.sql`NULL::float8`;
  const metres = centre ? Prisma.sql`"metres_between"(${HERE}, ${centre})` : Prisma.sql`NULL::float8`;
  const rank = rankOf(filter);
  const keys = {
    relevance: Prisma.sql`${rank}, ${SOONEST}`,
    soonest: SOONEST,
    fee: Prisma.sql`d."currency", ${FEE}`,
    distance: reach,
  }[order];
  const asked = [...conditionsOf(filter, query), ...(order === "distance" ? [] : inCircle(filter))];
  const always = [
    LISTED,
    ...(until ? [Prisma.sql`${SOONEST} < ${until}`] : []),
    ...afterOf(after, order, { reach, rank }),
  ];
  // The order by fee begins with the currency, so the walk starts there.
  if (order === "fee" && filter.currency) always.push(inCurrency(filter.currency));
  const close = order === "distance" ? [...inBox(filter), ...inCircle(filter)] : [];
  const shown = Prisma.sql`d."id", d."nextSlotAt", d."currency", (${FEE})::float8 AS "feeKey", ${reach} AS "reach", ${order === "relevance" ? rank : Prisma.sql`0`} AS "rank", ${metres} AS "metres"`;
  const both = (conditions: Prisma.Sql[]) =>
    conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, " AND ")}` : Prisma.empty;
  if (asked.length === 0) {
    return [
      Prisma.sql`SELECT ${shown} FROM "Doctor" d ${both([...always, ...close])} ORDER BY ${keys}, d."id" LIMIT ${limit}`,
      null,
    ];
  }
  const look = Prisma.sql`WITH fit AS MATERIALIZED (SELECT ${READ} FROM "Doctor" d ${both([...always, ...asked, ...inBox(filter), ...close])})
    SELECT ${shown} FROM fit d ORDER BY ${keys}, d."id" LIMIT ${limit}`;
  // No index has the order of meaning.
  if (order === "relevance") return [look, null];
  const walk = Prisma.sql`SELECT ${shown} FROM (
      SELECT ${READ}, ${WALKED[order](reach)} FROM "Doctor" d ${both([...always, ...close])} ORDER BY ${keys}, d."id" LIMIT ${WALK[order]}
    ) d ${both(asked)} ORDER BY ${AGAIN[order]}, d."id" LIMIT ${limit}`;
  return [walk, look];
}

/** The walk passes on its sort values under a name, so that PostgreSQL knows that the rows are sorted. */
const WALKED: Record<Exclude<Order, "relevance">, (reach: Prisma.Sql) => Prisma.Sql> = {
  soonest: () => Prisma.sql`${SOONEST} AS "k1"`,
  fee: () => Prisma.sql`${FEE} AS "k1"`,
  distance: (reach) => Prisma.sql`${reach} AS "k1"`,
};
const AGAIN: Record<Exclude<Order, "relevance">, Prisma.Sql> = {
  soonest: Prisma.sql`d."k1"`,
  fee: Prisma.sql`d."currency", d."k1"`,
  distance: Prisma.sql`d."k1"`,
};

function afterOf(
  after: Position | undefined,
  order: Order,
  { reach, rank }: { reach: Prisma.Sql; rank: Prisma.Sql },
): Prisma.Sql[] {
  if (!after || after.k !== order) return [];
  const { i } = after;
  if (after.k === "fee")
    return [Prisma.sql`(d."currency", ${FEE}, d."id") > (${after.c}, ${after.f}::bigint, ${i}::uuid)`];
  if (after.k === "distance") return [Prisma.sql`(${reach}, d."id") > (${after.d}::float8, ${i}::uuid)`];
  if (after.k === "relevance")
    return [
      Prisma.sql`(${rank}, ${SOONEST}, d."id") > (${after.r}::int, ${after.s ?? "infinity"}::timestamptz, ${i}::uuid)`,
    ];
  return [Prisma.sql`(${SOONEST}, d."id") > (${after.s ?? "infinity"}::timestamptz, ${i}::uuid)`];
}
