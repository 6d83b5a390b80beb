import type { NotifiedCount } from "@/lib/domain/contacts/schema";
import type { ComingVisit, ScheduleRow } from "./queries";
import { storedHoursSchema, type ScheduleOutput } from "./schema";

/** Returns the wire format of a schedule. */
export function toScheduleOutput(row: ScheduleRow): ScheduleOutput {
  const { rules, exceptions } = storedHoursSchema.parse({ rules: row.rules, exceptions: row.exceptions });
  return {
    id: row.id,
    doctorId: row.doctorId,
    hospitalId: row.hospitalId,
    timeZone: row.timeZone,
    slotMinutes: row.slotMinutes,
    stepMinutes: row.stepMinutes,
    bufferBeforeMinutes: row.bufferBeforeMinutes,
    bufferAfterMinutes: row.bufferAfterMinutes,
    minNoticeMinutes: row.minNoticeMinutes,
    horizonDays: row.horizonDays,
    autoConfirm: row.autoConfirm,
    cancellationNoticeMinutes: row.cancellationNoticeMinutes,
    mostVisitsPerDay: row.mostVisitsPerDay,
    mostVisitsPerPatientPerDay: row.mostVisitsPerPatientPerDay,
    mostNewPatientsPerDay: row.mostNewPatientsPerDay,
    rules,
    exceptions,
    version: row.version,
  };
}

/** Returns the same for saved hours, with who is notified. */
export function toSavedOutput({
  notified,
  ...row
}: ScheduleRow & { notified: NotifiedCount }): ScheduleOutput & { notified: NotifiedCount } {
  return { ...toScheduleOutput(row), notified };
}

/** Returns a displaced visit as the API answers it, without names. */
export function toDisplacedVisit(visit: ComingVisit) {
  return {
    appointmentId: visit.id,
    patientId: visit.patientId,
    start: visit.startsAt.toISOString(),
    end: visit.endsAt.toISOString(),
  };
}
