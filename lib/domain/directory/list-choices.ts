import { db } from "@/lib/platform/db/db";
import { listFeeCurrencies } from "./find-fee-currency";

export type Choices = { cities: string[]; languages: string[]; currencies: string[] };

const CACHE_MS = 5 * 60_000;
const MAX_CITIES = 300;
let kept: { choices: Promise<Choices>; until: number } | undefined;

/**
 * Returns where listed doctors work, what they speak and charge in, most frequent first, for the filters' options. Read
 * from the whole directory, so cached for five minutes; typed values are searched regardless.
 */
export function listChoices(now: number = Date.now()): Promise<Choices> {
  if (!kept || kept.until < now) {
    const choices = readChoices();
    kept = { choices, until: now + CACHE_MS };
    choices.catch(() => (kept = undefined));
  }
  return kept.choices;
}

async function readChoices(): Promise<Choices> {
  const [cities, languages, currencies] = await Promise.all([
    db.$queryRaw<{ city: string }[]>`
      SELECT "city" FROM (
        SELECT "city" FROM "Doctor" WHERE "verification" = 'VERIFIED' AND "city" <> ''
        UNION ALL
        SELECT h."city" FROM "Affiliation" a JOIN "Hospital" h ON h."id" = a."hospitalId" AND h."verification" = 'VERIFIED'
          JOIN "Doctor" d ON d."id" = a."doctorId" AND d."verification" = 'VERIFIED' WHERE a."status" = 'ACTIVE' AND h."city" <> ''
      ) AS place GROUP BY "city" ORDER BY count(*) DESC, "city" LIMIT ${MAX_CITIES}`,
    db.$queryRaw<{ language: string }[]>`
      SELECT l AS "language" FROM "Doctor", unnest("languages") AS l WHERE "verification" = 'VERIFIED' GROUP BY l ORDER BY count(*) DESC, l LIMIT 60`,
    listFeeCurrencies({ sort: "relevance" }),
  ]);
  return { cities: cities.map(({ city }) => city), languages: languages.map(({ language }) => language), currencies };
}
