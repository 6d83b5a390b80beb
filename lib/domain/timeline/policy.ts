import { visiblePatientIds, type Actor } from "@/lib/actor/actor";

/** What an account sees of one person: visits in any case, stays where it books, the rest where it reads the record. */
export type Sight = { patientId: string; books: boolean; reads: boolean };

/** Returns what the actor sees of a patient's timeline; null for everyone who doesn't act for them. */
export function sightOf(actor: Actor, patientId: string): Sight | null {
  if (!visiblePatientIds(actor).includes(patientId)) return null;
  return {
    patientId,
    books: actor.patientIds.includes(patientId),
    reads: actor.readablePatientIds.includes(patientId),
  };
}
