import { scheduleInputSchema, type ScheduleDraft } from "@/lib/domain/schedules/schema";
import { createAppointment, createPatient } from "../support/factories";

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7] as const;

/** 9 to 17 UTC on every day, as the factory's schedule, by default. */
export function hours(over: Partial<ScheduleDraft> & { from?: string; to?: string } = {}) {
  const { from = "09:00", to = "17:00", ...rest } = over;
  const rules = EVERY_DAY.map((weekday) => ({ weekday, start: from, end: to }));
  const plain = {
    hospitalId: null,
    timeZone: "UTC",
    slotMinutes: 30,
    minNoticeMinutes: 0,
    cancellationNoticeMinutes: 0,
    rules,
  };
  return scheduleInputSchema.parse({ ...plain, ...rest });
}

/** A new patient's visit in these hours. */
export async function newVisit(doctor: { doctorId: string; scheduleId: string }, startsAt: Date, over = {}) {
  const { patient } = await createPatient();
  return createAppointment(
    { doctorId: doctor.doctorId, patientId: patient.id },
    { startsAt, scheduleId: doctor.scheduleId, ...over },
  );
}
