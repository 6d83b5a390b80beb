import type { Actor } from "@/lib/actor/actor";
import { config } from "@/lib/platform/config/config";
import type { Sql } from "@/lib/platform/db/sql";
import { AppError } from "@/lib/platform/errors/app-error";
import { localDateAt, shiftDate, startOfLocalDate } from "@/lib/platform/time/local-date";
import { counted } from "@/lib/platform/text/counted";
import type { OpenSlot } from "./claim-slot";
import { rolesFor } from "../policy";
import { canHold, visitQuotaReached, type Reached, type VisitCounts, type VisitQuota } from "../rules/quota";
import { holdCounts, newPatients, visitCounts } from "../statements/quotas";

type Wanted = { doctorId: string; patientId: string; open: OpenSlot; now: Date; ignoreAppointmentId?: string };

/**
 * Refuses one visit too many (`quota-reached`): upcoming, with this doctor, on this day, and by the limits of the
 * doctor's hours. Read in the transaction under the doctor's and the patient's lock, so that counts are exact. The
 * doctor and the front desk have no quotas.
 */
export async function requireVisitQuota(tx: Sql, actor: Actor, wanted: Wanted): Promise<void> {
  const { slot } = wanted.open;
  if (!isPatientOnly(actor, { ...wanted, hospitalId: slot.hospitalId })) return;
  const reached = await findReached(tx, wanted);
  if (reached) throw quotaReached(reached);
}

/** Returns the quota that one more visit of this patient's own booking would exceed; null when there is none. */
export async function findReached(tx: Sql, wanted: Wanted): Promise<Reached | null> {
  const { schedule } = wanted.open;
  const reached = visitQuotaReached(await countVisits(tx, wanted), config.quotas, schedule);
  return reached ?? newPatientsReached(tx, wanted);
}

async function countVisits(tx: Sql, wanted: Wanted): Promise<VisitCounts> {
  const [counts] = await visitCounts(tx, askedOf(wanted), wanted.now);
  return counts ?? { upcoming: 0, withDoctor: 0, onDay: 0, onDayHere: 0 };
}

async function newPatientsReached(tx: Sql, wanted: Wanted): Promise<Reached | null> {
  const most = wanted.open.schedule.mostNewPatientsPerDay ?? null;
  if (most === null) return null;
  const [row] = await newPatients(tx, askedOf(wanted));
  return row && row.isNew && row.there >= most ? { quota: "new-patients", most } : null;
}

function askedOf({ doctorId, patientId, open, ignoreAppointmentId }: Wanted) {
  return { doctorId, patientId, scheduleId: open.schedule.id, ignoreAppointmentId, day: dayOf(open) };
}

/**
 * Refuses to hold one time too many (`hold-limit`); it can still be booked. Under the doctor's and the account's lock.
 */
export async function requireHoldQuota(tx: Sql, actor: Actor, wanted: Wanted, terms: object): Promise<void> {
  const { doctorId, open, now } = wanted;
  if (!isPatientOnly(actor, { ...wanted, hospitalId: open.slot.hospitalId })) return;
  const since = new Date(now.getTime() - 3_600_000);
  const startsAt = new Date(open.slot.start);
  const [counts] = await holdCounts(tx, { userId: actor.userId, doctorId, startsAt, now, since });
  if (counts && !canHold(counts, config.quotas)) {
    throw new AppError("hold-limit", "We can't hold this time for you right now. You can still book it.", {
      extra: { terms },
    });
  }
}

function isPatientOnly(
  actor: Actor,
  booking: { doctorId: string; patientId: string; hospitalId: string | null },
): boolean {
  return rolesFor(actor, booking).every((role) => role === "patient");
}

/** The place's local date on which the slot begins, as half-open instants. */
function dayOf({ slot, schedule: { timeZone } }: OpenSlot): { from: Date; to: Date } {
  const date = localDateAt(slot.start, timeZone);
  return { from: startOfLocalDate(date, timeZone), to: startOfLocalDate(shiftDate(date, 1), timeZone) };
}

function quotaReached({ quota, most }: Reached): AppError {
  const visits = counted(most, "appointment");
  const details: Record<VisitQuota, string> = {
    upcoming: `You can have up to ${visits} booked online at a time. Cancel one you no longer need, or call the practice.`,
    "with-doctor": `You can have up to ${visits} booked online with one doctor. Please call the practice for more.`,
    "per-day": `You can book up to ${visits} on one day online. Please choose another day.`,
    "per-day-here": `This doctor takes up to ${visits} per patient a day. Please choose another day.`,
    "new-patients": "This doctor can't take more new patients on that day. Please choose another day.",
  };
  return new AppError("quota-reached", details[quota], { extra: { quota, most } });
}
