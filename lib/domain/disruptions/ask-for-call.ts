import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { rolesFor } from "@/lib/domain/appointments/policy";
import { getAppointmentCard } from "@/lib/domain/appointments/queries";
import { addCalls } from "@/lib/domain/contacts/add-calls";
import { AppError } from "@/lib/platform/errors/app-error";
import { requireVersion, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { lockNeedy } from "./statements";

/**
 * Puts the patient of an appointment that needs another time on the To call list, because they would rather arrange it on the phone. Someone who is
 * on the list stays there; choosing a time takes them off it. Throws `not-found`, `forbidden`, `invalid-transition` (it needs no
 * other time), `conflict` (no phone number is known), `version-mismatch`.
 */
export async function askForCall(actor: Actor, id: string, expectedVersion?: ExpectedVersion): Promise<void> {
  const visit = await getAppointmentCard(actor, id);
  if (!rolesFor(actor, visit).includes("patient"))
    throw new AppError("forbidden", "Only the patient, or someone who books for them, asks to be called.");
  requireVersion(visit, expectedVersion);
  const { patientId, patient, doctorId, hospitalId } = visit;
  await inTransaction(actor, async (tx) => {
    const [needy] = await lockNeedy(tx, id);
    if (!needy) throw new AppError("invalid-transition", "This appointment doesn't need a new time any more.");
    if (patient.phone === null)
      throw new AppError("conflict", "The practice doesn't know a phone number of yours. Please call the practice.");
    const events = await addCalls(tx, "appointment.needs-rebooking", [
      { appointmentId: id, patientId, doctorId, hospitalId },
    ]);
    if (events.length === 0) return;
    const about = { subject: "appointment", subjectId: id, patientId, doctorId, hospitalId };
    const details = { as: "patient" };
    await recordChange(tx, actor, { action: "appointment.ask-for-call", ...about, details }, events);
  });
}
