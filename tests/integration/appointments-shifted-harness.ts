import { promisedOffset } from "@/lib/domain/appointments/rules-shift";
import { db } from "@/lib/platform/db/db";
import { actorOf } from "../support/actors";
import { createAppointment, createDoctor, createPatient } from "../support/factories";

export const ZONE = "Europe/Berlin";
export const stored = (id: string) =>
  db.appointment.findUniqueOrThrow({
    where: { id },
    select: { promisedOffsetMinutes: true, version: true, startsAt: true },
  });

/** A doctor of this hospital with hours all day, and visits booked while the clock was thought to run `shiftMinutes` otherwise. */
export async function practice(hospitalId: string) {
  const rules = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: "00:00", end: "24:00" }));
  const own = await createDoctor({
    hospitalId,
    over: { timeZone: ZONE },
    schedule: { timeZone: ZONE, rules },
  });
  const patient = await createPatient();
  const visit = async (
    start: Date,
    shiftMinutes: number | null,
    over: Parameters<typeof createAppointment>[1] = {},
  ) => {
    const promised = shiftMinutes === null ? null : promisedOffset(start, ZONE) + shiftMinutes;
    const place = { hospitalId, scheduleId: own.schedule!.id };
    return createAppointment(
      { doctorId: own.doctor.id, patientId: patient.patient.id },
      { ...place, startsAt: start, promisedOffsetMinutes: promised, ...over },
    );
  };
  return { ...own, patient: { ...patient, actor: await actorOf(patient.user) }, actor: await actorOf(own.user), visit };
}
