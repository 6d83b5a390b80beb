import { SYSTEM_ACTOR, type Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { changeBedBookingIn } from "@/lib/domain/beds/change-bed-booking";
import { insertRequestIn } from "@/lib/domain/beds/request-bed";
import { reserveAnyBedIn } from "@/lib/domain/beds/reserve-any-bed";
import type { CallRow } from "../queries";
import { BED_HOLD_HOURS, minutesAfter } from "../rules";

type Wanted = Pick<CallRow, "bedKind" | "bedBookingId"> & { hospitalId: string; patientId: string | null };

/** The front desk reads this beside the request when it assigns a bed. */
const ON_THE_WAY = "Arriving by ambulance";

/**
 * Reserves a free bed of the requested kind, at the hospital whose vehicle comes, in the transaction that dispatches it
 * or identifies the patient; where none is free the request waits on the bed board. Returns the bed booking's ID: the
 * existing one if there is one, null while the patient is unknown or the hospital has no such ward.
 */
export async function arrangeBedIn(
  tx: Tx,
  actor: Actor,
  { bedKind, bedBookingId, hospitalId, patientId }: Wanted,
  now: Date,
): Promise<string | null> {
  if (bedBookingId || !bedKind || !patientId) return bedBookingId;
  const wards = await tx.ward.count({ where: { hospitalId, kind: bedKind, removedAt: null } });
  if (wards === 0) return null;
  const wanted = { hospitalId, patientId, wardKind: bedKind, reason: ON_THE_WAY };
  const kept = await reserveAnyBedIn(tx, actor, { ...wanted, reservedUntil: minutesAfter(now, BED_HOLD_HOURS * 60) });
  const booking = kept ?? (await insertRequestIn(tx, actor, { ...wanted, startsAt: now, endsAt: null }));
  return booking.id;
}

/**
 * Admits to the reserved bed in the arrival's transaction; does nothing where none is reserved (any more). Throws
 * `bed-taken`, `bed-closed`, `patient-admitted` or `invalid-transition` (the bed is not ready): then the arrival waits for
 * another bed, or is recorded without admitting.
 */
export async function admitOnArrival(tx: Tx, actor: Actor, { bedBooking }: CallRow, now: Date): Promise<void> {
  const isKept =
    bedBooking?.status === "RESERVED" && bedBooking.reservedUntil !== null && bedBooking.reservedUntil > now;
  if (isKept) await changeBedBookingIn(tx, actor, bedBooking.id, { status: "ADMITTED" });
}

/** Releases the reserved or requested bed when no patient comes, no matter who cancelled. */
export async function releaseBed(tx: Tx, { bedBooking, hospitalId }: CallRow): Promise<void> {
  if (bedBooking?.status !== "RESERVED" && bedBooking?.status !== "REQUESTED") return;
  // The caller may be anyone; the bed is the hospital's to release, and the platform does so on its behalf.
  const hospital: Actor = { ...SYSTEM_ACTOR, hospitalId, staffRole: "COORDINATOR" };
  await changeBedBookingIn(tx, hospital, bedBooking.id, {
    status: "CANCELLED",
    reason: "The ambulance was cancelled.",
  });
}
