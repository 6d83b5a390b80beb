import type { Actor } from "@/lib/platform/auth/actor";
import type { Tx } from "@/lib/platform/db/db";
import { isConflict } from "@/lib/platform/db/driver-error";
import { inTransaction } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors/app-error";
import { changeRow, recordStep } from "./change-row";
import { claimBed, lostRace } from "./claim-bed";
import { bedBookingEvent } from "./events";
import { leaveBed } from "./leave-bed";
import { lockBeds } from "./lock-beds";
import { openStay } from "./open-stay";
import { plannedEnd } from "./plan-end";
import { rolesFor } from "./policy";
import { getBedBooking, type BedBookingRow } from "./queries";
import type { TransferInput } from "./schema";
import { versionMismatch, type Seen } from "./seen";

/**
 * Moves somebody who is admitted to another bed that is free and ready; the old one goes to housekeeping. One
 * transaction: on any failure they are still where they were. Throws `not-found`, `forbidden`, `invalid-transition`,
 * `bed-taken` with the free beds of its kind, `invalid` (the same bed), `version-mismatch`.
 */
export async function transferPatient(actor: Actor, id: string, input: TransferInput, seen: Seen = {}): Promise<BedBookingRow> {
  try {
    return await inTransaction(actor, (tx) => transferIn(tx, actor, id, input, seen));
  } catch (error) {
    throw isConflict(error) ? await lostRace(actor, id, input.bedId) : error;
  }
}

async function transferIn(tx: Tx, actor: Actor, id: string, { bedId }: TransferInput, seen: Seen): Promise<BedBookingRow> {
  const known = await getBedBooking(actor, id, tx);
  const now = await lockBeds(tx, { bedIds: [known.bedId, bedId], patientId: known.patientId });
  const before = await getBedBooking(actor, id, tx);
  if (before.bedId !== known.bedId || (seen.version !== undefined && seen.version !== before.version)) throw versionMismatch();
  const left = requireInBed(actor, before, bedId);
  const { hospitalId, startsAt } = before;
  const endsAt = plannedEnd(undefined, before, now);
  const bed = await claimBed(tx, { hospitalId, bedId, bookingId: id, startsAt, endsAt, isAdmission: true }, now);
  const row = await changeRow(tx, before, { bedId, endsAt });
  const cleaning = await leaveBed(tx, before, left, now);
  await openStay(tx, row, bed, now);
  await recordStep({ tx, actor, before }, "transfer", [bedBookingEvent("bed-booking.transferred", row), cleaning, ...bed.events]);
  return row;
}

/** The bed they are in. */
function requireInBed(actor: Actor, { status, bedId, ...booking }: BedBookingRow, to: string): string {
  if (!rolesFor(actor, booking).includes("staff")) throw new AppError("forbidden", "This step is the hospital's to take.");
  if (status !== "ADMITTED" || bedId === null) {
    throw new AppError("invalid-transition", "Only somebody who is in a bed can be moved to another.", { extra: { from: status } });
  }
  if (bedId === to) throw new AppError("invalid", undefined, { fields: [{ path: "bedId", message: "They are in this bed already" }] });
  return bedId;
}
