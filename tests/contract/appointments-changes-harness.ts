import {
  createAppointment,
  createDoctor,
  createHospital,
  createPatient,
  createStaff,
  inDays,
} from "../support/factories";
import { actorOf } from "@/tests/support/actors";
import { writeReason } from "@/tests/support/texts";
import { bearerOf, call, type Handler } from "./appointments-harness";

async function setting(startsAt: Date) {
  const hospital = await createHospital();
  const [doctor, patient, stranger, staff] = [
    await createDoctor({ hospitalId: hospital.id }),
    await createPatient(),
    await createPatient(),
    await createStaff(hospital.id, "COORDINATOR"),
  ];
  const of = { doctorId: doctor.doctor.id, patientId: patient.patient.id };
  const visit = await createAppointment(of, {
    startsAt,
    hospitalId: hospital.id,
    scheduleId: doctor.schedule?.id ?? null,
  });
  await writeReason(await actorOf(patient.user), visit.id, "A private matter");
  const headers = {
    doctor: await bearerOf(doctor.user),
    patient: await bearerOf(patient.user),
    stranger: await bearerOf(stranger.user),
    staff: await bearerOf(staff.user),
  };
  return { hospital, doctor, patient, visit, headers };
}

export type Who = "doctor" | "patient" | "stranger" | "staff";

/** `openVisit` sets it. */
export let set: Awaited<ReturnType<typeof setting>>;

/** Call it in beforeEach: a visit at a hospital, with its doctor, its patient, a stranger and the front desk. */
export async function openVisit() {
  set = await setting(inDays(2, "10:00"));
}

/** The same in two hours, when the desk can check the patient in. */
export async function openVisitToday() {
  set = await setting(new Date(Date.now() + 2 * 3_600_000));
}

/** Makes a function that sends requests to one of the visit's routes. */
export const send =
  (handler: Handler, method: string) =>
  (who: Who, body: unknown, headers: Record<string, string> = {}, id: string = set.visit.id) =>
    call(handler, { method, body, headers: { ...set.headers[who], ...headers }, params: { id } });
