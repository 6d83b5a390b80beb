import { recordNews } from "@/lib/domain/contacts/record-news";
import type { Actor } from "@/lib/actor/actor";
import type { Sql } from "@/lib/platform/db/sql";
import { inSqlTransaction } from "@/lib/actor/transaction";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { availabilityChanged } from "@/lib/domain/schedules/events";
import { claimSlot, requireOpenSlot, type NewClaim, type OpenSlot } from "./internal/claim-slot";
import { appointmentEvent } from "./events";
import { getCandidate, lockOf, requirePatient, type Candidate } from "./internal/get-candidate";
import { holdExpired, withNamedHold } from "./internal/named-hold";
import { canBook } from "./policy";
import type { AppointmentRow } from "./queries";
import { dropOwnHold } from "./release-hold";
import { requireVisitQuota } from "./internal/require-quota";
import type { BookInput } from "./schema";

/**
 * Books a slot: CONFIRMED at once where the hours confirm automatically or the doctor or front desk books, else
 * PENDING. The appointment replaces the actor's hold with this doctor. One transaction under the doctor's lock, so that
 * buffers are respected too; PostgreSQL's exclusion constraints have the last word. A named hold is the one used.
 * Throws `slot-taken` and `hold-expired` with alternatives, `patient-busy`, `quota-reached`, `slot-not-offered`,
 * `not-found`, `forbidden` (a new patient the actor may not create).
 */
export async function bookAppointment(actor: Actor, request: BookInput): Promise<AppointmentRow> {
  const now = new Date();
  const input = await withNamedHold(actor, request, now);
  const candidate = await getCandidate(actor, input);
  return inSqlTransaction(
    actor,
    async (tx, atLast) => {
      const open = await requireOpenSlot(tx, input, now, { actor });
      if (input.mode && input.mode !== open.slot.mode) throw modeNotOffered();
      const { row, audit, events } = await claimFor(tx, actor, open, { ...input, candidate }, now);
      atLast(recordNews(tx, actor, audit, events));
      return row;
    },
    { locks: [`doctor:${input.doctorId}`, ...lockOf(candidate)] },
  );
}

type Booking = Pick<BookInput, "doctorId" | "serviceId" | "reason" | "holdId" | "start"> & {
  candidate: Candidate;
  /** Checked in by the same transaction, which notifies of that only. */
  isQuiet?: boolean;
  isWalkIn?: boolean;
};

/** Does the same for a time that is known to be open, in a transaction under the doctor's lock that may do more. */
export async function bookIn(
  tx: Sql,
  actor: Actor,
  open: OpenSlot,
  booking: Booking,
  now: Date,
): Promise<AppointmentRow> {
  const { row, audit, events } = await claimFor(tx, actor, open, booking, now);
  await recordNews(tx, actor, audit, events);
  return row;
}

async function claimFor(tx: Sql, actor: Actor, open: OpenSlot, booking: Booking, now: Date) {
  const { doctorId } = booking;
  const { slot, schedule } = open;
  const patientId = await requirePatient(tx, actor, booking.candidate, { doctorId, hospitalId: slot.hospitalId });
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
    isWalkIn: booking.isWalkIn ?? false,
  };
  // The actor's own hold is no longer needed: deleted in this transaction, restored if the booking fails.
  const dropped = open.hasOwnHold ? await dropOwnHold(tx, actor, doctorId, now) : [];
  if (booking.holdId && !dropped.includes(booking.holdId)) throw await holdExpired(actor, booking, now);
  await requireVisitQuota(tx, actor, { doctorId, patientId, open, now });
  const { row, freedDoctorIds } = await claimSlot(tx, actor, open, claim, now);
  const audit = {
    action: "appointment.book",
    subject: "appointment",
    subjectId: row.id,
    patientId,
    doctorId: row.doctorId,
    hospitalId: row.hospitalId,
  };
  const booked = appointmentEvent("appointment.booked", row);
  const told = booking.isQuiet && isConfirmed ? { ...booked, sinks: ["channels" as const] } : booked;
  const events = [told, ...[row.doctorId, ...freedDoctorIds].map(availabilityChanged)];
  return { row, audit, events };
}

function modeNotOffered(): AppError {
  return new AppError("invalid", "The appointment isn't offered in this mode.", {
    fields: [{ path: "mode", message: "Not offered at this time" }],
  });
}
