import { published } from "@/lib/platform/db/published";
import type { CandidateFilter } from "../statements/order";
import { findSearchQuery } from "../find-search-query";
import { meaningOf, wordsFor } from "../rules-words";

/**
 * Interprets a filter's words: everyday words ("heart", "knee pain") become specialties, all else is text that forgives
 * typing errors. A specialty that isn't in the catalogue is treated as such a word too.
 */
export async function interpretFilter<F extends CandidateFilter>(
  filter: F,
): Promise<{ filter: F; query: string | null }> {
  const specialty = await specialtyOf(filter.specialty);
  const named = specialty === undefined ? filter : { ...filter, specialty };
  const meaning = filter.q ? meaningOf(filter.q) : null;
  if (!meaning) return { filter: named, query: await findSearchQuery(filter.q) };
  const whole = `${meaning.used} ${meaning.rest}`.trim();
  const rest = meaning.rest === "" ? null : await findSearchQuery(meaning.rest);
  return { filter: { ...named, meaning: { specialties: meaning.specialties, rest, whole } }, query: null };
}

async function specialtyOf(slug: string | undefined): Promise<string | undefined> {
  if (slug === undefined || wordsFor(slug).length > 0) return slug;
  const [likeliest] = meaningOf(slug.replaceAll("-", " "))?.specialties ?? [];
  if (!likeliest) return slug;
  return (await published.specialty.count({ where: { slug } })) > 0 ? slug : likeliest;
}
