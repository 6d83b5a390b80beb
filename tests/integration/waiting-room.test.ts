import { beforeEach, describe, expect, it } from "vitest";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import { rescheduleAppointment } from "@/lib/domain/appointments/reschedule-appointment";
import { undoStep } from "@/lib/domain/appointments/undo-step";
import { callNext } from "@/lib/domain/waiting-room/call-next";
import { callPatient } from "@/lib/domain/waiting-room/call-patient";
import { listQueues } from "@/lib/domain/waiting-room/list-queues";
import { missCall } from "@/lib/domain/waiting-room/miss-call";
import { findPlaceInLine } from "@/lib/domain/waiting-room/queries";
import { recallPatient } from "@/lib/domain/waiting-room/recall-patient";
import { setPriority } from "@/lib/domain/waiting-room/set-priority";
import { setRoom } from "@/lib/domain/waiting-room/set-room";
import { db } from "@/lib/platform/db/db";
import { actorOf, newDoctor, newPatient, newStaff } from "@/tests/support/actors";
import { createAffiliation, createAppointment, createHospital } from "@/tests/support/factories";
import { atTime } from "@/tests/support/at-time";
import { zoneAt } from "@/tests/support/morning";
import { outcome } from "@/tests/support/outcome";
import { walkIn } from "./front-desk-walk-ins-harness";
import { checkIn, comes, createRoom, line, queueOf, waits, type Room } from "./waiting-room-harness";

let room: Room;
beforeEach(async () => {
  room = await createRoom();
});

describe("a number", () => {
  it("is given at check-in, and stays when the check-in is undone and made again", async () => {
    const [one, two] = [await waits(room, 0), await waits(room, 15)];
    await undoStep(room.desk, one.id);
    expect(await findPlaceInLine(room.desk, one.id, new Date())).toBeNull();
    await waits(room, 30);
    await checkIn(room.desk, one.id);
    expect(await line(room)).toEqual(["A1", "A2", "A3"]);
    expect((await findPlaceInLine(room.desk, two.id, new Date()))?.number).toBe("A2");
  });

  it("is another one on the day to which an appointment was moved meanwhile", async () => {
    const one = await waits(room, 0);
    await setPriority(room.desk, { appointmentId: one.id, reason: "PAIN" });
    await undoStep(room.desk, one.id);
    const day = new Date(Math.ceil(Date.now() / 900_000) * 900_000 + 3 * 86_400_000);
    await rescheduleAppointment(room.desk, one.id, { start: day.toISOString() });
    expect(await outcome(checkIn(room.desk, one.id)), "not days ahead").toBe("invalid-transition");
    await atTime(day, () => checkIn(room.desk, one.id));
    await waits(room, 15);
    const queues = await db.waitingQueue.findMany({
      where: { doctorId: room.doctor.doctorId },
      orderBy: { day: "asc" },
    });
    expect(queues.map(({ lastNumber }) => lastNumber)).toEqual([2, 1]);
    const ticket = await db.queueTicket.findUnique({ where: { appointmentId: one.id } });
    expect(ticket, "no one goes first for what was urgent on another day").toMatchObject({ priority: null });
  });

  it("has the letter of its doctor's queue, of walk-ins and appointments alike; video appointments have none", async () => {
    await waits(room, 30);
    const colleague = await newDoctor({ hospitalId: room.hospitalId, schedule: null });
    const other = { ...room, doctor: colleague };
    await waits(other, 0);
    await walkIn({ ...room, doctor: room.doctor }, { doctorId: room.doctor.doctorId });
    expect([await line(room), await line(other)]).toEqual([["A2", "A1"], ["B1"]]);
    const { doctorId } = colleague;
    const video = await createAppointment(
      { doctorId, patientId: (await newPatient()).patient.id },
      { hospitalId: room.hospitalId, mode: "VIDEO", startsAt: new Date(Date.now() + 3_600_000) },
    );
    await checkIn(room.desk, video.id);
    expect(await db.queueTicket.count({ where: { appointmentId: video.id } })).toBe(0);
  });
});

