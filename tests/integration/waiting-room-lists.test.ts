import { beforeEach, describe, expect, it } from "vitest";
import { listQueues } from "@/lib/domain/waiting-room/list-queues";
import { setRoom } from "@/lib/domain/waiting-room/set-room";
import { db } from "@/lib/platform/db/db";
import { newDoctor } from "@/tests/support/actors";
import { createRoom, type Room } from "./waiting-room-harness";

let room: Room;
beforeEach(async () => {
  room = await createRoom();
});

const place = ({ doctor, hospitalId }: Room) => ({ doctorId: doctor.doctorId, hospitalId });

describe("the list of queues", () => {
  it("goes on where it was when the last queue of a page has gone", async () => {
    const rooms = [room];
    for (let more = 0; more < 2; more++)
      rooms.push({ ...room, doctor: await newDoctor({ hospitalId: room.hospitalId, schedule: null }) });
    for (const one of rooms) await setRoom(room.desk, { ...place(one), room: "Room 1" });
    const page = (cursor?: string) => listQueues(room.desk, { limit: 1, ...(cursor && { cursor }) }, new Date());
    const first = await page();
    expect(first.items).toMatchObject([{ letter: "A" }]);
    const second = await page(first.nextCursor ?? "");
    expect(second.items).toMatchObject([{ letter: "B" }]);
    await db.waitingQueue.update({ where: { id: second.items[0]?.id ?? "" }, data: { day: new Date("2027-01-04") } });
    expect(await page(second.nextCursor ?? "")).toMatchObject({ items: [{ letter: "C" }], nextCursor: null });
  });

  it("has a doctor’s own practice after the hospitals", async () => {
    const { actor, doctorId } = room.doctor;
    await setRoom(actor, { doctorId, room: "At home" });
    await setRoom(actor, { ...place(room), room: "Room 1" });
    const first = await listQueues(actor, { limit: 1 }, new Date());
    const second = await listQueues(actor, { limit: 1, cursor: first.nextCursor ?? "" }, new Date());
    const places = [...first.items, ...second.items].map(({ hospitalId }) => hospitalId);
    expect(places).toEqual([room.hospitalId, null]);
    expect(second.nextCursor).toBeNull();
  });
});
