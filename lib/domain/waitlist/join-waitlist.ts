import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { getAppointmentIn, type AppointmentRow } from "@/lib/domain/appointments/queries";
import { isReschedulable, isStillChangeable } from "@/lib/domain/appointments/rules";
import type { Tx } from "@/lib/platform/db/db";
import { isConflict } from "@/lib/platform/db/driver-error";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { daysBetween, localDateAt, shiftDate, startOfLocalDate } from "@/lib/platform/time/local-date";
import { minutesOf } from "@/lib/platform/time/wall-clock";
import { waitlistEvent } from "./events";
import { listSuitingNow } from "./internal/list-suiting";
import { requireTarget, type Target } from "./internal/require-target";
import { toEntryOutput } from "./output";
import { canAnswer } from "./policy";
import { getEntry } from "./queries";
import { MAX_DAYS_AHEAD, MAX_ENTRIES, type Wish } from "./rules";
import type { JoinInput, WaitlistEntryOutput } from "./schema";
import { LIVE_STATUSES } from "./status";

const USUAL_DAYS = 28;

/**
 * Puts a patient on the waitlist for an earlier time. Throws `not-found` (the patient, the appointment, or what they want to
 * wait for), `invalid` (dates), `cancellation-notice`, `already-exists`, `quota-reached`, and `times-open` with the first of them when something suits
 * already: that can be booked.
 */
export async function joinWaitlist(actor: Actor, input: JoinInput): Promise<WaitlistEntryOutput> {
  const now = new Date();
  const patientId = input.patientId ?? actor.patientIds[0];
  if (!patientId || !canAnswer(actor, { patientId })) throw notFound();
  try {
    const id = await inTransaction(actor, (tx) => join(tx, actor, patientId, input, now), {
      locks: [`patient:${patientId}`],
    });
    return toEntryOutput(await getEntry(actor, id));
  } catch (error) {
    if (isConflict(error)) throw alreadyWaiting();
    throw error;
  }
}

async function join(tx: Tx, actor: Actor, patientId: string, input: JoinInput, now: Date): Promise<string> {
  const replaced = input.appointmentId ? await getReplaceable(tx, actor, input.appointmentId, patientId, now) : null;
  const target = await requireTarget(tx, withDefaults(input, replaced));
  const dates = datesOf(input, replaced, target.timeZone, now);
  const [startMinute, endMinute] = [minutesOf(input.startTime), minutesOf(input.endTime)];
  const weekdays = [...new Set(input.weekdays)].sort();
  const wish: Wish = { ...dates, weekdays, startMinute, endMinute };
  await requireRoom(tx, patientId);
  await refuseIfOpen(tx, target, wish, replaced, now);
  const { timeZone, ...ids } = target;
  const { id, doctorId, hospitalId } = await tx.waitlistEntry.create({
    data: {
      ...ids,
      patientId,
      appointmentId: replaced?.id ?? null,
      fromOn: new Date(dates.fromOn),
      toOn: new Date(dates.toOn),
      weekdays,
      startMinute,
      endMinute,
      overAt: startOfLocalDate(shiftDate(dates.toOn, 1), timeZone),
      joinedById: actor.userId ?? "",
    },
    select: { id: true, doctorId: true, hospitalId: true },
  });
  const concerned = { patientId, doctorId, hospitalId };
  const audit = { action: "waitlist.join", subject: "waitlist-entry", subjectId: id, ...concerned };
  await recordChange(tx, actor, audit, [waitlistEvent("waitlist.joined", { id, ...concerned })]);
  return id;
}

/** The patient's own upcoming visit that an earlier time would replace. */
async function getReplaceable(tx: Tx, actor: Actor, id: string, patientId: string, now: Date): Promise<AppointmentRow> {
  const visit = await getAppointmentIn(tx, actor, id);
  if (visit.patientId !== patientId) throw notFound();
  if (!isReschedulable(visit.status) || visit.startsAt <= now)
    throw new AppError("invalid-transition", "Only upcoming appointments can be replaced by an earlier one.");
  if (!isStillChangeable(visit, now))
    throw new AppError(
      "cancellation-notice",
      "It's too late to change this appointment online. Please call the practice.",
    );
  return visit;
}

/** Unless told otherwise, someone waits for the same doctor, place and service. */
function withDefaults(input: JoinInput, replaced: AppointmentRow | null): Omit<Target, "timeZone"> {
  const { doctorId = null, hospitalId = null, specialtyId = null, serviceId = null } = input;
  if (!replaced) return { doctorId, hospitalId, specialtyId, serviceId };
  const isElsewhere = doctorId === null && (specialtyId !== null || (hospitalId !== null && serviceId !== null));
  if (isElsewhere) return { doctorId, hospitalId: hospitalId ?? replaced.hospitalId, specialtyId, serviceId };
  if (doctorId !== null && doctorId !== replaced.doctorId) return { doctorId, hospitalId, specialtyId, serviceId };
  return {
    doctorId: replaced.doctorId,
    hospitalId: hospitalId ?? replaced.hospitalId,
    specialtyId: null,
    // It stays the same visit.
    serviceId: replaced.serviceId,
  };
}

function datesOf(input: JoinInput, replaced: AppointmentRow | null, timeZone: string, now: Date) {
  const today = localDateAt(now, timeZone);
  const fromOn = input.from !== undefined && input.from > today ? input.from : today;
  const last = replaced ? localDateAt(replaced.startsAt, timeZone) : shiftDate(fromOn, USUAL_DAYS);
  const toOn = input.to ?? last;
  const refuse = (message: string) => new AppError("invalid", message, { fields: [{ path: "to", message }] });
  if (toOn < fromOn) throw refuse("Choose a last date that isn't before the first one, or over");
  if (daysBetween(today, toOn) > MAX_DAYS_AHEAD) throw refuse("Choose a last date within a year");
  return { fromOn, toOn };
}

async function requireRoom(tx: Tx, patientId: string): Promise<void> {
  const live = await tx.waitlistEntry.count({ where: { patientId, status: { in: [...LIVE_STATUSES] } } });
  if (live < MAX_ENTRIES) return;
  const detail = `You can be on up to ${MAX_ENTRIES} waitlists at a time. Leave one you no longer need.`;
  throw new AppError("quota-reached", detail, { extra: { most: MAX_ENTRIES } });
}

/** Someone who waits for what is there already would only keep it from others. */
async function refuseIfOpen(tx: Tx, target: Target, wish: Wish, replaced: AppointmentRow | null, now: Date) {
  const alternatives = await listSuitingNow(tx, target, wish, replaced?.startsAt ?? null, now);
  if (alternatives.length === 0) return;
  throw new AppError("times-open", "There's a time that suits you already: you can book it now.", {
    extra: { alternatives },
  });
}

function alreadyWaiting(): AppError {
  return new AppError("already-exists", "You're already on this waitlist. Leave it first to change what you wait for.");
}
