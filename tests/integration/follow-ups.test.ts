import { beforeAll, describe, expect, it } from "vitest";
import { bookAppointment } from "@/lib/domain/appointments/book-appointment";
import { listFollowUps } from "@/lib/domain/appointments/list-doctor-visits";
import { db } from "@/lib/platform/db/db";
import { newDoctor, newPatient } from "@/tests/support/actors";
import { createAppointment, inDays } from "@/tests/support/factories";

let doctor: Awaited<ReturnType<typeof newDoctor>>;
let daysAgo = 0;

beforeAll(async () => {
  doctor = await newDoctor();
  await db.schedule.update({ where: { id: doctor.scheduleId }, data: { autoConfirm: false } });
});

/** A visit that took place, on another day for each test. */
async function visitOf(patientId: string) {
  daysAgo += 1;
  const [startsAt, endsAt] = [inDays(-daysAgo), inDays(-daysAgo, "10:30")];
  return createAppointment({ doctorId: doctor.doctorId, patientId }, { status: "COMPLETED", startsAt, endsAt });
}
const booked = (
  patientId: string,
  days: number,
  status: "CONFIRMED" | "PENDING" | "CANCELLED",
  doctorId = doctor.doctorId,
) => createAppointment({ doctorId, patientId }, { status, startsAt: inDays(days), endsAt: inDays(days, "10:30") });

describe("the follow-ups of a visit", () => {
  it("are the patient's upcoming appointments with this doctor, the next first", async () => {
    const [{ patient }, stranger, colleague] = [await newPatient(), await newPatient(), await newDoctor()];
    const visit = await visitOf(patient.id);
    const later = await booked(patient.id, 30, "CONFIRMED");
    const asked = await booked(patient.id, 20, "PENDING");
    await booked(patient.id, 21, "CANCELLED");
    await booked(patient.id, 22, "CONFIRMED", colleague.doctorId);
    await booked(stranger.patient.id, 23, "CONFIRMED");
    const ids = async (now: Date) => (await listFollowUps(doctor.actor, visit, now)).map(({ id }) => id);
    expect(await ids(new Date())).toEqual([asked.id, later.id]);
    expect(await ids(inDays(25))).toEqual([later.id]);
    expect((await listFollowUps(doctor.actor, later, new Date())).map(({ id }) => id)).toEqual([]);
    expect(await listFollowUps(colleague.actor, visit, new Date())).toEqual([]);
  });

  it("are confirmed at once when the doctor books them, and the patient is notified", async () => {
    const { patient } = await newPatient();
    const visit = await visitOf(patient.id);
    const start = inDays(40).toISOString();
    const row = await bookAppointment(doctor.actor, { doctorId: doctor.doctorId, patientId: patient.id, start });
    expect(row.status).toBe("CONFIRMED");
    expect((await listFollowUps(doctor.actor, visit, new Date())).map(({ id }) => id)).toEqual([row.id]);
    const event = await db.domainEvent.findFirstOrThrow({ where: { aggregateId: row.id } });
    expect(event.type).toBe("appointment.booked");
    expect(event.audience).toContain(`patient:${patient.id}`);
    const { position } = event;
    expect(await db.eventDelivery.count({ where: { position, sink: "notifications" } })).toBe(1);
  });

  it("need no call: a patient without an account hears of them in the room", async () => {
    const { id: patientId } = await db.patient.create({
      data: { name: "Noor Without Account", phone: "+49 30 5550123" },
    });
    await visitOf(patientId);
    const start = inDays(41).toISOString();
    const row = await bookAppointment(doctor.actor, { doctorId: doctor.doctorId, patientId, start });
    expect(await db.toCall.count({ where: { appointmentId: row.id } })).toBe(0);
  });
});
