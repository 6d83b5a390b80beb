import type { Actor } from "@/lib/platform/auth/actor";
import type { Tx } from "@/lib/platform/db/db";
import { AppError, notFound } from "@/lib/platform/errors/app-error";

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
  const places = [
    ...(actor.doctorId === booking.doctorId ? [{ doctorId: booking.doctorId }] : []),
    ...(actor.hospitalId !== null && actor.hospitalId === booking.hospitalId ? [{ hospitalId: actor.hospitalId }] : []),
  ];
  if (places.length === 0) throw notFound();
  const known = await tx.appointment.findFirst({
    // A hold that ran out is no visit: who only looked for a time has not been there.
    where: { patientId, OR: places, holdExpiresAt: null },
    select: { id: true },
  });
  if (!known) throw notFound();
  return patientId;
}
