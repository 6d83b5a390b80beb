import type { Actor } from "@/lib/actor/actor";
import type { Sql } from "@/lib/platform/db/sql";
import { AppError } from "@/lib/platform/errors/app-error";
import type { ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { changeRow, recordTaken, type Change, type Taken } from "./internal/change-row";
import { claimBed, requireNotAdmitted } from "./internal/claim-bed";
import { bedBookingEvent, bedStateEvent } from "./events";
import { withLockedBooking } from "./internal/lock-booking";
import { skipCleaning } from "./statements/beds";
import { reopenLastStay } from "./statements/bookings";
import { rolesFor } from "./policy";
import type { BedBookingRow } from "./queries";
import { canUndoDischarge } from "./rules";
import { UNDO_MINUTES } from "./status";

/**
 * Undoes a mistaken discharge: the patient is in the same bed as if nothing had happened, and it needs no cleaning.
 * Throws `not-found`, `forbidden`, `invalid-transition` (no discharge, too late, the bed is out of service),
 * `bed-taken` with the free beds of its kind, `patient-admitted`, `version-mismatch`.
 */
export function undoDischarge(actor: Actor, id: string, expectedVersion?: ExpectedVersion): Promise<BedBookingRow> {
  return withLockedBooking(actor, { bookingId: id, expectedVersion }, async (locked) => {
    const { tx, before, now } = locked;
    const bedId = requireUndoable(actor, before, now);
    return recordTaken(tx, actor, before, await putBack(locked, bedId));
  });
}

function requireUndoable(actor: Actor, before: BedBookingRow, now: Date): string {
  const extra = { from: before.status };
  if (!rolesFor(actor, before).includes("staff")) throw new AppError("forbidden", "Only the hospital can undo this.");
  if (before.status !== "DISCHARGED" || before.bedId === null)
    throw new AppError("invalid-transition", "There's no discharge to undo.", { extra });
  if (!canUndoDischarge(before, now))
    throw new AppError("invalid-transition", `This could only be undone for ${UNDO_MINUTES} minutes.`, { extra });
  return before.bedId;
}

async function putBack(change: Change, bedId: string): Promise<Taken> {
  const { tx, before, now } = change;
  const { id, hospitalId, patientId } = before;
  await requireNotAdmitted(tx, patientId);
  const bed = await claimBed(
    tx,
    { hospitalId, bedId, bookingId: id, startsAt: now, endsAt: null, isAdmission: false, isTheirs: true },
    now,
  );
  const row = await changeRow(change, { status: "ADMITTED", endsAt: null, dischargedAt: null });
  const needsNoCleaning = await reopenStay(tx, id, bedId, now);
  const events = [
    bedBookingEvent("bed-booking.discharge-undone", row),
    ...(needsNoCleaning ? [bedStateEvent("READY", { id: bedId, hospitalId })] : []),
    ...bed.events,
  ];
  return { row, action: "undo-discharge", events };
}

/** Reopens the stay in the bed as if it had not ended. Returns whether a cleaning was due. */
async function reopenStay(tx: Sql, bookingId: string, bedId: string, now: Date): Promise<boolean> {
  await reopenLastStay(tx, bookingId);
  return (await skipCleaning(tx, bedId, now)) > 0;
}
