import { awayInput } from "@/lib/domain/disruptions/schema";
import { db } from "@/lib/platform/db/db";
import { newDoctor, newPatient, newStaff } from "../support/actors";
import { createAppointment, createDoctor, createHospital, createSpecialty, inDays } from "../support/factories";

export const dateIn = (days: number) => inDays(days, "00:00").toISOString().slice(0, 10);
/** Time enough for the patients to be told. */
export const afterwards = () => new Date(Date.now() + 3 * 60_000);

/** A hospital with its desk, and a doctor of a specialty who works there from 9 to 17 UTC. */
export async function newPractice() {
  const hospital = await createHospital();
  const specialty = await createSpecialty();
  const doctor = await newDoctor({ hospitalId: hospital.id });
  await db.doctorSpecialty.create({ data: { doctorId: doctor.doctorId, specialtyId: specialty.id } });
  const { actor: desk } = await newStaff(hospital.id, "COORDINATOR");
  return { hospitalId: hospital.id, specialtyId: specialty.id, doctor, desk };
}
export type Practice = Awaited<ReturnType<typeof newPractice>>;

/** Another doctor of the same specialty there, or of another one. */
export async function newColleague({ hospitalId, specialtyId }: Practice, isSameSpecialty = true) {
  const { doctor } = await createDoctor({ hospitalId });
  const id = isSameSpecialty ? specialtyId : (await createSpecialty()).id;
  await db.doctorSpecialty.create({ data: { doctorId: doctor.id, specialtyId: id } });
  return doctor;
}

/** Someone's appointment with the doctor at the hospital. `reach`: how they can be told. */
export async function visitAt(
  { doctor, hospitalId }: Practice,
  startsAt: Date,
  reach: "account" | "phone" | "none" = "account",
) {
  const made = await newPatient();
  const phone = reach === "phone" ? "+493012345678" : null;
  const patient =
    reach === "account" ? made.patient : await db.patient.create({ data: { name: "Written Down", phone } });
  const { id } = await createAppointment(
    { doctorId: doctor.doctorId, patientId: patient.id },
    { startsAt, hospitalId, scheduleId: doctor.scheduleId },
  );
  return { id, patientId: patient.id, actor: made.actor };
}

/** The doctor is away for one day. */
export const awayOn = ({ doctor, hospitalId }: Practice, days: number, over: object = {}) =>
  awayInput.parse({ doctorId: doctor.doctorId, hospitalId, from: dateIn(days), to: dateIn(days), ...over });
