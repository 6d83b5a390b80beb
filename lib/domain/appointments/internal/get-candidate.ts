import { isStaffOf, type Actor } from "@/lib/actor/actor";
import type { Sql } from "@/lib/platform/db/sql";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { createPatientIn } from "@/lib/domain/patients/create-patient";
import { isKnownPatient } from "@/lib/domain/patients/require-known-patient";
import type { NewPatient } from "@/lib/domain/patients/schema";
import { canReceive } from "../policy";

type CandidateQuery = { doctorId: string; patientId?: string | undefined; patient?: NewPatient | undefined };

/** Who a booking is for: a new patient, or a known one with the places where they have been. */
export type Candidate =
  | { newPatient: NewPatient }
  | {
      newPatient: null;
      patientId: string;
      isOwn: boolean;
      knownToDoctorId: string | null;
      knownToHospitalId: string | null;
    };

/**
 * Finds who the actor books for: one of their own patients (the SELF one by default), a new patient, or someone else,
 * with the places where they have been. Read before the transaction, because a known patient stays known.
 */
export async function getCandidate(actor: Actor, query: CandidateQuery): Promise<Candidate> {
  if (query.patient) return { newPatient: query.patient };
  const patientId = query.patientId ?? actor.patientIds[0];
  if (!patientId) {
    throw new AppError("invalid", "Who is this for?", { fields: [{ path: "patientId", message: "Required" }] });
  }
  const candidate = { newPatient: null, patientId, isOwn: true, knownToDoctorId: null, knownToHospitalId: null };
  if (actor.patientIds.includes(patientId)) return candidate;
  const doctorId = actor.doctorId === query.doctorId ? query.doctorId : null;
  const hospitalId = isStaffOf(actor, actor.hospitalId) ? actor.hospitalId : null;
  const [atDoctor, atHospital] = await Promise.all([
    isKnownPatient({ doctorId }, patientId),
    isKnownPatient({ hospitalId }, patientId),
  ]);
  return {
    ...candidate,
    isOwn: false,
    knownToDoctorId: atDoctor ? doctorId : null,
    knownToHospitalId: atHospital ? hospitalId : null,
  };
}

/** Returns the lock for a patient whose visits are counted; none for staff and doctors, whose bookings aren't. */
export function lockOf(candidate: Candidate): string[] {
  return candidate.newPatient || !candidate.isOwn ? [] : [`patient:${candidate.patientId}`];
}

/**
 * Returns the patient for a time with this doctor, at this hospital or none: the actor's own, or one known to the
 * doctor or to the front desk of that very hospital. Throws `not-found` for everyone else. A new patient is created in
 * the transaction, by the doctor or the place's own staff only (`forbidden`).
 */
export async function requirePatient(
  tx: Sql,
  actor: Actor,
  candidate: Candidate,
  place: { doctorId: string; hospitalId: string | null },
): Promise<string> {
  if (candidate.newPatient) {
    if (!canReceive(actor, place))
      throw new AppError("forbidden", "Only the doctor and the hospital's own staff can book for a new patient.");
    return (await createPatientIn(tx, actor, candidate.newPatient)).id;
  }
  const { patientId, isOwn, knownToDoctorId, knownToHospitalId } = candidate;
  const isKnownHere = knownToDoctorId !== null || (place.hospitalId !== null && knownToHospitalId === place.hospitalId);
  if (isOwn || isKnownHere) return patientId;
  throw notFound();
}
