import { published } from "@/lib/platform/db/published";
import type { RowOf } from "@/lib/platform/db/statement";
import { orderOf, type CandidateFilter, type Order, type Position } from "../statements/order";
import { isNarrowed, matchingCandidates, walkedCandidates, type Search } from "../statements/candidates";

/** One listed doctor in the requested order, with the values of that order. */
export type Candidate = RowOf<typeof walkedCandidates>;

export function positionOf(order: Order, row: Candidate): Position {
  if (order === "fee") return { k: order, c: row.currency, f: row.feeKey, i: row.id };
  if (order === "distance") return { k: order, d: row.reach ?? 0, i: row.id };
  const s = row.nextSlotAt?.toISOString() ?? null;
  return order === "relevance" ? { k: order, r: row.rank, s, i: row.id } : { k: order, s, i: row.id };
}

/**
 * Returns the next doctors in order after a position, at most `limit`. First the order's own index is walked for a
 * fixed number of rows: when one in a hundred matches, that fills a page, however many are listed. Rarer matches are
 * looked up by the filters' own indexes, and are few to sort. Which of the two is needed is tried, not guessed, because
 * filters correlate in ways statistics don't know.
 */
export async function searchCandidates(filter: CandidateFilter, search: Search): Promise<Candidate[]> {
  const [first, second] = candidateStatements(filter, search);
  const found = await first(published, filter, search);
  return found.length >= search.limit || !second ? found : second(published, filter, search);
}

type Finding = typeof walkedCandidates;

/** The statements `searchCandidates` tries, in their order; separate so that their plans can be shown. */
export function candidateStatements(
  filter: CandidateFilter,
  search: Search,
): [first: Finding, second: Finding | undefined] {
  // No index has the order of meaning.
  if (orderOf(filter) === "relevance") return [matchingCandidates, undefined];
  return [walkedCandidates, isNarrowed(filter, search) ? matchingCandidates : undefined];
}
