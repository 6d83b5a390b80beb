import type { Actor } from "@/lib/actor/actor";
import { AppError } from "@/lib/platform/errors/app-error";
import type { ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { changeRow, recordTaken, type Change, type Taken } from "./internal/change-row";
import { claimBed } from "./internal/claim-bed";
import { bedBookingEvent } from "./events";
import { leaveBed } from "./internal/leave-bed";
import { withLockedBooking } from "./internal/lock-booking";
import { openStay } from "./internal/open-stay";
import { plannedEnd } from "./internal/plan-end";
import { rolesFor } from "./policy";
import type { BedBookingRow, ChangedBedBooking } from "./queries";
import type { TransferInput } from "./schema";

/**
 * Transfers an admitted patient to another bed that is free and ready; the old one needs cleaning. One transaction: on
 * any failure they stay where they were. The current bed is no change. Throws `not-found`, `forbidden`,
 * `invalid-transition`, `bed-taken` or `bed-closed` with the free beds of its kind, `version-mismatch`.
 */
export function transferPatient(
  actor: Actor,
  id: string,
  input: TransferInput,
  expectedVersion?: ExpectedVersion,
): Promise<ChangedBedBooking> {
  const wanted = { bookingId: id, toBedId: input.bedId, expectedVersion };
  return withLockedBooking(actor, wanted, async (locked) => {
    const { tx, before } = locked;
    const fromBedId = requireInBed(actor, before);
    if (fromBedId === input.bedId) return { ...before, notified: null };
    return recordTaken(tx, actor, before, await move(locked, fromBedId, input.bedId));
  });
}

async function move(change: Change, fromBedId: string, toBedId: string): Promise<Taken> {
  const { tx, before, now } = change;
  const { id, hospitalId, startsAt } = before;
  const endsAt = plannedEnd(undefined, before, now);
  const bed = await claimBed(
    tx,
    { hospitalId, bedId: toBedId, bookingId: id, startsAt, endsAt, isAdmission: true },
    now,
  );
  const row = await changeRow(change, { bedId: toBedId, endsAt });
  const cleaning = await leaveBed(tx, before, fromBedId, now);
  await openStay(tx, row, bed, now);
  return {
    row,
    action: "transfer",
    events: [bedBookingEvent("bed-booking.transferred", row), cleaning, ...bed.events],
  };
}

/** Returns the patient's current bed. */
function requireInBed(actor: Actor, { status, bedId, ...booking }: BedBookingRow): string {
  if (!rolesFor(actor, booking).includes("staff"))
    throw new AppError("forbidden", "Only the hospital can take this step.");
  if (status !== "ADMITTED" || bedId === null) {
    throw new AppError("invalid-transition", "Only an admitted patient can be transferred.", {
      extra: { from: status },
    });
  }
  return bedId;
}
