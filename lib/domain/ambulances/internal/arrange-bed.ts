import { SYSTEM_ACTOR, type Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { changeBedBookingIn } from "@/lib/domain/beds/change-bed-booking";
import { insertRequestIn } from "@/lib/domain/beds/request-bed";
import { reserveAnyBedIn } from "@/lib/domain/beds/reserve-any-bed";
import type { CallRow } from "../queries";
import { BED_HOLD_HOURS, minutesAfter } from "../rules";

type Wanted = Pick<CallRow, "bedKind" | "bedBookingId"> & { hospitalId: string; patientId: string | null };

/** The desk that gives the bed out reads this beside it. */
const ON_THE_WAY = "Arriving by ambulance";

/**
 * Keeps a free bed of the kind that was asked for, at the hospital whose vehicle comes, inside the transaction that
 * sends it or says who is in it; where none is free the wish stands on the beds' board. Returns the bed booking's id:
 * the old one where there is one, null while nobody knows the patient or the hospital has no such ward.
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
 * Admits to the bed that is kept, inside the arrival's transaction; where none is kept (any more) there is nothing to
 * do. Throws `bed-taken`, `patient-admitted` or `invalid-transition` (the bed is not ready): then the arrival waits for
 * another bed, or is said without admitting.
 */
export async function admitOnArrival(tx: Tx, actor: Actor, { bedBooking }: CallRow, now: Date): Promise<void> {
  const isKept =
    bedBooking?.status === "RESERVED" && bedBooking.reservedUntil !== null && bedBooking.reservedUntil > now;
  if (isKept) await changeBedBookingIn(tx, actor, bedBooking.id, { status: "ADMITTED" });
}

/** Nobody comes: the bed that was kept or wished for is free again, whoever has cancelled. */
export async function releaseBed(tx: Tx, { bedBooking, hospitalId }: CallRow): Promise<void> {
  if (bedBooking?.status !== "RESERVED" && bedBooking?.status !== "REQUESTED") return;
  // The caller may be anyone; the bed is the hospital's to give back, and the platform does it for them.
  const hospital: Actor = { ...SYSTEM_ACTOR, hospitalId, staffRole: "COORDINATOR" };
  await changeBedBookingIn(tx, hospital, bedBooking.id, {
    status: "CANCELLED",
    reason: "The ambulance was cancelled.",
  });
}
