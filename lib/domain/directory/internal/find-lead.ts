import { db } from "@/lib/platform/db/db";
import type { CandidateFilter } from "./statements/conditions";
import { searchQueryOf } from "../find-candidates";
import { leadOf, wordsFor } from "../rules-words";

/**
 * Interprets a filter's words: everyday words ("heart", "knee pain") become specialties, all else is text that forgives
 * typing errors. A specialty that isn't in the catalogue is treated as such a word too.
 */
export async function withLead<F extends CandidateFilter>(filter: F): Promise<{ filter: F; query: string | null }> {
  const specialty = await specialtyOf(filter.specialty);
  const named = specialty === undefined ? filter : { ...filter, specialty };
  const lead = filter.q ? leadOf(filter.q) : null;
  if (!lead) return { filter: named, query: await searchQueryOf(filter.q) };
  const whole = `${lead.used} ${lead.rest}`.trim();
  const rest = lead.rest === "" ? null : await searchQueryOf(lead.rest);
  return { filter: { ...named, lead: { specialties: lead.specialties, rest, whole } }, query: null };
}

async function specialtyOf(slug: string | undefined): Promise<string | undefined> {
  if (slug === undefined || wordsFor(slug).length > 0) return slug;
  const [likeliest] = leadOf(slug.replaceAll("-", " "))?.specialties ?? [];
  if (!likeliest) return slug;
  return (await db.specialty.count({ where: { slug } })) > 0 ? slug : likeliest;
}