describe("the line", () => {
  it("calls whose turn it is, the urgent first, and lets those who missed a call come again", async () => {
    const [early, due, urgent] = [await waits(room, 30), await waits(room, -5), await waits(room, 45)];
    await setPriority(room.desk, { appointmentId: urgent.id, reason: "PAIN" });
    expect(await line(room)).toEqual(["A3", "A2", "A1"]);
    const id = await queueOf(room);
    expect((await callNext(room.desk, id)).number).toBe("A3");
    expect(await line(room)).toEqual(["A3 CALLED", "A2", "A1"]);
    await missCall(room.doctor.actor, urgent.id);
    expect(await line(room)).toEqual(["A2", "A1", "A3"]);
    for (const one of [due, early]) {
      expect((await callNext(room.desk, id)).appointmentId).toBe(one.id);
      await changeStatus(room.doctor.actor, one.id, { status: "IN_PROGRESS" });
    }
    expect((await callNext(room.desk, id)).number).toBe("A3");
    await missCall(room.desk, urgent.id);
    expect(await line(room)).toEqual(["A3 SET_ASIDE"]);
    expect(await outcome(callNext(room.desk, id))).toBe("invalid-transition");
    await recallPatient(room.desk, urgent.id);
    expect(await line(room)).toEqual(["A3"]);
    expect((await callNext(room.desk, id)).state).toBe("CALLED");
  });

  it("counts a repeated call once towards the turn of those who missed theirs", async () => {
    const [missed, second] = [await waits(room, 0), await waits(room, 15)];
    await waits(room, 30);
    const id = await queueOf(room);
    await callNext(room.desk, id);
    await missCall(room.desk, missed.id);
    await callNext(room.desk, id);
    await callPatient(room.desk, second.id);
    expect(await line(room)).toEqual(["A2 CALLED", "A3", "A1"]);
  });

  it("leaves out those who have left, and brings them back with their number when that is undone", async () => {
    const [one] = [await waits(room, 0), await waits(room, 15)];
    await changeStatus(room.desk, one.id, { status: "LEFT" });
    expect(await line(room)).toEqual(["A2"]);
    expect((await findPlaceInLine(room.desk, one.id, new Date()))?.state).toBe("OVER");
    await undoStep(room.desk, one.id);
    expect(await line(room)).toEqual(["A1", "A2"]);
  });

  it("takes no step twice, and none for someone who doesn't wait", async () => {
    const [one, two] = [await waits(room, 0), await comes(room, 15)];
    expect(await outcome(missCall(room.desk, one.id))).toBe("invalid-transition");
    expect(await outcome(recallPatient(room.desk, one.id))).toBe("invalid-transition");
    await callPatient(room.desk, one.id);
    await missCall(room.desk, one.id);
    expect(await outcome(missCall(room.desk, one.id))).toBe("invalid-transition");
    expect(await outcome(callPatient(room.desk, two.id))).toBe("not-found");
    await changeStatus(room.doctor.actor, one.id, { status: "IN_PROGRESS" });
    expect(await outcome(callPatient(room.desk, one.id))).toBe("invalid-transition");
  });
});

describe("who sees and runs it", () => {
  it("shows tomorrow's queue to the desk as soon as someone waits in it, as before midnight", async () => {
    const late = await createRoom({ timeZone: zoneAt(20) });
    await waits(late, 11 * 60);
    const id = await queueOf(late);
    expect((await listQueues(late.desk, { limit: 10 }, new Date())).items).toMatchObject([{ id, waiting: 1 }]);
  });

  it("is the doctor, the front desk, and for their own place in line the patient", async () => {
    const [first, one] = [await waits(room, 0), await waits(room, 15)];
    const id = await queueOf(room);
    const [stranger, elsewhere] = [await newDoctor(), await newStaff((await createHospital()).id)];
    const patient = await actorOf(one.user);
    for (const actor of [stranger.actor, elsewhere.actor, patient]) {
      expect(await outcome(callNext(actor, id))).toBe("not-found");
      expect(await outcome(setPriority(actor, { appointmentId: one.id, reason: "CHILD" }))).toBe("not-found");
      expect((await listQueues(actor, { limit: 10 }, new Date())).items).toEqual([]);
    }
    const place = await findPlaceInLine(patient, one.id, new Date());
    expect(place).toMatchObject({ number: "A2", state: "WAITING", ahead: 1 });
    expect(await outcome(findPlaceInLine(patient, first.id, new Date()))).toBe("not-found");
    expect((await listQueues(room.desk, { limit: 10 }, new Date())).items).toMatchObject([
      { id, letter: "A", waiting: 2 },
    ]);
  });

  it("sends events to the desk, the doctor and everyone waiting", async () => {
    const [one, two] = [await waits(room, 0), await waits(room, 15)];
    await callNext(room.desk, await queueOf(room));
    const [event] = await db.domainEvent.findMany({
      where: { type: "queue.called", aggregateId: await queueOf(room) },
    });
    expect([...(event?.audience ?? [])].sort()).toEqual(
      [
        `doctor:${room.doctor.doctorId}`,
        `hospital:${room.hospitalId}`,
        `patient:${one.patientId}`,
        `patient:${two.patientId}`,
      ].sort(),
    );
    expect(JSON.stringify(event?.refs)).not.toContain(one.patientId);
  });
});

describe("the room of a doctor", () => {
  it("is said by the doctor or the desk, of a place where the doctor works", async () => {
    const { doctorId, actor } = room.doctor;
    const { hospitalId } = room;
    expect((await setRoom(room.desk, { doctorId, hospitalId, room: "Room 3" })).room).toBe("Room 3");
    expect((await setRoom(actor, { doctorId, hospitalId, room: "Room 4" })).room).toBe("Room 4");
    const one = await waits(room, 0);
    expect((await findPlaceInLine(await actorOf(one.user), one.id, new Date()))?.room).toBe("Room 4");
    expect((await setRoom(actor, { doctorId, room: "At home" })).hospitalId).toBeNull();
    const elsewhere = await createHospital();
    await createAffiliation(doctorId, elsewhere.id, { status: "ENDED", endedAt: new Date() });
    const there = { doctorId, hospitalId: elsewhere.id, room: "Room 1" };
    expect(await outcome(setRoom(actor, there))).toBe("not-found");
    expect(await outcome(setRoom(room.desk, { doctorId, room: "Room 1" }))).toBe("not-found");
  });
});
