import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import type { Sql } from "@/lib/platform/db/sql";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { findOffer, offerTo } from "@/lib/domain/schedules/queries";
import {
  gapAt,
  checkSlot,
  offeredSlots,
  withoutNotice,
  type OfferedSchedule,
  type OfferedSlot,
} from "@/lib/domain/schedules/rules";
import type { AppointmentRow } from "../queries";
import { underWay } from "../policy";
import { graceFrom, MAX_ALTERNATIVES } from "../rules";
import { promisedOffset } from "../rules-shift";
import type { HoldInput } from "../schema";
import { expireHoldsInTheWay, insertAppointment, overlapOfPatient } from "../statements/appointments";
import { DAY_MS } from "@/lib/platform/time/iso-text";
import { storeText } from "./store-text";

/** The most that hours and services may offer (CHECKs of the database). */
const MAX_SLOT_MS = 8 * 3_600_000;

type Wanted = Pick<HoldInput, "doctorId" | "start" | "serviceId" | "scheduleId" | "hospitalId"> & {
  preferredScheduleId?: string | undefined;
};
/** Who books; their hold, or an appointment being moved, doesn't block the slot. */
type Booking = { actor: Actor; ignoreAppointmentId?: string; isWalkIn?: boolean };

export type OpenSlot = { slot: OfferedSlot; schedule: OfferedSchedule; hasOwnHold: boolean };

/**
 * Returns the requested open slot, read in the transaction under the doctor's lock: for the practice, also a time that
 * patients can't book yet. Throws `not-found` for an unlisted doctor, `slot-not-offered` for a time outside the hours,
 * `slot-taken` with alternatives otherwise. A caller rescheduling an appointment already knows its doctor, so an
 * unlisted doctor is reported as offering no times.
 */
export async function requireOpenSlot(tx: Sql, wanted: Wanted, now: Date, booking: Booking): Promise<OpenSlot> {
  const { actor, ignoreAppointmentId, isWalkIn } = booking;
  const start = new Date(wanted.start);
  const window = { from: start, to: new Date(start.getTime() + MAX_SLOT_MS) };
  const found = await findOffer(tx, wanted.doctorId, { window, now, ignoreAppointmentId, holderId: actor.userId });
  if (!found) throw ignoreAppointmentId ? notOffered() : notFound();
  const offer = offerTo(actor, found);
  const verdict = checkSlot(isWalkIn ? withoutNotice(offer) : offer, start, now, wanted);
  if (verdict.kind === "open") return { ...verdict, hasOwnHold: offer.hasOwnHold };
  if (verdict.kind === "not-offered") throw notOffered();
  throw await slotTaken(tx, actor, wanted, now);
}

/**
 * Returns the time free right now at one place, read in the transaction under the doctor's lock. A visit in progress
 * occupies the doctor however long it was planned. Throws `not-found` for an unlisted doctor, `slot-taken`.
 */
export async function requireGap(
  tx: Tx,
  { doctorId, ...place }: { doctorId: string; hospitalId: string; serviceId?: string | undefined },
  now: Date,
  actor: Actor,
): Promise<OpenSlot> {
  const window = { from: now, to: new Date(now.getTime() + DAY_MS) };
  const offer = await findOffer(tx, doctorId, { window, now, holderId: actor.userId });
  if (!offer) throw notFound();
  const isBusy = (await tx.appointment.count({ where: { doctorId, ...underWay(now) } })) > 0;
  const gap = isBusy ? null : gapAt(offer, now, place);
  if (!gap) throw await slotTaken(tx, actor, { doctorId, ...place, start: now.toISOString() }, now);
  return { ...gap, hasOwnHold: offer.hasOwnHold };
}

function notOffered(): AppError {
  return new AppError("slot-not-offered", "The doctor doesn't offer this time.");
}

/** The error with the nearest available times. */
async function slotTaken(client: Sql, actor: Actor, wanted: Wanted, now: Date): Promise<AppError> {
  return new AppError("slot-taken", "Someone else has just booked this time. These are the nearest available times.", {
    extra: { alternatives: await listNearestSlots(client, actor, wanted, now) },
  });
}

