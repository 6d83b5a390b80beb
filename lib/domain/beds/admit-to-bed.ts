import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { changeRow, recordStep, type Step } from "./change-row";
import { claimBed, requireNotAdmitted } from "./claim-bed";
import { bedBookingEvent, statusEvent } from "./events";
import { openStay } from "./open-stay";
import { plannedEnd } from "./plan-end";
import type { BedBookingRow } from "./queries";

/**
 * The patient has come: into the reserved bed, or another that is free now. From an admission to itself only the planned
 * end changes; another bed is a transfer.
 */
export async function admitToBed(step: Step): Promise<BedBookingRow> {
  const { tx, before, input, now } = step;
  if (before.status === "ADMITTED") return changeEnd(step);
  const bedId = input.bedId ?? before.bedId;
  if (!bedId) throw notFound();
  await requireNotAdmitted(tx, before.patientId);
  const endsAt = plannedEnd(input.endsAt, { startsAt: now, endsAt: before.endsAt }, now);
  const bed = await claimBed(tx, { hospitalId: before.hospitalId, bedId, bookingId: before.id, startsAt: now, endsAt, isAdmission: true }, now);
  const row = await changeRow(tx, before, { status: "ADMITTED", bedId, startsAt: now, endsAt, admittedAt: now });
  await openStay(tx, row, bed, now);
  await recordStep(step, "admit", [statusEvent("ADMITTED", row), ...bed.events]);
  return row;
}

async function changeEnd(step: Step): Promise<BedBookingRow> {
  const { tx, before, input, now } = step;
  const { bedId, startsAt, hospitalId, id } = before;
  if (!bedId || (input.bedId !== undefined && input.bedId !== bedId)) throw moveByTransfer();
  const endsAt = plannedEnd(input.endsAt, before, now);
  const { events } = await claimBed(tx, { hospitalId, bedId, bookingId: id, startsAt, endsAt, isAdmission: false }, now);
  const row = await changeRow(tx, before, { endsAt });
  await recordStep(step, "change", [bedBookingEvent("bed-booking.changed", row), ...events]);
  return row;
}

function moveByTransfer(): AppError {
  return new AppError("invalid-transition", "Somebody who is in a bed goes to another one by a transfer.");
}
