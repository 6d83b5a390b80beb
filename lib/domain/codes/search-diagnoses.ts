import type { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { sql } from "@/lib/platform/db/sql";
import { notFound } from "@/lib/platform/errors/app-error";
import { canSearch } from "@/lib/platform/text/fold";
import { foundDiagnosis, type diagnosisQuery, type FoundDiagnosis } from "./schema";
import { canDiagnose } from "./policy";
import { findDiagnoses } from "./statements";

/**
 * Finds diagnoses in the active edition by code or by words in any order, forgiving one typing error a word; the codes
 * this doctor has used come first. Returns the latter alone for an empty search, and nothing for a single letter.
 * Throws `not-found` for everyone but doctors.
 */
export async function searchDiagnoses(
  actor: Actor,
  { q, limit }: z.output<typeof diagnosisQuery>,
): Promise<FoundDiagnosis[]> {
  if (!canDiagnose(actor)) throw notFound();
  if (q !== "" && !canSearch(q)) return [];
  const rows = await findDiagnoses(sql, q, actor.doctorId, limit);
  return rows.map((row) => foundDiagnosis.parse(row));
}
