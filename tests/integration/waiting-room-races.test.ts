import { beforeEach, describe, expect, it } from "vitest";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import { callNext } from "@/lib/domain/waiting-room/call-next";
import { getQueue } from "@/lib/domain/waiting-room/queries";
import { setRoom } from "@/lib/domain/waiting-room/set-room";
import { db } from "@/lib/platform/db/db";
import { newDoctor } from "@/tests/support/actors";
import { codeOf, outcome } from "@/tests/support/outcome";
import { checkIn, comes, createRoom, queueOf, waits, type Room } from "./waiting-room-harness";

const MANY = 25;
const times = <T>(count: number, make: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));
const oneToMany = Array.from({ length: MANY }, (_, index) => index + 1);

let room: Room;
beforeEach(async () => {
  room = await createRoom();
});

/** Five at a time, because each opens connections. */
async function comesMany(make: typeof comes, count: number) {
  const made = [];
  for (let index = 0; index < count; index++) made.push(await make(room, index * 15 - 60));
  return made;
}

describe("twenty-five check-ins at once", () => {
  it("get the numbers from 1 to 25, without a gap and none twice", async () => {
    const visits = await comesMany(comes, MANY);
    await Promise.all(visits.map(({ id }) => checkIn(room.desk, id)));
    const rows = await db.queueTicket.findMany({ where: { queueId: await queueOf(room) }, orderBy: { number: "asc" } });
    expect(rows.map(({ number }) => number)).toEqual(oneToMany);
  });

  it("of as many doctors begin as many queues, with a letter each", async () => {
    const doctors = [];
    for (let index = 0; index < 10; index++)
      doctors.push(await newDoctor({ hospitalId: room.hospitalId, schedule: null }));
    const { hospitalId } = room;
    await Promise.all(doctors.map(({ doctorId }) => setRoom(room.desk, { doctorId, hospitalId, room: "Room" })));
    const rows = await db.waitingQueue.findMany({ where: { hospitalId }, orderBy: { letter: "asc" } });
    expect(rows.map(({ letter }) => letter)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});

describe("two desks that call next at once", () => {
  it("call each person exactly once", async () => {
    await comesMany(waits, MANY);
    const id = await queueOf(room);
    const desks = [room.desk, room.manager, room.doctor.actor];
    const called = await times(MANY, (index) => callNext(desks[index % desks.length]!, id));
    expect(called.map(({ number }) => Number(number.slice(1))).sort((a, b) => a - b)).toEqual(oneToMany);
    expect((await getQueue(room.desk, id, new Date())).tickets.every(({ state }) => state === "CALLED")).toBe(true);
    expect(await outcome(callNext(room.desk, id))).toBe("invalid-transition");
    expect((await db.waitingQueue.findUniqueOrThrow({ where: { id } })).calls).toBe(MANY);
  });

  it("that have read the same version call one person, and the others get an error", async () => {
    await comesMany(waits, 3);
    const id = await queueOf(room);
    const { version } = await getQueue(room.desk, id, new Date());
    const outcomes = await times(MANY, () => outcome(callNext(room.desk, id, version)));
    expect([outcomes.filter((one) => one === "ok").length, new Set(outcomes)]).toEqual([
      1,
      new Set(["ok", "version-mismatch"]),
    ]);
  });

  it("never call someone who leaves at that moment", async () => {
    const visits = await comesMany(waits, 10);
    const id = await queueOf(room);
    const left = visits.slice(0, 5);
    const results = await Promise.all([
      ...left.map((visit) => changeStatus(room.desk, visit.id, { status: "LEFT" })),
      ...visits.map(() => callNext(room.desk, id).catch(codeOf)),
    ]);
    expect(results).toHaveLength(15);
    const rows = await db.queueTicket.findMany({
      where: { queueId: id },
      select: { calledAt: true, appointment: { select: { status: true, endedAt: true } } },
    });
    const stay = rows.filter(({ appointment }) => appointment.status === "CHECKED_IN");
    expect([stay.length, stay.every(({ calledAt }) => calledAt !== null)]).toEqual([5, true]);
    const { calls } = await db.waitingQueue.findUniqueOrThrow({ where: { id } });
    expect(calls).toBe(rows.filter(({ calledAt }) => calledAt !== null).length);
  });
});
