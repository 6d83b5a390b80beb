import { Prisma } from "@/lib/platform/db/db";
import { statement } from "@/lib/platform/db/statement";
import { orderOf, type CandidateFilter, type Order, type Position } from "./order";
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
} from "./conditions";

/** `until`: only doctors whose next available time may lie before it. */
export type Search = { query: string | null; after: Position | undefined; until: Date | null; limit: number };

/** One listed doctor in the requested order, with the values of that order. */
const candidateColumns = {
  id: "uuid",
  nextSlotAt: "timestamptz?",
  currency: "bpchar",
  feeKey: "float8",
  /** Metres straight through the earth: for sorting, not for display. */
  reach: "float8?",
  /** How close to the meaning of the words. */
  rank: "int4",
  metres: "float8?",
} as const;

/** How far an order is walked for matching doctors before they are looked up by the filters' own indexes. */
const WALK: Record<Order, number> = { relevance: 2_000, soonest: 2_000, fee: 2_000, distance: 600 };

/** The conditions that no order's index answers; none means that the walk alone finds every page. */
function askedOf(filter: CandidateFilter, query: string | null): Prisma.Sql[] {
  return [...conditionsOf(filter, query), ...(orderOf(filter) === "distance" ? [] : inCircle(filter))];
}

/** Tells whether a search asks for more than its order. */
export function isNarrowed(filter: CandidateFilter, { query }: Search): boolean {
  return askedOf(filter, query).length > 0;
}

function partsOf(filter: CandidateFilter, { query, after, until }: Search) {
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
  const always = [
    LISTED,
    ...(until ? [Prisma.sql`${SOONEST} < ${until}`] : []),
    ...afterOf(after, order, { reach, rank }),
  ];
  // The order by fee begins with the currency, so the walk starts there.
  if (order === "fee" && filter.currency) always.push(inCurrency(filter.currency));
  const close = order === "distance" ? [...inBox(filter), ...inCircle(filter)] : [];
  const shown = Prisma.sql`d."id", d."nextSlotAt", d."currency", (${FEE})::float8 AS "feeKey", ${reach} AS "reach", ${order === "relevance" ? rank : Prisma.sql`0`} AS "rank", ${metres} AS "metres"`;
  return { order, asked: askedOf(filter, query), always, close, keys, reach, shown };
}

const where = (conditions: Prisma.Sql[]) => Prisma.sql`WHERE ${Prisma.join(conditions, " AND ")}`;

/** Walks the order's own index, for a fixed number of rows where not all of them match. */
export const walkedCandidates = statement(candidateColumns, (filter: CandidateFilter, search: Search) => {
  const { order, asked, always, close, keys, reach, shown } = partsOf(filter, search);
  if (asked.length === 0)
    return Prisma.sql`SELECT ${shown} FROM "Doctor" d ${where([...always, ...close])} ORDER BY ${keys}, d."id" LIMIT ${search.limit}`;
  const walked = { relevance: keys, soonest: SOONEST, fee: FEE, distance: reach }[order];
  return Prisma.sql`SELECT ${shown} FROM (
      SELECT ${READ}, ${walked} AS "k1" FROM "Doctor" d ${where([...always, ...close])} ORDER BY ${keys}, d."id" LIMIT ${WALK[order]}
    ) d ${where(asked)} ORDER BY ${AGAIN[order]}, d."id" LIMIT ${search.limit}`;
});

/** Looks them up by the filters' own indexes. No index has the order of meaning, so that order is always looked up. */
export const matchingCandidates = statement(candidateColumns, (filter: CandidateFilter, search: Search) => {
  const { asked, always, close, keys, shown } = partsOf(filter, search);
  return Prisma.sql`WITH fit AS MATERIALIZED (SELECT ${READ} FROM "Doctor" d ${where([...always, ...asked, ...inBox(filter), ...close])})
    SELECT ${shown} FROM fit d ORDER BY ${keys}, d."id" LIMIT ${search.limit}`;
});

/** The walk passes on its sort values under a name, so that PostgreSQL knows that the rows are sorted. */
const AGAIN: Record<Order, Prisma.Sql> = {
  relevance: Prisma.sql`d."k1"`,
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

/** A text search query that forgives typing errors; null when there is nothing to search for. */
export const directoryQuery = statement(
  { query: "text?" },
  (typed: string) => Prisma.sql`SELECT "directory_query"(${typed}) AS "query"`,
);

/** What matching doctors charge in, most frequent first. */
export const feeCurrencies = statement({ currency: "bpchar" }, (filter: CandidateFilter, query: string | null) => {
  const conditions = [
    LISTED,
    Prisma.sql`d."feeMinor" IS NOT NULL`,
    ...conditionsOf(filter, query),
    ...inBox(filter),
    ...inCircle(filter),
  ];
  return Prisma.sql`
    SELECT d."currency" FROM "Doctor" d ${where(conditions)} GROUP BY d."currency" ORDER BY count(*) DESC, d."currency"`;
});
