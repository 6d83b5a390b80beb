import { published } from "@/lib/platform/db/published";
import { listFeeCurrencies } from "./list-fee-currencies";
import { citiesOfDoctors, languagesOfDoctors } from "./statements/whole-directory";

export type Choices = { cities: string[]; languages: string[]; currencies: string[] };

const CACHE_MS = 5 * 60_000;
const MAX_CITIES = 300;
let kept: { choices: Promise<Choices>; until: number } | undefined;

/**
 * Returns where listed doctors work, what they speak and charge in, most frequent first, for the filters' options. Read
 * from the whole directory, so cached for five minutes; typed values are searched regardless.
 */
export function loadChoices(now: number = Date.now()): Promise<Choices> {
  if (!kept || kept.until < now) {
    const choices = readChoices();
    kept = { choices, until: now + CACHE_MS };
    choices.catch(() => (kept = undefined));
  }
  return kept.choices;
}

async function readChoices(): Promise<Choices> {
  const [cities, languages, currencies] = await Promise.all([
    citiesOfDoctors(published, MAX_CITIES),
    languagesOfDoctors(published),
    listFeeCurrencies({ sort: "relevance" }),
  ]);
  return { cities: cities.map(({ city }) => city), languages: languages.map(({ language }) => language), currencies };
}
