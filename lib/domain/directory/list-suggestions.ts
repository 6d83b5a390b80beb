import type { CandidateFilter } from "./statements/order";
import { searchCandidates } from "./internal/search-candidates";
import { withFeeCurrency } from "./list-fee-currencies";
import { interpretFilter } from "./internal/interpret-filter";
import { meaningOf, nearbySpecialties } from "./rules-words";
import type { DoctorFilter } from "./schema";

/** Filters that can be dropped from a search without results, the most specific first. */
const LEFT_OUT = [
  ["availableFrom", "availableTo"],
  ["maxFee", "currency"],
  ["language"],
  ["mode"],
  ["near", "radiusKm"],
  ["city"],
  ["q"],
  ["specialty"],
] as const satisfies (keyof DoctorFilter)[][];
const LIMIT = 4;

/** `without`: the filter to drop. `specialty`: another that treats much the same. */
export type Instead = { without: keyof DoctorFilter; specialty?: never } | { specialty: string; without?: never };

/** Returns alternatives for a search without results; only those with results. */
export async function listSuggestions(filter: DoctorFilter): Promise<Instead[]> {
  const specialties = [
    ...(filter.specialty ? [filter.specialty] : []),
    ...(meaningOf(filter.q ?? "")?.specialties ?? []),
  ];
  const nearby = [...new Set(specialties.flatMap(nearbySpecialties))].filter((slug) => !specialties.includes(slug));
  const tries: { instead: Instead; filter: DoctorFilter }[] = [
    ...LEFT_OUT.filter(([first]) => filter[first] !== undefined).map((names) => ({
      instead: { without: names[0] },
      filter: leaveOut(filter, names),
    })),
    ...nearby.map((specialty) => ({ instead: { specialty }, filter: { ...leaveOut(filter, ["q"]), specialty } })),
  ];
  const found = await Promise.all(tries.map(async (one) => ((await hasResults(one.filter)) ? [one.instead] : [])));
  return found.flat().slice(0, LIMIT);
}

function leaveOut(filter: DoctorFilter, names: readonly (keyof DoctorFilter)[]): DoctorFilter {
  const kept = Object.fromEntries(
    Object.entries(filter).filter(([name]) => !names.includes(name as keyof DoctorFilter)),
  );
  // Sorting by distance needs a place.
  return { ...kept, sort: "relevance" };
}

async function hasResults(asked: CandidateFilter): Promise<boolean> {
  const { filter, query } = await interpretFilter(await withFeeCurrency(asked));
  return (await searchCandidates(filter, { query, after: undefined, until: null, limit: 1 })).length > 0;
}
