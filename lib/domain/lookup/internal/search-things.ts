import { listPeople } from "@/lib/domain/administration/queries";
import { canAdminister } from "@/lib/domain/administration/policy";
import { visiblePatientIds, type Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { canSearch } from "@/lib/platform/text/fold";
import { searchInHospital } from "./search-in-hospital";
import { searchVisits } from "./search-visits";
import { MAX_HITS } from "../rules";
import type { Hit, LookUpInput } from "../schema";
import { listedDoctorsNamed, listedHospitalsNamed } from "../statements";

/**
 * Finds what someone can reach from their current portal, by prefixes of names: at most five of a kind, nothing for
 * fewer than two letters. Throws `not-found` for a portal that isn't theirs.
 */
export async function searchThings(
  actor: Actor,
  { portal, words }: LookUpInput,
  now: Date = new Date(),
): Promise<Hit[]> {
  if (portal === "hospital") return canSearch(words) ? searchInHospital(actor, words, now) : [];
  if (portal === "admin" && !canAdminister(actor)) throw notFound();
  if (portal === "doctor" && !actor.doctorId) throw notFound();
  if (!canSearch(words)) return [];
  if (portal === "admin") return [...(await searchPeople(actor, words)), ...(await searchListed(words))];
  if (portal === "doctor")
    return actor.doctorId ? searchVisits(actor, { by: "patient", doctorId: actor.doctorId }, words, now) : [];
  return [
    ...(await searchVisits(actor, { by: "all", patientIds: visiblePatientIds(actor) }, words, now)),
    ...(await searchListed(words)),
  ];
}

async function searchPeople(actor: Actor, words: string): Promise<Hit[]> {
  const { items } = await listPeople(actor, { q: words, limit: MAX_HITS });
  return items.map(({ id, name, email }) => ({ kind: "person", id, name, more: email }));
}

/** Listed doctors and hospitals, as anyone finds them. */
async function searchListed(words: string): Promise<Hit[]> {
  const found = await Promise.all([listedDoctorsNamed(db, words), listedHospitalsNamed(db, words)]);
  return found.flat();
}
