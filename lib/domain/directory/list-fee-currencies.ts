import { published } from "@/lib/platform/db/published";
import { AppError } from "@/lib/platform/errors/app-error";
import { interpretFilter } from "./internal/interpret-filter";
import { feeCurrencies } from "./statements/candidates";
import type { CandidateFilter } from "./statements/order";

const MAX_NAMED = 5;

/** Returns the currencies that matching doctors charge in, whatever their fee, most frequent first. */
export async function listFeeCurrencies({
  maxFee: _fee,
  currency: _currency,
  ...filter
}: CandidateFilter): Promise<string[]> {
  const { filter: looked, query } = await interpretFilter(filter);
  const rows = await feeCurrencies(published, looked, query);
  return rows.map(({ currency }) => currency);
}

/**
 * Adds the currency of a fee filter: an amount means nothing without one, and is never compared across currencies. By
 * default it follows from the place (what most doctors there charge in), or from there being only one. Throws `invalid`
 * on `currency` when neither decides.
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

/** Returns only the place of a filter: its currency does not depend on the other filters. */
export function placeOf({ city, hospitalId, near, radiusKm }: CandidateFilter): CandidateFilter {
  return { city, hospitalId, near, radiusKm, sort: "relevance" };
}

/** Tells whether a filter names a place, which implies a currency. */
export function isPlaced({ city, hospitalId, near }: CandidateFilter): boolean {
  return Boolean(city ?? hospitalId ?? near);
}
