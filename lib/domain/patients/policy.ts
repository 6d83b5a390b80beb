import type { Actor } from "@/lib/actor/actor";
import type { Prisma } from "@/lib/platform/db/db";

/** The patients an account reaches through a live PatientAccess. */
export function visibleTo(actor: Actor): Prisma.PatientWhereInput {
  return { id: { in: actor.patientIds } };
}

/** Only who treats or receives people writes down someone without an account: hospital staff and doctors. */
export function canCreatePatient(actor: Actor): boolean {
  return actor.staffRole !== null || actor.doctorId !== null;
}

type Place = { hospitalId?: string | null; doctorId?: string | null };

/**
 * Who has been with a hospital or a doctor before: by an appointment, a bed or an ambulance. A hold that ran out is no
 * visit: who only looked for a time has not been there. Without a place, nobody.
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
