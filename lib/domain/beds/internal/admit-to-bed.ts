import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { changeRow, writeStep, type Step, type Taken } from "./change-row";
import { claimBed, requireNotAdmitted } from "./claim-bed";
import { bedBookingEvent, statusEvent } from "../events";
import { openStay } from "./open-stay";
import { plannedEnd } from "./plan-end";

/** The patient has come: into the reserved bed, or another that is free now. */
export async function admitToBed(step: Step): Promise<Taken> {
  const { tx, before, input, now } = step;
  const bedId = input.bedId ?? before.bedId;
  if (!bedId) throw notFound();
  await requireNotAdmitted(tx, before.patientId);
  const endsAt = plannedEnd(input.endsAt, { startsAt: now, endsAt: before.endsAt }, now);
  const bed = await claimBed(
    tx,
    { hospitalId: before.hospitalId, bedId, bookingId: before.id, startsAt: now, endsAt, isAdmission: true },
    now,
  );
  const row = await writeStep(step, "ADMITTED", { bedId, startsAt: now, endsAt });
  await openStay(tx, row, bed, now);
  return { row, action: "admit", events: [statusEvent("ADMITTED", row), ...bed.events] };
}

/** Changes when a stay is planned to end; another bed is a transfer. */
export async function changePlannedEnd(step: Step): Promise<Taken> {
  const { tx, before, input, now } = step;
  const { bedId, startsAt, hospitalId, id } = before;
  if (!bedId || (input.bedId !== undefined && input.bedId !== bedId)) throw moveByTransfer();
  const endsAt = plannedEnd(input.endsAt, before, now);
  const { events } = await claimBed(
    tx,
    { hospitalId, bedId, bookingId: id, startsAt, endsAt, isAdmission: false, isTheirs: true },
    now,
  );
  const row = await changeRow(step, { endsAt });
  return { row, action: "change", events: [bedBookingEvent("bed-booking.changed", row), ...events] };
}

function moveByTransfer(): AppError {
  return new AppError("invalid-transition", "This patient is in a bed. Transfer them instead.");
}
