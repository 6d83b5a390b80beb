import type { Actor } from "@/lib/actor/actor";
import { openedBy, readBy } from "@/lib/domain/patients/policy";
import type { Prisma } from "@/lib/platform/db/db";
import type { RecordedAs } from "./status";

/**
 * The patients whose allergies and conditions the actor reads: those whose record they read, as a doctor too; or one of the
 * two by a link. As for `keptBy`, row-level security says the same.
 */
export function readableBy(
  { readablePatientIds, doctorId, openingId }: Actor,
  part?: "ALLERGIES" | "CONDITIONS",
): Prisma.PatientWhereInput {
  const own: Prisma.PatientWhereInput = { id: { in: readablePatientIds } };
  if (openingId && part) return openedBy(openingId, part);
  return doctorId ? { OR: [own, readBy(doctorId)] } : own;
}

/** The patients for whom the actor also writes: it takes the right to all that concerns the patient, or to treat them. */
export function keptBy({ readablePatientIds, patientIds, doctorId }: Actor): Prisma.PatientWhereInput {
  const own: Prisma.PatientWhereInput = { id: { in: readablePatientIds.filter((id) => patientIds.includes(id)) } };
  return doctorId ? { OR: [own, readBy(doctorId, { purpose: "TREATMENT" })] } : own;
}

/** From which side the actor records something about this patient, among those they keep. */
export function sideOf(actor: Actor, patientId: string): RecordedAs {
  return actor.readablePatientIds.includes(patientId) ? "PATIENT" : "DOCTOR";
}
