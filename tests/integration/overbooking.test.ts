import { beforeEach, describe, expect, it } from "vitest";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import { rescheduleAppointment } from "@/lib/domain/appointments/reschedule-appointment";
import { undoStep } from "@/lib/domain/appointments/undo-step";
import { MAX_OVERBOOKED } from "@/lib/domain/queues/status";
import { overbookPatient } from "@/lib/domain/waiting-room/overbook-patient";
import { db } from "@/lib/platform/db/db";
import { newDoctor, newPatient } from "@/tests/support/actors";
import { createAppointment, createService, inDays } from "@/tests/support/factories";
import { outcome } from "@/tests/support/outcome";
import { ALWAYS } from "./front-desk-walk-ins-harness";
import { eventsOf } from "./stored-events";
import { createRoom, line, MINUTE, queueOf, waits, type Room } from "./waiting-room-harness";

let room: Room;
beforeEach(async () => {
  room = await createRoom();
});

const urgent = (over: object = {}, actor = room.desk) =>
  overbookPatient(actor, {
    doctorId: room.doctor.doctorId,
    hospitalId: room.hospitalId,
    patient: { name: "Una Urgent" },
    priority: "URGENT_SYMPTOMS",
    ...over,
  });

describe("an urgent patient on top of what is booked", () => {
  it("is checked in at a taken time, marked, and first in line, with a reason", async () => {
    await waits(room, -5);
    const row = await urgent();
    expect(row.status).toBe("CHECKED_IN");
    expect(await line(room)).toEqual(["A2", "A1"]);
    const stored = await db.appointment.findUniqueOrThrow({ where: { id: row.id }, include: { ticket: true } });
    expect(stored).toMatchObject({ isOverbooked: true, isWalkIn: true, ticket: { priority: "URGENT_SYMPTOMS" } });
    const entry = await db.auditEntry.findFirst({ where: { subjectId: row.id, action: "appointment.book" } });
    expect(entry?.details).toMatchObject({ overbooked: true });
    expect(await eventsOf(room.doctor.doctorId), "booking pages show the time no longer").toContain(
      "availability.changed",
    );
  });

  it("is added by the doctor, too, with a service they offer in person, and by no one else", async () => {
    const service = await createService();
    expect(await outcome(urgent({ serviceId: service.id }))).toBe("slot-not-offered");
    expect((await urgent({}, room.doctor.actor)).status).toBe("CHECKED_IN");
    expect(await outcome(urgent({}, (await newDoctor()).actor))).toBe("not-found");
    expect(await outcome(urgent({}, (await newPatient()).actor))).toBe("not-found");
    expect(await outcome(urgent({ hospitalId: undefined }, room.doctor.actor))).toBe("slot-not-offered");
  });

  it("is added by a doctor at their own practice, for someone they have seen", async () => {
    const own = await newDoctor({ schedule: { ...ALWAYS, timeZone: room.timeZone } });
    const at = { doctorId: own.doctorId, hospitalId: undefined, patient: undefined };
    const { patientId } = await waits(room, 60);
    expect(await outcome(urgent({ ...at, patientId }, own.actor))).toBe("not-found");
    await createAppointment({ doctorId: own.doctorId, patientId }, { status: "COMPLETED", startsAt: inDays(-3) });
    const row = await urgent({ ...at, patientId }, own.actor);
    expect(row).toMatchObject({ status: "CHECKED_IN", hospitalId: null, patientId });
    expect(await outcome(urgent({ ...at, patientId }, room.desk))).toBe("not-found");
  });

  it("is never in two places at once, and can't be someone the desk doesn't know", async () => {
    const { patientId } = await waits(room, 5);
    expect(await outcome(urgent({ patient: undefined, patientId }))).toBe("patient-busy");
    const stranger = await newPatient();
    expect(await outcome(urgent({ patient: undefined, patientId: stranger.patient.id }))).toBe("not-found");
  });

  it("is one of six a day at most, however many desks add one at once", async () => {
    const outcomes = await Promise.all(Array.from({ length: MAX_OVERBOOKED + 4 }, () => outcome(urgent())));
    expect(outcomes.filter((one) => one === "ok")).toHaveLength(MAX_OVERBOOKED);
    expect(new Set(outcomes)).toEqual(new Set(["ok", "quota-reached"]));
    const id = await queueOf(room);
    await expect(db.waitingQueue.update({ where: { id }, data: { overbooked: { increment: 1 } } })).rejects.toThrow();
    expect(await db.appointment.count({ where: { doctorId: room.doctor.doctorId, isOverbooked: true } })).toBe(6);
  });

  it("is like any other once they are rescheduled to a free time", async () => {
    const row = await urgent();
    await undoStep(room.desk, row.id);
    const day = new Date(Math.ceil(Date.now() / (15 * MINUTE)) * 15 * MINUTE + 2 * 86_400_000);
    await rescheduleAppointment(room.desk, row.id, { start: day.toISOString() });
    expect((await db.appointment.findUniqueOrThrow({ where: { id: row.id } })).isOverbooked).toBe(false);
  });
});

it("no one else may overlap: the database refuses two appointments, and an overbooked hold or request", async () => {
  const { doctorId } = room.doctor;
  const { patientId } = await waits(room, 0);
  const startsAt = new Date(Date.now() + MINUTE);
  const someone = (await newPatient()).patient.id;
  await expect(createAppointment({ doctorId, patientId: someone }, { startsAt })).rejects.toThrow();
  await expect(
    createAppointment({ doctorId, patientId: someone }, { startsAt, status: "PENDING", isOverbooked: true }),
  ).rejects.toThrow();
  await expect(createAppointment({ doctorId, patientId }, { startsAt, isOverbooked: true })).rejects.toThrow();
  const added = await createAppointment({ doctorId, patientId: someone }, { startsAt, isOverbooked: true });
  await changeStatus(room.doctor.actor, added.id, { status: "IN_PROGRESS" });
});
