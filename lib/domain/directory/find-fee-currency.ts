import { db, Prisma } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import { conditionsOf, inBox, inCircle, LISTED, type CandidateFilter } from "./internal/candidate-sql";
import { withLead } from "./internal/find-lead";

const MAX_NAMED = 5;

/** The currencies that doctors of a filter charge in, whatever their fee, most frequent first. */
export async function listFeeCurrencies({
  maxFee: _fee,
  currency: _currency,
  ...filter
}: CandidateFilter): Promise<string[]> {
  const { filter: looked, query } = await withLead(filter);
  const conditions = [
    LISTED,
    Prisma.sql`d."feeMinor" IS NOT NULL`,
    ...conditionsOf(looked, query),
    ...inBox(filter),
    ...inCircle(filter),
  ];
  const rows = await db.$queryRaw<{ currency: string }[]>`
    SELECT d."currency" FROM "Doctor" d WHERE ${Prisma.join(conditions, " AND ")} GROUP BY d."currency" ORDER BY count(*) DESC, d."currency"`;
  return rows.map(({ currency }) => currency);
}

/**
 * The filter with the currency of its fee: an amount means nothing without one, and is never compared with another's.
 * Unless it is given, the place implies it (what most doctors there charge in), or that there is only one. Throws
 * `invalid` on `currency` where neither says it.
 */
export async function withFeeCurrency<F extends CandidateFilter>(filter: F): Promise<F> {
  if (filter.maxFee === undefined || filter.currency !== undefined) return filter;
  const currencies = await listFeeCurrencies(isPlaced(filter) ? placeOf(filter) : filter);
  const [first] = currencies;
  if (first === undefined || currencies.length === 1 || isPlaced(filter)) return { ...filter, currency: first };
  const named = currencies.slice(0, MAX_NAMED).join(", ");
  const message = `Choose a currency: these doctors charge in ${named}${currencies.length > MAX_NAMED ? " and others" : ""}`;
  throw new AppError("invalid", "An amount needs a currency.", { fields: [{ path: "currency", message }] });
}

/** The place of a filter alone: its money does not change with what else is asked. */
export function placeOf({ city, hospitalId, near, radiusKm }: CandidateFilter): CandidateFilter {
  return { city, hospitalId, near, radiusKm, sort: "relevance" };
}

/** Whether a filter asks for a place, which has its money. */
export function isPlaced({ city, hospitalId, near }: CandidateFilter): boolean {
  return Boolean(city ?? hospitalId ?? near);
}
