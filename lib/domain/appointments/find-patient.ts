import { isStaffOf, type Actor } from "@/lib/platform/auth/actor";
import type { Tx } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import { requireKnownPatient } from "@/lib/domain/patients/find-known-patient";

type Booking = { doctorId: string; hospitalId: string | null; patientId?: string };

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
