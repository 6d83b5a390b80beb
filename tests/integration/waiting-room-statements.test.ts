import pg from "pg";
import { beforeEach, expect, it, vi } from "vitest";
import { loadBoard as loadScreen } from "@/lib/domain/displays/load-board";
import { addDisplay } from "@/lib/domain/displays/add-display";
import { findOpenDisplay } from "@/lib/domain/displays/queries";
import { loadBoard } from "@/lib/domain/waiting-room/load-board";
import { newDoctor } from "@/tests/support/actors";
import { comes, createRoom, waits, type Room } from "./waiting-room-harness";

let room: Room;
beforeEach(async () => {
  room = await createRoom();
});

/** The statements that reach PostgreSQL meanwhile. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const spy = vi.spyOn(pg.Client.prototype, "query");
  try {
    await work();
    return (spy.mock.calls as unknown[][]).map(([said]) =>
      typeof said === "string" ? said : (said as { text: string }).text,
    );
  } finally {
    spy.mockRestore();
  }
}

async function addQueue() {
  const other = { ...room, doctor: await newDoctor({ hospitalId: room.hospitalId, schedule: null }) };
  await waits(other, 0);
  await waits(other, 15);
}

const desk = () => loadBoard(room.desk, { hospitalId: room.hospitalId }, new Date());

it("the desk's board takes as many statements for five queues as for one", async () => {
  await waits(room, 0);
  const one = await statementsOf(desk);
  for (let more = 0; more < 4; more++) await addQueue();
  const five = await statementsOf(desk);
  expect((await desk()).queues.map(({ tickets }) => tickets.length)).toEqual([1, 2, 2, 2, 2]);
  expect(five.length).toBeGreaterThan(3);
  expect(five).toHaveLength(one.length);
});

it("a screen on the wall takes as many, and reads nothing about how long visits take", async () => {
  const owner = { doctorId: null, hospitalId: room.hospitalId };
  const { url } = await addDisplay(room.desk, owner, { name: "Hall", doctorIds: [], speaks: false });
  const screen = await findOpenDisplay(url.split("#")[1]);
  const show = async () => screen && (await loadScreen(screen, new Date()));
  await waits(room, 0);
  const one = await statementsOf(show);
  for (let more = 0; more < 4; more++) await addQueue();
  const five = await statementsOf(show);
  expect((await show())?.queues.map(({ next }) => next.length)).toEqual([1, 2, 2, 2, 2]);
  expect(five).toHaveLength(one.length);
  expect(five.filter((text) => /completedAt|IN_PROGRESS/.test(text))).toEqual([]);
});

it("each queue's waits are those of its own doctor and place", async () => {
  const other = { ...room, doctor: await newDoctor({ hospitalId: room.hospitalId, schedule: null }) };
  const [first, behind] = [await waits(room, -15), await waits(room, 15)];
  await comes(room, 0);
  const alone = await waits(other, 15);
  const tickets = (await desk()).queues.flatMap((queue) => queue.tickets);
  const waitOf = ({ id }: { id: string }) => tickets.find((one) => one.appointmentId === id);
  expect(waitOf(first)).toMatchObject({ ahead: 0, wait: { low: 0 } });
  expect(waitOf(behind)).toMatchObject({ ahead: 1 });
  // Ten minutes each: one before in line, one expected before.
  expect(waitOf(behind)?.wait?.low).toBeGreaterThan(0);
  expect(waitOf(alone)).toMatchObject({ ahead: 0, wait: { low: 0, high: 15 } });
});
