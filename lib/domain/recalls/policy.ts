import { visiblePatientIds, type Actor } from "@/lib/actor/actor";

type Concerned = { patientId: string; doctorId: string };

/** Whose recalls an actor sees (docs/domain.md §8): those of own patients, and as a doctor those they have set. */
export function visibleTo(actor: Actor): { patientIds: string[]; doctorId: string | null } {
  return { patientIds: visiblePatientIds(actor), doctorId: actor.doctorId };
}

/** Who reads why: the doctor who set it, and those who read the patient's record. Row-level security says the same. */
export function readsReason(actor: Actor, { patientId, doctorId }: Concerned): boolean {
  return actor.doctorId === doctorId || actor.readablePatientIds.includes(patientId);
}

/** In which roles an actor may end a recall: the doctor removes it, who books for the patient dismisses it. */
export function rolesIn(actor: Actor, { patientId, doctorId }: Concerned): ("patient" | "doctor")[] {
  const roles: ("patient" | "doctor")[] = [];
  if (actor.patientIds.includes(patientId)) roles.push("patient");
  if (actor.doctorId === doctorId) roles.push("doctor");
  return roles;
}
