import type { Actor } from "@/lib/actor/actor";
import { treatedBy } from "@/lib/domain/patients/policy";
import type { Prisma } from "@/lib/platform/db/db";
import type { RecordedAs } from "./status";

/**
 * The patients whose allergies and conditions the actor reads: those whose record they read, and those they treat. As for
 * `keptBy`, row-level security says the same.
 */
export function readableBy(actor: Actor, now: Date = new Date()): Prisma.PatientWhereInput {
  return among(actor.readablePatientIds, actor, now);
}

/** The patients for whom the actor also writes: it takes the right to all that concerns the patient, or to treat them. */
export function keptBy(actor: Actor, now: Date = new Date()): Prisma.PatientWhereInput {
  return among(
    actor.readablePatientIds.filter((id) => actor.patientIds.includes(id)),
    actor,
    now,
  );
}

function among(ids: string[], { doctorId }: Actor, now: Date): Prisma.PatientWhereInput {
  const own: Prisma.PatientWhereInput = { id: { in: ids } };
  return doctorId ? { OR: [own, treatedBy(doctorId, now)] } : own;
}

/** From which side the actor records something about this patient, among those they keep. */
export function sideOf(actor: Actor, patientId: string): RecordedAs {
  return actor.readablePatientIds.includes(patientId) ? "PATIENT" : "DOCTOR";
}
