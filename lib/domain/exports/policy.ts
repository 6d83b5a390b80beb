import type { Actor } from "@/lib/actor/actor";

/** The whole of a record is downloaded by the patient, and by those whose right to it is whole: to read and to book. */
export function canExport(actor: Actor, patientId: string): boolean {
  return actor.readablePatientIds.includes(patientId) && actor.patientIds.includes(patientId);
}
