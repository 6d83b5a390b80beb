import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { isConflict } from "@/lib/platform/db/driver-error";
import { inTransaction } from "@/lib/actor/transaction";
import type { EventDraft } from "@/lib/actor/record";
import { AppError } from "@/lib/platform/errors/app-error";
import { requireVersion, versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import type { NewsDraft } from "@/lib/domain/contacts/events";
import { notifiedOf, recordNews } from "@/lib/domain/contacts/record-news";
import { availabilityChanged } from "@/lib/domain/schedules/events";
import { clearExpiredHolds, patientBusy, requireOpenSlot } from "./internal/claim-slot";
import { appointmentEvent } from "./events";
import { listColleagues } from "./list-colleagues";
import { rolesFor } from "./policy";
import {
  getAppointment,
  getAppointmentIn,
  unsafeGetChanged,
  type AppointmentRow,
  type ChangedAppointment,
} from "./queries";
import { dropOwnHold } from "./release-hold";
import { requireVisitQuota } from "./internal/require-quota";
import { changeDeadline, graceAfterMove, isPatientOnly, isReschedulable, isStillChangeable } from "./rules";
import { promisedOffset } from "./rules-shift";
import type { RescheduleInput } from "./schema";

/**
 * Reschedules an appointment to another open slot of its doctor, or, while it needs another time, of a colleague: one
 * transaction, same ID; on any failure the old time stays. The current time is no change. Throws `not-found`, `invalid-transition`, `cancellation-notice`, `slot-taken`
 * with alternatives, `slot-not-offered`, `patient-busy`, `quota-reached`, `version-mismatch`.
 */
export async function rescheduleAppointment(
  actor: Actor,
  id: string,
  input: RescheduleInput,
  expectedVersion?: ExpectedVersion,
): Promise<ChangedAppointment> {
  const known = await getAppointment(actor, id);
  try {
    return await inTransaction(actor, (tx) => rescheduleIn(tx, actor, id, input, expectedVersion), {
      locks: [...doctorsOf(known, input).map((doctorId) => `doctor:${doctorId}`), `patient:${known.patientId}`],
    });
  } catch (error) {
    if (!isConflict(error)) throw error;
    // Under the doctor's lock only the patient's other appointments can still conflict.
    throw patientBusy();
  }
}

/** Does the same in a transaction that does more, under the locks of the doctor and the patient. */
export async function rescheduleIn(
  tx: Tx,
  actor: Actor,
  id: string,
  input: RescheduleInput,
  expectedVersion?: ExpectedVersion,
): Promise<ChangedAppointment> {
  const now = new Date();
  const before = await getAppointmentIn(tx, actor, id);
  requireMovable(actor, before, expectedVersion, now);
  if (staysWhereItIs(before, input)) return { ...before, notified: null };
  const doctorId = await requireDoctor(tx, before, input);
  const { slot, schedule, cleared } = await claimNewTime(tx, actor, before, { ...input, doctorId }, now);
  const changed = await tx.appointment.updateMany({
    where: { id, version: before.version, status: before.status },
    data: {
      doctorId,
      startsAt: slot.start,
      endsAt: slot.end,
      promisedOffsetMinutes: promisedOffset(new Date(slot.start), schedule.timeZone),
      scheduleId: slot.scheduleId,
      hospitalId: slot.hospitalId,
      mode: slot.mode,
      cancellationNoticeMinutes: schedule.cancellationNoticeMinutes,
      graceUntil: graceAfterMove(before, isPatientOnly(rolesFor(actor, before)), now),
      needsRebooking: false,
      isOverbooked: false,
      version: { increment: 1 },
    },
  });
  if (changed.count === 0) throw versionMismatch();
  const row = await unsafeGetChanged(tx, id);
  const audit = {
    action: "appointment.reschedule",
    subject: "appointment",
    subjectId: id,
    patientId: row.patientId,
    doctorId: row.doctorId,
    hospitalId: row.hospitalId,
    details: {
      from: before.startsAt.toISOString(),
      to: row.startsAt.toISOString(),
      ...(doctorId === before.doctorId ? {} : { fromDoctorId: before.doctorId }),
    },
  };
  const reaches = await recordNews(tx, actor, audit, rescheduleEvents(before, row, cleared));
  return { ...row, notified: notifiedOf(reaches) };
}

/** The doctor it is with, and the one it goes to; once where that is the same. */
function doctorsOf(appointment: { doctorId: string }, { doctorId }: RescheduleInput): string[] {
  return [...new Set([appointment.doctorId, doctorId ?? appointment.doctorId])];
}

/**
 * Returns the doctor whose time is wanted. Only an appointment that needs another time goes to someone else, and only to a
 * colleague of the same specialty at the same place; all others offer it nothing.
 */
async function requireDoctor(tx: Tx, before: AppointmentRow, { doctorId }: RescheduleInput): Promise<string> {
  if (doctorId === undefined || doctorId === before.doctorId) return before.doctorId;
  if (!before.needsRebooking)
    throw new AppError("invalid-transition", "Only an appointment that needs a new time can move to another doctor.");
  const colleagues = await listColleagues(tx, before);
  if (colleagues.some(({ id }) => id === doctorId)) return doctorId;
  throw new AppError("slot-not-offered", "This doctor can't take the appointment over.");
}

/** Makes sure that the wanted time is open to this appointment, and clears the holds that are in its way. */
async function claimNewTime(
  tx: Tx,
  actor: Actor,
  before: AppointmentRow,
  { doctorId, ...input }: RescheduleInput & { doctorId: string },
  now: Date,
) {
  const wanted = {
    doctorId,
    serviceId: before.serviceId ?? undefined,
    ...(doctorId === before.doctorId ? reachOf(actor, before) : { hospitalId: before.hospitalId ?? undefined }),
    ...input,
  };
  const open = await requireOpenSlot(tx, wanted, now, { actor, ignoreAppointmentId: before.id });
  await requireVisitQuota(tx, actor, {
    doctorId,
    patientId: before.patientId,
    open,
    now,
    ignoreAppointmentId: before.id,
  });
  if (open.hasOwnHold) await dropOwnHold(tx, actor, doctorId, now);
  const cleared = await clearExpiredHolds(tx, { doctorId, patientId: before.patientId }, open.slot, now);
  return { slot: open.slot, schedule: open.schedule, cleared };
}

/** A visit that needs another time can't keep its own. */
function staysWhereItIs(before: AppointmentRow, { start, scheduleId, doctorId }: RescheduleInput): boolean {
  if (doctorId !== undefined && doctorId !== before.doctorId) return false;
  const isSamePlace = scheduleId === undefined || scheduleId === before.scheduleId;
  return isSamePlace && !before.needsRebooking && new Date(start).getTime() === before.startsAt.getTime();
}

function requireMovable(actor: Actor, before: AppointmentRow, expectedVersion: ExpectedVersion, now: Date): void {
  const roles = rolesFor(actor, before);
  if (roles.length === 0) throw new AppError("forbidden", "You can read this appointment, not change it.");
  requireVersion(before, expectedVersion);
  if (!isReschedulable(before.status)) {
    throw new AppError("invalid-transition", "Only upcoming appointments can be rescheduled.", {
      extra: { from: before.status },
    });
  }
  if (isPatientOnly(roles) && !isStillChangeable(before, now)) {
    throw new AppError("cancellation-notice", "It's too late to reschedule this online. Please call the practice.", {
      extra: { deadline: changeDeadline(before).toISOString() },
    });
  }
}

/**
 * Where the visit may go: by default where it is now, if that place has the time; the front desk moves it within its
 * own hospital only, because other places aren't its to fill.
 */
function reachOf(actor: Actor, before: AppointmentRow) {
  const isDeskOnly = rolesFor(actor, before).every((role) => role === "staff");
  return {
    preferredScheduleId: before.scheduleId ?? undefined,
    ...(isDeskOnly && before.hospitalId ? { hospitalId: before.hospitalId } : {}),
  };
}

/** Notifies both front desks of a move from one place to another, and both doctors. */
function rescheduleEvents(
  before: AppointmentRow,
  row: AppointmentRow,
  freedDoctorIds: string[],
): (EventDraft | NewsDraft)[] {
  const event = appointmentEvent("appointment.rescheduled", row);
  if (before.hospitalId && before.hospitalId !== row.hospitalId) event.audience.push(`hospital:${before.hospitalId}`);
  if (before.doctorId !== row.doctorId) event.audience.push(`doctor:${before.doctorId}`);
  const changed = new Set([row.doctorId, before.doctorId, ...freedDoctorIds]);
  return [event, ...[...changed].map(availabilityChanged)];
}
