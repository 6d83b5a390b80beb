import { changeStatus } from "@/lib/domain/appointments/change-status";
import { joinWaitlist } from "@/lib/domain/waitlist/join-waitlist";
import { joinInput } from "@/lib/domain/waitlist/schema";
import { db } from "@/lib/platform/db/db";
import { newDoctor, newPatient } from "../support/actors";
import { createAppointment, inDays } from "../support/factories";

type Person = Awaited<ReturnType<typeof newPatient>>;

/** The only time of a day. */
export const timeOn = (day: number) => inDays(day, "09:00");

/**
 * A doctor with one time a day, at nine, and someone's visit in each of them: nothing is open until one is cancelled.
 */
export async function newFullDoctor(options: { days?: number; hospitalId?: string } = {}) {
  const { days = 6, hospitalId } = options;
  const rules = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: "09:00", end: "09:30" }));
  const doctor = await newDoctor({ ...(hospitalId ? { hospitalId } : {}), schedule: { rules, horizonDays: days + 1 } });
  const { patient } = await newPatient();
  const place = { hospitalId: hospitalId ?? null, scheduleId: doctor.scheduleId };
  const of = { doctorId: doctor.doctorId, patientId: patient.id };
  const visits: string[] = [];
  for (let day = 0; day <= days + 1; day++)
    visits.push((await createAppointment(of, { ...place, startsAt: timeOn(day), endsAt: inDays(day, "09:30") })).id);
  return {
    ...doctor,
    /** Cancels the visit of a day: its time is open. */
    free: (day: number) => changeStatus(doctor.actor, visits[day]!, { status: "CANCELLED", reason: "Test" }),
    /** Gives the time of a day to a patient. */
    give: async (person: Person, day: number) => {
      await changeStatus(doctor.actor, visits[day]!, { status: "CANCELLED", reason: "Test" });
      const over = { ...place, startsAt: timeOn(day), endsAt: inDays(day, "09:30") };
      const visit = await createAppointment({ doctorId: doctor.doctorId, patientId: person.patient.id }, over);
      return (visits[day] = visit.id);
    },
  };
}

/** Puts a person on a doctor's waitlist. */
export function wait(person: Person, doctorId: string, more: Record<string, unknown> = {}) {
  return joinWaitlist(person.actor, joinInput.parse({ doctorId, patientId: person.patient.id, ...more }));
}

/** People who wait for a doctor, in the order of joining. */
export async function waiting(count: number, doctorId: string) {
  const people: Person[] = [];
  for (let n = 0; n < count; n++) {
    const person = await newPatient();
    await wait(person, doctorId);
    people.push(person);
  }
  return people;
}

/** The open offers of a doctor: whose, and on which day. */
export async function openOffersOf({ doctorId }: { doctorId: string }) {
  const rows = await db.waitlistOffer.findMany({
    where: { doctorId, status: "OPEN" },
    orderBy: { startsAt: "asc" },
  });
  return rows.map(({ id, patientId, startsAt, holdId, expiresAt }) => ({ id, patientId, startsAt, holdId, expiresAt }));
}
