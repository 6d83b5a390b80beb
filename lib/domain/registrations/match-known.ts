import type { Sql } from "@/lib/platform/db/sql";
import { readPhone } from "@/lib/platform/text/read-phone";
import type { NewPatient } from "@/lib/domain/patients/schema";
import { likelyKnown } from "./statements";

type Place = { id: string; country: string | null };

/**
 * Matches those of a list of new people who are likely patients of the hospital already, by their places in it: the same
 * rules as for likely duplicates. The caller has checked that the actor belongs to the hospital.
 */
export async function matchKnown(tx: Sql, { id, country }: Place, people: NewPatient[]): Promise<Set<number>> {
  const list = people.map(({ name, bornOn, phone }, place) => {
    const readable = phone ? readPhone(phone, country) : null;
    return { place, name, bornOn: bornOn ?? null, phone: readable };
  });
  const rows = await likelyKnown(tx, id, JSON.stringify(list));
  return new Set(rows.map(({ place }) => place));
}
