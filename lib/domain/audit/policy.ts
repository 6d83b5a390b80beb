import type { Actor } from "@/lib/actor/actor";

/** The patients whose access log the actor may see: those whose record the actor reads. */
export function mayRead(actor: Actor, patientIds: string[]): string[] {
  return patientIds.filter((id) => actor.readablePatientIds.includes(id));
}

/** The hospital's managers see its operations. */
export function canReadOperations(actor: Actor, hospitalId: string): boolean {
  return actor.hospitalId === hospitalId && actor.staffRole === "MANAGER";
}
