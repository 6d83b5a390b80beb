import type { Actor } from "@/lib/platform/auth/actor";
import type { Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { recordChange } from "@/lib/platform/events/record";
import { availabilityChanged } from "@/lib/domain/schedules/events";
import { claimSlot, requireOpenSlot, type NewClaim, type OpenSlot } from "./claim-slot";
import { appointmentEvent } from "./events";
import { patientOfBooking } from "./find-patient";
import { canBook } from "./policy";
import type { AppointmentRow } from "./queries";
import { dropOwnHold } from "./release-hold";
import type { BookInput } from "./schema";

/**
 * Books a slot: CONFIRMED at once where the hours auto-confirm or the doctor or front desk books, else PENDING.
 * The actor's hold with this doctor gives way to the appointment. One transaction under the doctor's lock, so that
 * buffers hold too; PostgreSQL's exclusion constraints have the last word.
 * Throws `slot-taken` with alternatives, `patient-busy`, `slot-not-offered`, `not-found`, `forbidden` (somebody new who
 * is not the actor's to receive).
 */
export async function bookAppointment(actor: Actor, input: BookInput): Promise<AppointmentRow> {
  const now = new Date();
  return inTransaction(
    actor,
    async (tx) => {
      const open = await requireOpenSlot(tx, input, now, { holderId: actor.userId });
      if (input.mode && input.mode !== open.slot.mode) throw modeNotOffered();
      return bookIn(tx, actor, open, input, now);
    },
    { locks: [`doctor:${input.doctorId}`] },
  );
}

type Booking = Pick<BookInput, "doctorId" | "patientId" | "patient" | "serviceId" | "reason">;

/** The same for a time that is known to be open, inside a transaction under the doctor's lock that may do more. */
export async function bookIn(tx: Tx, actor: Actor, open: OpenSlot, booking: Booking, now: Date): Promise<AppointmentRow> {
  const { doctorId } = booking;
  const { slot, schedule } = open;
  const patientId = await patientOfBooking(tx, actor, { ...booking, hospitalId: slot.hospitalId });
  if (!canBook(actor, { doctorId, patientId, hospitalId: slot.hospitalId })) throw notFound();
  const isConfirmed = schedule.autoConfirm || !actor.patientIds.includes(patientId);
  const claim: NewClaim = {
    doctorId,
    patientId,
    serviceId: booking.serviceId ?? null,
    status: isConfirmed ? "CONFIRMED" : "PENDING",
    mode: slot.mode,
    reason: booking.reason ?? null,
    holdExpiresAt: null,
    confirmedAt: isConfirmed ? now : null,
  };
  // The actor's own hold has done its work: gone in this transaction, back again if the booking fails.
  if (open.hasOwnHold) await dropOwnHold(tx, actor, doctorId, now);
  const { row, freedDoctorIds } = await claimSlot(tx, actor, open, claim, now);
  const audit = { action: "appointment.book", subject: "appointment", subjectId: row.id, patientId, doctorId: row.doctorId, hospitalId: row.hospitalId };
  await recordChange(tx, actor, audit, [
    appointmentEvent("appointment.booked", row),
    ...[row.doctorId, ...freedDoctorIds].map(availabilityChanged),
  ]);
  return row;
}

function modeNotOffered(): AppError {
  return new AppError("invalid", "The visit is not offered in this mode.", {
    fields: [{ path: "mode", message: "Not offered at this time" }],
  });
}
