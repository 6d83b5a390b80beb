import { candidateStatements, searchCandidates, positionOf } from "@/lib/domain/directory/internal/search-candidates";
import { findSearchQuery } from "@/lib/domain/directory/find-search-query";
import { searchDoctors } from "@/lib/domain/directory/queries";
import type { Position } from "@/lib/domain/directory/statements/order";
import { doctorFilter } from "@/lib/domain/directory/schema";
import { listOffers } from "@/lib/domain/schedules/queries";
import { db } from "@/lib/platform/db/db";

/** One query of the directory. */
export type Question = {
  name: string;
  ask(): Promise<unknown>;
  /** The statements whose plans are worth showing. */
  statements?(): Promise<{ text: string; values: unknown[] }[]>;
};

/** From the common to the awkward; each has more than a page of results at both sizes, or none. */
const FILTERS: Record<string, Record<string, string>> = {
  soonest: {},
  "soonest of one specialty": { specialty: "cardiology" },
  "soonest in one city": { city: "town7" },
  "soonest in one city with a language": { city: "town7", language: "sw" },
  "cheapest by video": { sort: "fee", mode: "VIDEO" },
  nearest: { sort: "distance", near: "-38,-92", radiusKm: "100" },
  "nearest of one specialty": { sort: "distance", near: "-38,-92", radiusKm: "500", specialty: "cardiology" },
  "soonest within 25 km": { near: "-38,-92", radiusKm: "25" },
  "typed: cardiology practice": { q: "cardiology practice" },
  "typed: common words nobody has together": { q: "cardiology consultation" },
  "typed: a city": { q: "town7" },
  "typed: cardiolgy": { q: "cardiolgy" },
  "typed: part of a name": { q: "balem" },
  "typed: xyzzyplugh": { q: "xyzzyplugh" },
  "up to a fee": { maxFee: "60", currency: "EUR" },
};

const DAY_MS = 86_400_000;
const LIMIT = 21;

/** The queries, each with the database reads of a page or route, through the same functions. */
export async function directoryQuestions(): Promise<Question[]> {
  const questions = Object.entries(FILTERS).map(([name, query]): Question => {
    const filter = doctorFilter.parse(query);
    const search = async (after?: Position) => ({
      query: await findSearchQuery(filter.q),
      after,
      until: null,
      limit: LIMIT,
    });
    const statements = async () => {
      const asked = await search();
      const [first, second] = candidateStatements(filter, asked);
      const isFull = (await first(db, filter, asked)).length === LIMIT;
      return [first, ...(second && !isFull ? [second] : [])].map((one) => {
        const { text, values } = one.text(filter, asked);
        return { text, values };
      });
    };
    return { name, ask: async () => searchCandidates(filter, await search()), statements };
  });
  const all = doctorFilter.parse({});
  const deep = (await searchCandidates(all, { query: null, after: undefined, until: null, limit: 800 })).at(-1);
  const after = deep && positionOf("soonest", deep);
  const ids = (await searchCandidates(all, { query: null, after: undefined, until: null, limit: 60 })).map(
    ({ id }) => id,
  );
  let turn = 0;
  return [
    ...questions,
    { name: "the fortieth page", ask: () => searchCandidates(all, { query: null, after, until: null, limit: LIMIT }) },
    { name: "a whole page with free times", ask: () => searchDoctors(all, { limit: 20 }) },
    {
      name: "hours and visits of a fortnight, one doctor",
      ask: () => {
        const now = new Date();
        const window = { from: now, to: new Date(now.getTime() + 14 * DAY_MS) };
        return listOffers(db, ids.slice(turn++ % ids.length).slice(0, 1), { window, now });
      },
    },
  ];
}
