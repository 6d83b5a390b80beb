import type { Sql } from "@/lib/platform/db/sql";
import { readPhone } from "@/lib/platform/text/read-phone";
import type { NewPatient } from "@/lib/domain/patients/schema";
import { likelyKnown, likelyPatients } from "./statements";

type Place = { id: string; country: string | null };

/** So many at once, that no statement of a long file takes more than a fraction of a second. */
const BATCH = 1_000;
/** How many of the patients that someone new may be are shown. */
const MAX_SHOWN = 5;

/**
 * Matches those of a list of new people who are likely patients of the hospital already, by their places in it: the same
 * rules as for likely duplicates. The caller has checked that the actor belongs to the hospital.
 */
export async function matchKnown(tx: Sql, { id, country }: Place, people: NewPatient[]): Promise<Set<number>> {
  const list = toCompare(people, country);
  const known = new Set<number>();
  for (let at = 0; at < list.length; at += BATCH) {
    const rows = await likelyKnown(tx, id, JSON.stringify(list.slice(at, at + BATCH)));
    for (const { place } of rows) known.add(place);
  }
  return known;
}

/** Returns the IDs of the hospital's patients that someone new may well be, the likeliest first. The caller checks the rights here, too. */
export async function listLikelyKnown(tx: Sql, { id, country }: Place, person: NewPatient): Promise<string[]> {
  const rows = await likelyPatients(tx, id, JSON.stringify(toCompare([person], country)), MAX_SHOWN);
  return rows.map((row) => row.id);
}

function toCompare(people: NewPatient[], country: string | null) {
  return people.map(({ name, bornOn, phone }, place) => {
    const readable = phone ? readPhone(phone, country) : null;
    return { place, name, bornOn: bornOn ?? null, phone: readable };
  });
}