/**
 * Returns the available times nearest to the requested one: at most six, within a week before and a fortnight after,
 * ascending.
 */
export async function listNearestSlots(client: Sql, actor: Actor, wanted: Wanted, now: Date): Promise<OfferedSlot[]> {
  const start = new Date(wanted.start).getTime();
  const window = { from: new Date(Math.max(now.getTime(), start - 7 * DAY_MS)), to: new Date(start + 14 * DAY_MS) };
  const offer = await findOffer(client, wanted.doctorId, { window, now });
  const distance = (slot: OfferedSlot) => Math.abs(Date.parse(slot.start) - start);
  return (offer ? offeredSlots(offerTo(actor, offer), { ...window, now }, wanted) : [])
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, MAX_ALTERNATIVES)
    .sort((a, b) => (a.start < b.start ? -1 : 1));
}

/** The error for a patient who has another appointment then. */
export function patientBusy(): AppError {
  return new AppError("patient-busy", "The patient already has an appointment that overlaps this time.");
}

export type NewClaim = {
  doctorId: string;
  patientId: string;
  serviceId: string | null;
  status: "HELD" | "PENDING" | "CONFIRMED";
  mode: "IN_PERSON" | "VIDEO";
  reason: string | null;
  holdExpiresAt: Date | null;
  confirmedAt: Date | null;
  /** Of someone standing at the desk. */
  isWalkIn?: boolean;
};

/** The new row, and the other doctors whose expired holds of this patient were cleared: their pages gain a time. */
export type Claimed = { row: AppointmentRow; freedDoctorIds: string[] };

/**
 * Creates an active appointment on the slot and returns it. The exclusion constraints have the last word: `ON CONFLICT
 * DO NOTHING` decides races without the deadlocks of a plain INSERT. Expired holds in the way are cleared. Throws
 * `slot-taken` or `patient-busy`.
 */
export async function claimSlot(
  tx: Sql,
  actor: Actor,
  { slot, schedule }: OpenSlot,
  claim: NewClaim,
  now: Date,
): Promise<Claimed> {
  const period = periodOf(slot);
  const { hospitalId, scheduleId } = slot;
  const { cancellationNoticeMinutes } = schedule;
  const { reason, isWalkIn = false, ...kept } = claim;
  const promisedOffsetMinutes = promisedOffset(period.startsAt, schedule.timeZone);
  const place = { hospitalId, scheduleId, ...period, promisedOffsetMinutes, cancellationNoticeMinutes };
  const wanted = {
    ...kept,
    isWalkIn,
    ...place,
    graceUntil: graceFrom(now),
    bookedByUserId: actor.userId,
    isOverbooked: false,
    now,
  };
  const attempt = async () => {
    const [row] = await insertAppointment(tx, wanted);
    return row && { ...row, reason: await storeText(tx, row.id, "REASON", reason), statusReason: null };
  };
  const row = await attempt();
  if (row) return { row, freedDoctorIds: [] };
  const cleared = await clearExpiredHolds(tx, claim, slot, now);
  const second = cleared.length > 0 ? await attempt() : undefined;
  if (second) return { row: second, freedDoctorIds: cleared.filter((doctorId) => doctorId !== claim.doctorId) };
  const [overlap] = await overlapOfPatient(tx, claim.patientId, periodOf(slot));
  if (overlap?.isBusy) throw patientBusy();
  throw await slotTaken(
    tx,
    actor,
    { doctorId: claim.doctorId, serviceId: claim.serviceId ?? undefined, start: slot.start },
    now,
  );
}

/** Clears expired holds in the way; returns whose they were. */
export async function clearExpiredHolds(
  tx: Sql,
  claim: Pick<NewClaim, "doctorId" | "patientId">,
  slot: Pick<OfferedSlot, "start" | "end">,
  now: Date,
): Promise<string[]> {
  const cleared = await expireHoldsInTheWay(tx, claim, periodOf(slot), now);
  return [...new Set(cleared.map(({ doctorId }) => doctorId))];
}

function periodOf({ start, end }: Pick<OfferedSlot, "start" | "end">): { startsAt: Date; endsAt: Date } {
  return { startsAt: new Date(start), endsAt: new Date(end) };
}
