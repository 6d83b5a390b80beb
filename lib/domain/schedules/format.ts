import type { NotifiedCount } from "@/lib/domain/contacts/schema";
import type { ComingVisit, ScheduleRow } from "./queries";
import { storedHoursSchema, type ScheduleOutput } from "./schema";

/** The wire form of a schedule. */
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

/** The same of hours that were saved, with who hears of it. */
export function toSavedOutput({
  notified,
  ...row
}: ScheduleRow & { notified: NotifiedCount }): ScheduleOutput & { notified: NotifiedCount } {
  return { ...toScheduleOutput(row), notified };
}

/** A visit that a change of hours displaces, as the door answers it; no names. */
export function toDisplacedVisit(visit: ComingVisit) {
  return {
    appointmentId: visit.id,
    patientId: visit.patientId,
    start: visit.startsAt.toISOString(),
    end: visit.endsAt.toISOString(),
  };
}

/** A draft with those of its exceptions that can matter to the seven days from now, in any zone. */
export function aroundWeek<T extends { exceptions?: { date: string }[] | undefined }>(draft: T, now: Date): T {
  const [first, last] = [-8, 9].map((days) =>
    new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10),
  ) as [string, string];
  return { ...draft, exceptions: draft.exceptions?.filter(({ date }) => date >= first && date <= last) };
}
