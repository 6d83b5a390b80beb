import type { Actor } from "@/lib/actor/actor";
import type { Prisma } from "@/lib/platform/db/db";

/** How long after a visit its doctor still reads the patient's record. */
const DAYS_AFTER_VISIT = 30;

/** Patients a doctor treats: from the booking of a visit until 30 days after it. The database's `treats` says the same. */
function treatedBy(doctorId: string, now: Date): Prisma.PatientWhereInput {
  return {
    appointments: {
      some: {
        doctorId,
        status: { in: ["PENDING", "CONFIRMED", "CHECKED_IN", "IN_PROGRESS", "COMPLETED"] },
        endsAt: { gt: new Date(now.getTime() - DAYS_AFTER_VISIT * 86_400_000) },
      },
    },
  };
}

/**
 * Encounters this actor may read: signed ones of patients whose record the actor reads, those the actor wrote, and signed ones of patients the
 * actor treats (docs/domain.md §6). Never staff or administrators.
 */
export function visibleTo(actor: Actor, now: Date = new Date()): Prisma.EncounterWhereInput {
  const or: Prisma.EncounterWhereInput[] = [];
  if (actor.readablePatientIds.length > 0) or.push({ patientId: { in: actor.readablePatientIds }, status: "SIGNED" });
  if (actor.doctorId) {
    or.push({ doctorId: actor.doctorId }, { status: "SIGNED", patient: treatedBy(actor.doctorId, now) });
  }
  return or.length > 0 ? { OR: or } : { id: { in: [] } };
}

/** Only the visit's doctor writes. */
export function writableBy(actor: Actor): Prisma.EncounterWhereInput {
  return actor.doctorId ? { doctorId: actor.doctorId } : { id: { in: [] } };
}

/** Why the actor reads a patient's record, where the actor isn't the patient or acting for them: to treat them. */
export function purposeOf(actor: Actor, patientId: string): "TREATMENT" | undefined {
  return actor.doctorId && !actor.readablePatientIds.includes(patientId) ? "TREATMENT" : undefined;
}
