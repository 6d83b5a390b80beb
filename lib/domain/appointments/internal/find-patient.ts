import { isStaffOf, type Actor } from "@/lib/actor/actor";
import type { Sql } from "@/lib/platform/db/sql";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { createPatientIn } from "@/lib/domain/patients/create-patient";
import { isKnownPatient } from "@/lib/domain/patients/find-known-patient";
import type { NewPatient } from "@/lib/domain/patients/schema";
import { canReceive } from "../policy";

type CandidateQuery = { doctorId: string; patientId?: string | undefined; patient?: NewPatient | undefined };

/** For whom someone wants to book: someone new, or a patient, and at whose places that one has been before. */
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
 * For whom the actor books: one of the own patients (the SELF one when none is named), someone new, or someone else,
 * of whom is told where they have been. Read before the transaction: who has once been there stays known.
 */
export async function findCandidate(actor: Actor, query: CandidateQuery): Promise<Candidate> {
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

/** What to lock for a patient whose visits are counted; those who receive others count none. */
export function lockOf(candidate: Candidate): string[] {
  return candidate.newPatient || !candidate.isOwn ? [] : [`patient:${candidate.patientId}`];
}

/**
 * The patient, for a time with this doctor, at this hospital or none: an own one, or one whom the doctor knows or the
 * front desk of that very hospital. Everyone else does not exist for the actor: `not-found`. Someone new is written
 * down in the transaction; only the doctor and the place's own staff receive people without an account (`forbidden`).
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
