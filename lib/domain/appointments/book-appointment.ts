import type { Actor } from "@/lib/platform/auth/actor";
import { inTransaction } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { recordChange } from "@/lib/platform/events/record";
import { availabilityChanged } from "@/lib/domain/schedules/events";
import { claimSlot, requireOpenSlot, type NewClaim } from "./claim-slot";
import { appointmentEvent } from "./events";
import { requireBookablePatient } from "./find-patient";
import { canBook } from "./policy";
import type { AppointmentRow } from "./queries";
import { dropOwnHold } from "./release-hold";
import type { BookInput } from "./schema";

/**
 * Books a slot: CONFIRMED at once where the hours auto-confirm or the doctor or front desk books, else PENDING.
 * The actor's hold with this doctor gives way to the appointment. One transaction under the doctor's lock, so that
 * buffers hold too; PostgreSQL's exclusion constraints have the last word.
 * Throws `slot-taken` with alternatives, `patient-busy`, `slot-not-offered`, `not-found`.
 */
export async function bookAppointment(actor: Actor, input: BookInput): Promise<AppointmentRow> {
  const now = new Date();
  return inTransaction(
    actor,
    async (tx) => {
      const open = await requireOpenSlot(tx, input, now, { holderId: actor.userId });
      const { slot, schedule } = open;
      if (input.mode && input.mode !== slot.mode) throw modeNotOffered();
      const patientId = await requireBookablePatient(tx, actor, { ...input, hospitalId: slot.hospitalId });
      if (!canBook(actor, { doctorId: input.doctorId, patientId, hospitalId: slot.hospitalId })) throw notFound();
      const isConfirmed = schedule.autoConfirm || !actor.patientIds.includes(patientId);
      const claim: NewClaim = {
        doctorId: input.doctorId,
        patientId,
        serviceId: input.serviceId ?? null,
        status: isConfirmed ? "CONFIRMED" : "PENDING",
        mode: slot.mode,
        reason: input.reason ?? null,
        holdExpiresAt: null,
        confirmedAt: isConfirmed ? now : null,
      };
      // The actor's own hold has done its work: gone in this transaction, back again if the booking fails.
      if (open.hasOwnHold) await dropOwnHold(tx, actor, input.doctorId, now);
      const { row, freedDoctorIds } = await claimSlot(tx, actor, open, claim, now);
      const audit = { action: "appointment.book", subject: "appointment", subjectId: row.id, patientId, doctorId: row.doctorId, hospitalId: row.hospitalId };
      await recordChange(tx, actor, audit, [
        appointmentEvent("appointment.booked", row),
        ...[row.doctorId, ...freedDoctorIds].map(availabilityChanged),
      ]);
      return row;
    },
    { locks: [`doctor:${input.doctorId}`] },
  );
}

function modeNotOffered(): AppError {
  return new AppError("invalid", "The visit is not offered in this mode.", {
    fields: [{ path: "mode", message: "Not offered at this time" }],
  });
}
