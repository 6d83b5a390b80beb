import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { changedFields } from "@/lib/platform/db/changed-fields";
import { isConflict } from "@/lib/platform/db/driver-error";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { requireVersion, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { countNotified, recordNews } from "@/lib/domain/contacts/record-news";
import type { NotifiedCount } from "@/lib/domain/contacts/schema";
import { closuresLock, listClosedDays } from "./closed-days";
import { availabilityChanged, scheduleChanged } from "./events";
import { invalid, requirePlace } from "./internal/place-of-hours";
import { canKeepHours } from "./policy";
import { getScheduleIn, scheduleSelect, type ComingVisit, type ScheduleRow } from "./queries";
import { countRebooking, markVisits, NONE_NOTIFIED, listVisitsOutside } from "./rebook-visits";
import type { ScheduleInput } from "./schema";

/** The hours, and how many patients are notified that their appointment needs another time. */
export type SavedSchedule = ScheduleRow & { notified: NotifiedCount };

/** Creates hours at a place where the doctor has none yet, closed when the hospital is. Throws `not-found`, `invalid`, `already-exists`. */
export async function createSchedule(actor: Actor, doctorId: string, input: ScheduleInput): Promise<ScheduleRow> {
  if (!canKeepHours(actor, { doctorId })) throw notFound();
  try {
    return await inTransaction(
      actor,
      async (tx) => {
        await requirePlace(tx, doctorId, input);
        const { hospitalId } = input;
        const closed = await listClosedDays(tx, { doctorId, hospitalId }, new Date());
        const exceptions = [...input.exceptions, ...closed];
        const row = await tx.schedule.create({
          // As `Disruption.createdAt`, the time with the locks: which of them was first has to be known.
          data: { doctorId, hospitalId, ...columns({ ...input, exceptions }), createdAt: new Date() },
          select: scheduleSelect,
        });
        await recordChange(tx, actor, auditOf("schedule.create", row), [
          scheduleChanged(row),
          availabilityChanged(doctorId),
        ]);
        return row;
      },
      { locks: [`doctor:${doctorId}`, ...(input.hospitalId ? [closuresLock(input.hospitalId)] : [])] },
    );
  } catch (error) {
    if (isConflict(error)) throw new AppError("already-exists", "You already have hours at this place.");
    throw error;
  }
}

/**
 * Replaces the hours at one place. Visits that would fall outside are kept and marked `needsRebooking`. The same hours
 * are no change. Throws `not-found`, `invalid`, `version-mismatch`.
 */
export function replaceSchedule(
  actor: Actor,
  id: string,
  input: ScheduleInput,
  expectedVersion?: ExpectedVersion,
): Promise<SavedSchedule> {
  return onOwnSchedule(actor, id, async (tx, before) => {
    await requireSame(tx, before, input, expectedVersion);
    if (!changedFields(before, columns(input))) return { ...before, notified: NONE_NOTIFIED };
    const now = new Date();
    const outside = await listVisitsOutside(tx, id, input, now);
    const row = await tx.schedule.update({
      where: { id },
      data: { ...columns(input), version: { increment: 1 } },
      select: scheduleSelect,
    });
    const marked = await markVisits(tx, id, outside, now);
    const audit = auditOf("schedule.replace", row, { needRebooking: countRebooking(marked) });
    const reaches = await recordNews(tx, actor, audit, [
      scheduleChanged(row),
      availabilityChanged(row.doctorId),
      ...marked,
    ]);
    return { ...row, notified: countNotified(reaches) };
  });
}

/** Returns what `replaceSchedule` would do to existing visits; changes nothing. Throws the same errors. */
export function previewSchedule(
  actor: Actor,
  id: string,
  input: ScheduleInput,
  expectedVersion?: ExpectedVersion,
): Promise<ComingVisit[]> {
  return onOwnSchedule(actor, id, async (tx, before) => {
    await requireSame(tx, before, input, expectedVersion);
    return listVisitsOutside(tx, id, input, new Date());
  });
}

/** Deletes the hours at one place; its visits stay and need rebooking. Throws `not-found`, `version-mismatch`. */
export function deleteSchedule(actor: Actor, id: string, expectedVersion?: ExpectedVersion): Promise<NotifiedCount> {
  return onOwnSchedule(actor, id, async (tx, before) => {
    requireVersion(before, expectedVersion);
    const now = new Date();
    const outside = await listVisitsOutside(tx, id, { timeZone: before.timeZone, rules: [], exceptions: [] }, now);
    const marked = await markVisits(tx, id, outside, now);
    await tx.schedule.delete({ where: { id }, select: { id: true } });
    const audit = auditOf("schedule.delete", before, { needRebooking: countRebooking(marked) });
    return countNotified(
      await recordNews(tx, actor, audit, [scheduleChanged(before), availabilityChanged(before.doctorId), ...marked]),
    );
  });
}

/** Under the doctor's lock, so that no one books by the old hours meanwhile. */
async function onOwnSchedule<T>(
  actor: Actor,
  id: string,
  work: (tx: Tx, before: ScheduleRow) => Promise<T>,
): Promise<T> {
  return inTransaction(
    actor,
    async (tx) => {
      const before = await getScheduleIn(tx, actor, id);
      if (!canKeepHours(actor, before)) throw new AppError("forbidden", "Only the doctor can change these hours.");
      return work(tx, before);
    },
    { locks: [`doctor:${actor.doctorId ?? ""}`] },
  );
}

async function requireSame(
  tx: Tx,
  before: ScheduleRow,
  input: ScheduleInput,
  expectedVersion: ExpectedVersion,
): Promise<void> {
  requireVersion(before, expectedVersion ?? input.version);
  if (input.id !== undefined && input.id !== before.id) throw invalid("id", "This ID belongs to another schedule.");
  if (input.doctorId !== undefined && input.doctorId !== before.doctorId)
    throw invalid("doctorId", "This ID belongs to another doctor.");
  if (input.hospitalId !== before.hospitalId)
    throw invalid("hospitalId", "A schedule can't move to another place. Create a new one there.");
  await requirePlace(tx, before.doctorId, input);
}

function columns(input: ScheduleInput) {
  return {
    timeZone: input.timeZone,
    slotMinutes: input.slotMinutes,
    stepMinutes: input.stepMinutes,
    bufferBeforeMinutes: input.bufferBeforeMinutes,
    bufferAfterMinutes: input.bufferAfterMinutes,
    minNoticeMinutes: input.minNoticeMinutes,
    horizonDays: input.horizonDays,
    autoConfirm: input.autoConfirm,
    cancellationNoticeMinutes: input.cancellationNoticeMinutes,
    mostVisitsPerDay: input.mostVisitsPerDay,
    mostVisitsPerPatientPerDay: input.mostVisitsPerPatientPerDay,
    mostNewPatientsPerDay: input.mostNewPatientsPerDay,
    rules: input.rules,
    exceptions: input.exceptions,
  };
}

function auditOf(action: string, row: ScheduleRow, details: Record<string, number> = {}) {
  return {
    action,
    subject: "schedule",
    subjectId: row.id,
    doctorId: row.doctorId,
    hospitalId: row.hospitalId,
    details,
  };
}
