import type { Actor } from "@/lib/actor/actor";
import { Prisma } from "@/lib/platform/db/db";
import { isConflict } from "@/lib/platform/db/driver-error";
import { sql } from "@/lib/platform/db/sql";
import { inSqlTransaction } from "@/lib/actor/transaction";
import { AppError } from "@/lib/platform/errors/app-error";
import { requireVersion, versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { changeRow, recordStep, type Step, type Taken } from "./internal/change-row";
import { claimBed, lostRace } from "./internal/claim-bed";
import { bedBookingEvent } from "./events";
import { findBooking } from "./internal/find-booking";
import { leaveBed } from "./internal/leave-bed";
import { bedLocks } from "./internal/lock-beds";
import { openStay } from "./internal/open-stay";
import { plannedEnd } from "./internal/plan-end";
import { rolesFor } from "./policy";
import type { BedBookingRow, ChangedBedBooking } from "./queries";
import type { TransferInput } from "./schema";

/**
 * Moves someone who is admitted to another bed that is free and ready; the old one goes to housekeeping. One
 * transaction: on any failure they are still where they were. The bed they are in changes nothing. Throws `not-found`,
 * `forbidden`, `invalid-transition`, `bed-taken` with the free beds of its kind, `version-mismatch`.
 */
export async function transferPatient(
  actor: Actor,
  id: string,
  input: TransferInput,
  expectedVersion?: ExpectedVersion,
): Promise<ChangedBedBooking> {
  const { booking: known } = await findBooking(sql, actor, id);
  const locks = bedLocks({ bedIds: [known.bedId, input.bedId], patientId: known.patientId });
  try {
    return await inSqlTransaction(
      actor,
      async (tx) => {
        const { booking: before, now } = await findBooking(tx, actor, id);
        if (before.bedId !== known.bedId) throw versionMismatch();
        requireVersion(before, expectedVersion);
        const left = requireInBed(actor, before);
        if (left === input.bedId) return { ...before, notified: null };
        const taken = await move({ tx, before, now }, left, input.bedId);
        return recordStep(tx, actor, before, taken);
      },
      { locks },
    );
  } catch (error) {
    throw isConflict(error) ? await lostRace(actor, id, input.bedId) : error;
  }
}

async function move(step: Pick<Step, "tx" | "before" | "now">, from: string, to: string): Promise<Taken> {
  const { tx, before, now } = step;
  const { id, hospitalId, startsAt } = before;
  const endsAt = plannedEnd(undefined, before, now);
  const bed = await claimBed(tx, { hospitalId, bedId: to, bookingId: id, startsAt, endsAt, isAdmission: true }, now);
  const row = await changeRow(step, Prisma.sql`"bedId" = ${to}::uuid, "endsAt" = ${endsAt}::timestamptz`);
  const cleaning = await leaveBed(tx, before, from, now);
  await openStay(tx, row, bed, now);
  return {
    row,
    action: "transfer",
    events: [bedBookingEvent("bed-booking.transferred", row), cleaning, ...bed.events],
  };
}

/** The bed they are in. */
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
