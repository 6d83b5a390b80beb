import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor/actor";
import { arrive } from "@/lib/domain/arrivals/arrive";
import { findArrival } from "@/lib/domain/arrivals/find-arrival";
import { findArrivalCode } from "@/lib/domain/arrivals/queries";
import { arrivalCodeText } from "@/lib/domain/arrivals/format";
import { renewCode } from "@/lib/domain/arrivals/renew-code";
import { findPlaceInLine, getQueue } from "@/lib/domain/waiting-room/queries";
import { db } from "@/lib/platform/db/db";
import { actorOf, newPatient, newStaff } from "@/tests/support/actors";
import { createHospital } from "@/tests/support/factories";
import { outcome } from "@/tests/support/outcome";
import { checkIn, comes, createRoom, queueOf, type Room } from "./waiting-room-harness";

let room: Room;
beforeEach(async () => {
  room = await createRoom();
});

const house = () => ({ doctorId: null, hospitalId: room.hospitalId });
const post = async () => (await renewCode(room.desk, house())).code;

/** A patient with an appointment that many minutes from now. */
async function patient(minutes: number): Promise<{ id: string; actor: Actor }> {
  const { id, user } = await comes(room, minutes);
  return { id, actor: await actorOf(user) };
}

describe("the code at the entrance", () => {
  it("checks the patient in, and the desk sees that they are here", async () => {
    const [code, { id, actor }] = [await post(), await patient(20)];
    const before = await findArrival(actor, code, new Date());
    expect(before?.visits).toMatchObject([{ card: { id }, isOpen: true, place: null }]);
    await arrive(actor, { appointmentId: id, code: arrivalCodeText(code).toLowerCase() });
    expect(await findPlaceInLine(actor, id, new Date())).toMatchObject({ number: "A1", arrivedBy: "CODE" });
    const { tickets } = await getQueue(room.desk, await queueOf(room), new Date());
    expect(tickets).toMatchObject([{ number: "A1", arrivedBy: "CODE" }]);
    await arrive(actor, { appointmentId: id, code });
    expect(await db.auditEntry.count({ where: { subjectId: id, action: "appointment.arrive" } })).toBe(1);
  });

  it("marks those who checked in by phone as arrived", async () => {
    const [code, { id, actor }] = [await post(), await patient(20)];
    await checkIn(actor, id);
    expect(await findPlaceInLine(actor, id, new Date())).toMatchObject({ number: "A1", arrivedBy: "PHONE" });
    await arrive(actor, { appointmentId: id, code });
    expect(await findPlaceInLine(actor, id, new Date())).toMatchObject({ number: "A1", arrivedBy: "CODE" });
    const { id: other } = await patient(35);
    await checkIn(room.desk, other);
    expect(await findPlaceInLine(room.desk, other, new Date())).toMatchObject({ arrivedBy: "DESK" });
  });

  it("opens an hour before, and at its own place only", async () => {
    const [code, late] = [await post(), await patient(90)];
    expect((await findArrival(late.actor, code, new Date()))?.visits).toMatchObject([{ isOpen: false }]);
    expect(await outcome(arrive(late.actor, { appointmentId: late.id, code }))).toBe("invalid-transition");
    const elsewhere = await newStaff((await createHospital()).id);
    const other = await renewCode(elsewhere.actor, { doctorId: null, hospitalId: elsewhere.actor.hospitalId ?? "" });
    const { id, actor } = await patient(15);
    expect(await outcome(arrive(actor, { appointmentId: id, code: other.code }))).toBe("not-found");
    expect((await findArrival(actor, other.code, new Date()))?.visits).toEqual([]);
    const practice = await renewCode(room.doctor.actor, { doctorId: room.doctor.doctorId, hospitalId: null });
    expect(await outcome(arrive(actor, { appointmentId: id, code: practice.code }))).toBe("not-found");
  });

  it("is for people's own appointments, not for others' and not for the desk", async () => {
    const [code, { id }] = [await post(), await patient(20)];
    for (const actor of [(await newPatient()).actor, room.desk, room.doctor.actor])
      expect(await outcome(arrive(actor, { appointmentId: id, code }))).toBe("not-found");
  });

  it("is replaced: the old one stops working, and exactly one works, however many are made at once", async () => {
    const [code, { id, actor }] = [await post(), await patient(20)];
    await Promise.all(Array.from({ length: 5 }, () => post()));
    expect(await db.arrivalCode.count({ where: { ...house(), endedAt: null } })).toBe(1);
    expect(await outcome(arrive(actor, { appointmentId: id, code }))).toBe("not-found");
    expect(await findArrival(actor, code, new Date())).toBeNull();
    const now = await findArrivalCode(room.desk, house());
    expect(await outcome(arrive(actor, { appointmentId: id, code: now?.code ?? "" }))).toBe("ok");
    await expect(db.arrivalCode.create({ data: { ...house(), code: "BCDFG23456" } })).rejects.toThrow();
  });

  it("is posted by the front desk, or by a doctor for their own practice", async () => {
    for (const actor of [room.doctor.actor, (await newPatient()).actor]) {
      expect(await outcome(renewCode(actor, house()))).toBe("not-found");
      expect(await outcome(findArrivalCode(actor, house()))).toBe("not-found");
    }
  });
});
