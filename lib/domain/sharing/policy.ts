import type { Actor } from "@/lib/actor/actor";

/** Those who read a record see with whom it is shared. */
export function canSeeGrants({ readablePatientIds }: Actor, patientId: string): boolean {
  return readablePatientIds.includes(patientId);
}

/** It takes the whole right to share it and to end that. Row-level security says the same. */
export function canShare(actor: Actor, patientId: string): boolean {
  return canSeeGrants(actor, patientId) && actor.patientIds.includes(patientId);
}
