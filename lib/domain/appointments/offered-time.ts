import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import type { Sql } from "@/lib/platform/db/sql";
import { AppError } from "@/lib/platform/errors/app-error";
import type { OfferedSchedule, OfferedSlot } from "@/lib/domain/schedules/rules";
import { bookIn } from "./book-appointment";
import { changeStatusIn } from "./change-status";
import { clearExpiredHolds, requireOpenSlot } from "./internal/claim-slot";
import { findReached } from "./internal/require-quota";
import { getAppointmentIn } from "./queries";
import { rescheduleIn } from "./reschedule-appointment";
import { promisedOffset } from "./rules-shift";
import { endOfferHold, insertAppointment } from "./statements/appointments";

type Offered = {
  doctorId: string;
  patientId: string;
  serviceId: string | null;
  slot: OfferedSlot;
  schedule: OfferedSchedule;
  /** When the hold ends even if nothing does so. */
  holdUntil: Date;
  /** The visit it would replace, which doesn't count. */
  replacesId: string | null;
};
/** The hold, and the other doctors whose expired holds of this patient were cleared. */
type OfferHold = { id: string; freedDoctorIds: string[] };

/**
 * Holds an open time for the patient it is offered to, under the doctor's lock. No account has this hold: holding or
 * booking another time doesn't end it, and no quota counts it. Null when the patient is busy then, or could not book it.
 */
export async function holdForOffer(tx: Sql, offered: Offered, now: Date): Promise<OfferHold | null> {
  const { doctorId, patientId, serviceId, slot, schedule, holdUntil, replacesId } = offered;
  const open = { slot, schedule, hasOwnHold: false };
  const ignored = replacesId ? { ignoreAppointmentId: replacesId } : {};
  if (await findReached(tx, { doctorId, patientId, open, now, ...ignored })) return null;
  const cleared = await clearExpiredHolds(tx, offered, slot, now);
  const [row] = await insertAppointment(tx, {
    doctorId,
    patientId,
    serviceId,
    status: "HELD",
    hospitalId: slot.hospitalId,
    scheduleId: slot.scheduleId,
    mode: slot.mode,
    startsAt: new Date(slot.start),
    endsAt: new Date(slot.end),
    promisedOffsetMinutes: promisedOffset(new Date(slot.start), schedule.timeZone),
    cancellationNoticeMinutes: schedule.cancellationNoticeMinutes,
    graceUntil: null,
    holdExpiresAt: holdUntil,
    confirmedAt: null,
    bookedByUserId: null,
    isWalkIn: false,
    isOverbooked: false,
    now,
  });
  return row ? { id: row.id, freedDoctorIds: cleared.filter((id) => id !== doctorId) } : null;
}

/** Ends the hold of an offer; false when it had ended already. */
export async function releaseOffered(tx: Sql, holdId: string, now: Date): Promise<boolean> {
  return (await endOfferHold(tx, holdId, now)).length > 0;
}

type Taken = {
  holdId: string;
  doctorId: string;
  patientId: string;
  start: string;
  /** The visit it replaces. */
  replacesId: string | null;
};
type TakenTime = { appointmentId: string; replacedStartsAt: Date | null };

/**
 * Books an offered time, under the locks of the doctor and the patient. The visit it replaces moves there, with the same
 * identity; with another doctor it is cancelled, and a new one booked. All in the given transaction: on any failure the
 * old time stands. Throws as booking, rescheduling and cancelling do, and `hold-expired`.
 */
export async function takeOffered(tx: Tx, actor: Actor, taken: Taken, now: Date): Promise<TakenTime> {
  const { doctorId, patientId, start, replacesId } = taken;
  const [hold] = await endOfferHold(tx, taken.holdId, now);
  if (!hold) throw new AppError("hold-expired", "We're no longer holding this time for you.");
  const before = replacesId === null ? null : await getAppointmentIn(tx, actor, replacesId);
  const place = { start, scheduleId: hold.scheduleId ?? undefined };
  if (before?.doctorId === doctorId) {
    await rescheduleIn(tx, actor, before.id, place);
    return { appointmentId: before.id, replacedStartsAt: before.startsAt };
  }
  if (before) await changeStatusIn(tx, actor, before.id, { status: "CANCELLED" });
  const serviceId = hold.serviceId ?? undefined;
  const open = await requireOpenSlot(tx, { doctorId, serviceId, ...place }, now, { actor });
  const candidate = {
    newPatient: null,
    patientId,
    isOwn: true,
    knownToDoctorId: null,
    knownToHospitalId: null,
  } as const;
  const booked = await bookIn(
    tx,
    actor,
    open,
    { doctorId, start, candidate, serviceId, reason: before?.reason ?? undefined },
    now,
  );
  return { appointmentId: booked.id, replacedStartsAt: before?.startsAt ?? null };
}
