import { visiblePatientIds, type Actor } from "@/lib/actor/actor";
import type { Prisma } from "@/lib/platform/db/db";

/** The patients an account acts for through a PatientAccess that holds now. */
export function visibleTo(actor: Actor): Prisma.PatientWhereInput {
  return { id: { in: visiblePatientIds(actor) } };
}

/** Only hospital staff and doctors create patients without an account. */
export function canCreatePatient(actor: Actor): boolean {
  return actor.staffRole !== null || actor.doctorId !== null;
}

type Place = { hospitalId?: string | null; doctorId?: string | null };

/**
 * People who have been with a hospital or a doctor before: by an appointment, a bed or an ambulance. An expired hold
 * does not count. Without a place, no one.
 */
export function knownAt({ hospitalId, doctorId }: Place): Prisma.PatientWhereInput {
  const or: Prisma.PatientWhereInput[] = [];
  if (doctorId) or.push({ appointments: { some: { doctorId, holdExpiresAt: null } } });
  if (hospitalId) {
    or.push({ appointments: { some: { hospitalId, holdExpiresAt: null } } });
    or.push({ bedBookings: { some: { hospitalId } } }, { ambulanceBookings: { some: { hospitalId } } });
  }
  return or.length > 0 ? { OR: or } : { id: { in: [] } };
}

/** How long after a visit its doctor still reads the patient's record. */
const DAYS_AFTER_VISIT = 30;

/** The visits by which a doctor treats a patient: from their booking until 30 days after them. */
export function treatingVisits(now: Date): Prisma.AppointmentWhereInput {
  return {
    status: { in: ["PENDING", "CONFIRMED", "CHECKED_IN", "IN_PROGRESS", "COMPLETED"] },
    endsAt: { gt: new Date(now.getTime() - DAYS_AFTER_VISIT * 86_400_000) },
  };
}

/** Patients a doctor treats. The database's `treats` says the same. */
export function treatedBy(doctorId: string, now: Date): Prisma.PatientWhereInput {
  return { appointments: { some: { doctorId, ...treatingVisits(now) } } };
}

/** Why the actor reads a patient's record, where the actor isn't the patient or acting for them: to treat them. */
export function purposeOf(actor: Actor, patientId: string): "TREATMENT" | undefined {
  return actor.doctorId && !actor.readablePatientIds.includes(patientId) ? "TREATMENT" : undefined;
}
