import type { Actor } from "@/lib/actor/actor";
import { readBy } from "@/lib/domain/patients/policy";
import type { Prisma } from "@/lib/platform/db/db";

/** The patients whose documents the actor reads: those whose record they read, as a doctor with the notes. */
export function readableBy({ readablePatientIds, doctorId }: Actor): Prisma.PatientWhereInput {
  const own: Prisma.PatientWhereInput = { id: { in: readablePatientIds } };
  return doctorId ? { OR: [own, readBy(doctorId, { coversNotes: true })] } : own;
}

/** Documents this actor reads. Row-level security says the same. */
export function visibleTo(actor: Actor): Prisma.PatientDocumentWhereInput {
  return { patient: readableBy(actor) };
}

/** Only those with the whole right for a patient add and remove documents, not doctors. */
export function canKeepFor({ patientIds, readablePatientIds }: Actor, patientId: string): boolean {
  return patientIds.includes(patientId) && readablePatientIds.includes(patientId);
}
