import { isStaffOf, type Actor } from "@/lib/platform/auth/actor";
import type { Tx } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import { createPatientIn } from "@/lib/domain/patients/create-patient";
import { requireKnownPatient } from "@/lib/domain/patients/find-known-patient";
import type { NewPatient } from "@/lib/domain/patients/schema";
import { canReceive } from "./policy";

type Booking = { doctorId: string; hospitalId: string | null; patientId?: string | undefined };

/**
 * The patient of a booking, written down in its transaction if they are new. Only the doctor and the place's own staff
 * receive people without an account: `forbidden` for all others. Else as `requireBookablePatient`.
 */
export async function patientOfBooking(tx: Tx, actor: Actor, booking: Booking & { patient?: NewPatient | undefined }): Promise<string> {
  if (!booking.patient) return requireBookablePatient(tx, actor, booking);
  if (!canReceive(actor, booking)) throw new AppError("forbidden", "Only the doctor and the hospital's own staff may book for somebody new.");
  return (await createPatientIn(tx, actor, booking.patient)).id;
}

/**
 * For whom the actor books: one of the own patients (the SELF one when none is named), or, for the doctor and the
 * front desk, a patient who has been there before. Everyone else does not exist for them: `not-found`.
 */
export async function requireBookablePatient(tx: Tx, actor: Actor, booking: Booking): Promise<string> {
  const patientId = booking.patientId ?? actor.patientIds[0];
  if (!patientId) {
    throw new AppError("invalid", "Say for whom this is.", { fields: [{ path: "patientId", message: "Required" }] });
  }
  if (actor.patientIds.includes(patientId)) return patientId;
  const place = {
    doctorId: actor.doctorId === booking.doctorId ? booking.doctorId : null,
    hospitalId: isStaffOf(actor, booking.hospitalId) ? booking.hospitalId : null,
  };
  return requireKnownPatient(tx, place, patientId);
}
