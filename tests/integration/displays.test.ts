import { beforeEach, describe, expect, it } from "vitest";
import { addDisplay } from "@/lib/domain/displays/add-display";
import { endDisplay } from "@/lib/domain/displays/end-display";
import { loadBoard } from "@/lib/domain/displays/load-board";
import { findOpenDisplay, listDisplays } from "@/lib/domain/displays/queries";
import { MOST_DISPLAYS } from "@/lib/domain/displays/status";
import { authorizeChannel } from "@/lib/domain/notifications/authorize-channel";
import { hasMissedEvents } from "@/lib/domain/notifications/has-missed-events";
import { callNext } from "@/lib/domain/waiting-room/call-next";
import { setRoom } from "@/lib/domain/waiting-room/set-room";
import { db } from "@/lib/platform/db/db";
import { newDoctor, newPatient, newStaff } from "@/tests/support/actors";
import { createHospital } from "@/tests/support/factories";
import { outcome } from "@/tests/support/outcome";
import { createRoom, queueOf, waits, type Room } from "./waiting-room-harness";

let room: Room;
beforeEach(async () => {
  room = await createRoom();
});

const WANTED = { name: "Second floor", doctorIds: [] as string[], speaks: false };
const house = () => ({ doctorId: null, hospitalId: room.hospitalId });
const practice = () => ({ doctorId: room.doctor.doctorId, hospitalId: null });
const secretIn = (url: string) => url.split("#")[1] ?? "";

/** A screen on the wall, and the secret in its address. */
async function hang(over: Partial<typeof WANTED> = {}) {
  const { id, url } = await addDisplay(room.desk, house(), { ...WANTED, ...over });
  return { id, secret: secretIn(url) };
}

async function shows(secret: string) {
  const display = await findOpenDisplay(secret);
  return display && loadBoard(display, new Date());
}

/** The screens that heard the latest event of a type about this queue. */
async function heardBy(type: string, queueId: string): Promise<string[]> {
  const event = await db.domainEvent.findFirst({
    where: { type, aggregateId: queueId },
    orderBy: { sequence: "desc" },
  });
  return (event?.audience ?? []).filter((one) => one.startsWith("display:"));
}

describe("a screen on the wall", () => {
  it("shows who is called and where to go, and who is next, without a name", async () => {
    for (let index = 0; index < 7; index++) await waits(room, index * 15 - 60);
    await setRoom(room.desk, { doctorId: room.doctor.doctorId, hospitalId: room.hospitalId, room: "Room 3" });
    await callNext(room.desk, await queueOf(room));
    const board = await shows((await hang()).secret);
    expect(board?.queues).toMatchObject([
      { letter: "A", room: "Room 3", called: [{ number: "A1" }], next: ["A2", "A3", "A4", "A5"], more: 2 },
    ]);
    const names = await db.patient.findMany({ select: { name: true }, take: 1_000 });
    for (const { name } of names) expect(JSON.stringify(board)).not.toContain(name);
  });

  it("is opened by its address alone, of which only a hash is kept, until it is ended", async () => {
    const { id, secret } = await hang();
    expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(JSON.stringify(await db.waitingDisplay.findMany({ where: { id } }))).not.toContain(secret);
    for (const wrong of [undefined, "", `${secret.slice(0, -1)}!`, "a".repeat(43)])
      expect(await findOpenDisplay(wrong)).toBeNull();
    expect((await findOpenDisplay(secret))?.id).toBe(id);
    await endDisplay(room.manager, id);
    expect(await findOpenDisplay(secret)).toBeNull();
    expect(await outcome(endDisplay(room.manager, id))).toBe("not-found");
  });

  it("shows chosen queues of its place, and never those of another", async () => {
    const colleague = await newDoctor({ hospitalId: room.hospitalId, schedule: null });
    await waits(room, 0);
    await waits({ ...room, doctor: colleague }, 0);
    const [all, one] = [await hang(), await hang({ doctorIds: [colleague.doctorId] })];
    const letters = async (secret: string) => (await shows(secret))?.queues.map(({ letter }) => letter);
    expect([await letters(all.secret), await letters(one.secret)]).toEqual([["A", "B"], ["B"]]);
    const { url } = await addDisplay(room.doctor.actor, practice(), WANTED);
    expect(await letters(secretIn(url))).toEqual([]);
    const stranger = (await newDoctor()).doctorId;
    expect(await outcome(addDisplay(room.desk, house(), { ...WANTED, doctorIds: [stranger] }))).toBe("invalid");
  });

  it("hears of its queues by events until it is ended", async () => {
    const colleague = await newDoctor({ hospitalId: room.hospitalId, schedule: null });
    const [all, other] = [await hang(), await hang({ doctorIds: [colleague.doctorId] })];
    await waits(room, 0);
    const id = await queueOf(room);
    expect(await heardBy("queue.moved", id)).toEqual([`display:${all.id}`]);
    const key = (await findOpenDisplay(all.secret))?.channelKey ?? "";
    const join = (channel: string, secret: string) =>
      outcome(authorizeChannel(null, { socket_id: "1.2", channel_name: channel, key: secret }, Date.now()));
    expect(await join(`private-display-${all.id}`, key)).toBe("ok");
    expect(await join(`private-display-${other.id}`, key)).toBe("not-found");
    expect(await join(`private-hospital-${room.hospitalId}`, key)).toBe("not-found");
    expect(await join(`private-display-${all.id}`, all.secret)).toBe("not-found");
    const asks = (...screens: { id: string }[]) =>
      outcome(hasMissedEvents(null, { since: "", channels: screens.map((one) => `private-display-${one.id}`), key }));
    expect([await asks(all), await asks(other), await asks(all, other)]).toEqual(["ok", "not-found", "not-found"]);
    await endDisplay(room.desk, all.id);
    expect(await asks(all)).toBe("not-found");
    expect(await join(`private-display-${all.id}`, key)).toBe("not-found");
    await callNext(room.desk, id);
    expect(await heardBy("queue.called", id)).toEqual([]);
  });
});

describe("who keeps screens", () => {
  it("is the front desk for a hospital, and a doctor for their own practice", async () => {
    const { id } = await hang();
    const elsewhere = await newStaff((await createHospital()).id);
    for (const actor of [elsewhere.actor, room.doctor.actor, (await newPatient()).actor]) {
      expect(await outcome(addDisplay(actor, house(), WANTED))).toBe("not-found");
      expect(await outcome(listDisplays(actor, house(), { limit: 10 }))).toBe("not-found");
      expect(await outcome(endDisplay(actor, id))).toBe("not-found");
    }
    expect(await outcome(addDisplay(room.desk, practice(), WANTED))).toBe("not-found");
    expect((await listDisplays(room.desk, house(), { limit: 10 })).items).toMatchObject([{ id, name: "Second floor" }]);
  });

  it("adds a few, however many are added at once", async () => {
    const outcomes = await Promise.all(Array.from({ length: MOST_DISPLAYS + 3 }, () => outcome(hang())));
    expect(outcomes.filter((one) => one === "ok")).toHaveLength(MOST_DISPLAYS);
    expect(new Set(outcomes)).toEqual(new Set(["ok", "quota-reached"]));
  });

  it("can only end a screen: the database refuses any other change", async () => {
    const { id } = await hang();
    await expect(db.waitingDisplay.update({ where: { id }, data: { name: "Another" } })).rejects.toThrow();
    await expect(db.waitingDisplay.delete({ where: { id } })).rejects.toThrow();
  });
});
