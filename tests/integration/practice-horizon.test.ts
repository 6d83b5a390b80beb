import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor/actor";
import { bookAppointment } from "@/lib/domain/appointments/book-appointment";
import { holdSlot } from "@/lib/domain/appointments/hold-slot";
import { rescheduleAppointment } from "@/lib/domain/appointments/reschedule-appointment";
import { getAvailability } from "@/lib/domain/schedules/queries";
import { newDoctor, newPatient, newStaff } from "@/tests/support/actors";
import { createAppointment, createHospital, inDays } from "@/tests/support/factories";
import { outcome } from "@/tests/support/outcome";
import { at, refusal } from "./appointments-harness";

let hospitalId: string;
let doctor: Awaited<ReturnType<typeof newDoctor>>;
let desk: Awaited<ReturnType<typeof newStaff>>;
let elsewhere: Awaited<ReturnType<typeof newStaff>>;
let patient: Awaited<ReturnType<typeof newPatient>>;

beforeAll(async () => {
  hospitalId = (await createHospital()).id;
  doctor = await newDoctor({ hospitalId, schedule: { horizonDays: 60 } });
  desk = await newStaff(hospitalId, "COORDINATOR");
  elsewhere = await newStaff((await createHospital()).id);
  patient = await newPatient();
  // The desk knows the patient.
  await createAppointment({ doctorId: doctor.doctorId, patientId: patient.patient.id }, { hospitalId });
});

const offered = async (day: number, actor: Actor | null) => {
  const window = { from: inDays(day, "00:00").toISOString(), to: inDays(day + 1, "00:00").toISOString() };
  return (await getAvailability(doctor.doctorId, { ...window, as: "practice" }, null, actor)).slots.length;
};
const book = (actor: Actor, day: number, n = 0) =>
  outcome(bookAppointment(actor, { doctorId: doctor.doctorId, patientId: patient.patient.id, start: at(day, n) }));

describe("times beyond the booking horizon", () => {
  it("are seen by the doctor and the staff of the place, up to a year ahead, and by no one else", async () => {
    for (const { actor } of [doctor, desk])
      expect([await offered(50, actor), await offered(180, actor), await offered(368, actor)]).toEqual([16, 16, 0]);
    for (const actor of [patient.actor, elsewhere.actor, (await newDoctor()).actor, null])
      expect([await offered(50, actor), await offered(62, actor), await offered(180, actor)]).toEqual([16, 0, 0]);
  });

  it("are booked and held by the doctor and the staff of the place alone", async () => {
    expect(await book(patient.actor, 180)).toBe("slot-not-offered");
    expect(await book(elsewhere.actor, 180)).toBe("slot-not-offered");
    expect(await book(doctor.actor, 180)).toBe("ok");
    expect(await book(desk.actor, 181)).toBe("ok");
    expect(await book(doctor.actor, 368)).toBe("slot-not-offered");
    const held = (actor: Actor) =>
      outcome(holdSlot(actor, { doctorId: doctor.doctorId, patientId: patient.patient.id, start: at(182) }));
    expect([await held(patient.actor), await held(desk.actor)]).toEqual(["slot-not-offered", "ok"]);
  });

  it("are where they move appointments to, which their patient can move back but not further ahead", async () => {
    const visit = await createAppointment({ doctorId: doctor.doctorId, patientId: patient.patient.id }, { hospitalId });
    const move = (actor: Actor, day: number) => outcome(rescheduleAppointment(actor, visit.id, { start: at(day, 4) }));
    expect(await move(patient.actor, 200)).toBe("slot-not-offered");
    expect(await move(desk.actor, 200)).toBe("ok");
    expect(await move(patient.actor, 201)).toBe("slot-not-offered");
    expect(await move(doctor.actor, 201)).toBe("ok");
    expect(await move(patient.actor, 40)).toBe("ok");
  });

  it("are among the nearest ones where one was taken", async () => {
    expect(await book(doctor.actor, 190)).toBe("ok");
    const wanted = { doctorId: doctor.doctorId, patientId: patient.patient.id, start: at(190) };
    const refused = await refusal(bookAppointment(doctor.actor, wanted));
    expect(refused).toMatchObject({ code: "slot-taken", alternatives: expect.arrayContaining([expect.anything()]) });
  });

  it("at a hospital aren't opened by the doctor's horizon there to another place's staff, nor shortened for anyone", async () => {
    const far = await newDoctor({ hospitalId, schedule: { horizonDays: 700 } });
    const window = { from: inDays(600, "00:00").toISOString(), to: inDays(601, "00:00").toISOString() };
    for (const actor of [far.actor, patient.actor, null])
      expect((await getAvailability(far.doctorId, window, null, actor)).slots).toHaveLength(16);
  });
});
