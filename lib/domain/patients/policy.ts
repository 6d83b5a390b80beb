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
 * People who have been with a hospital or a doctor before, by an appointment, a bed or an ambulance, or people the hospital
 * has registered. An expired hold does not count. Without a place, no one.
 */
export function knownAt({ hospitalId, doctorId }: Place): Prisma.PatientWhereInput {
  const or: Prisma.PatientWhereInput[] = [];
  if (doctorId) or.push({ appointments: { some: { doctorId, holdExpiresAt: null } } });
  if (hospitalId) {
    or.push({ appointments: { some: { hospitalId, holdExpiresAt: null } } });
    or.push({ bedBookings: { some: { hospitalId } } }, { ambulanceBookings: { some: { hospitalId } } });
    or.push({ registrations: { some: { hospitalId } } });
  }
  return or.length > 0 ? { OR: or } : { id: { in: [] } };
}

/** What a link may open of a record. */
type LinkPart = "ALLERGIES" | "CONDITIONS" | "MEDICINES" | "MEASUREMENTS" | "VISITS";

/** Why a doctor may read; the notes too, or any part of a record. */
type Reading = { purpose?: "TREATMENT"; coversNotes?: true };

/**
 * The patients whose record a doctor reads now, because they treat them or were given access: all of them, or those read
 * for a purpose or with the notes. PostgreSQL says who, by the same view as row-level security.
 */
export function readBy(doctorId: string, reading: Reading = {}): Prisma.PatientWhereInput {
  return { readers: { some: { doctorId, ...reading } } };
}

/** The patient of whom an opening of a link reads this part of the record now; PostgreSQL says so, as above. */
export function openedBy(openingId: string, part: LinkPart): Prisma.PatientWhereInput {
  return { linkReaders: { some: { openingId, part } } };
}
