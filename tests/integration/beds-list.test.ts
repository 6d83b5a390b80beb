import { describe, expect, it } from "vitest";
import { listHospitalStays, type StaysFilter } from "@/lib/domain/beds/list-hospital-stays";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { listBedBookings, listStays } from "@/lib/domain/beds/queries";
import { listBeds } from "@/lib/domain/beds/list-beds";
import { listWards } from "@/lib/domain/beds/list-wards";
import { loadBoard } from "@/lib/domain/beds/load-board";
import { actorOf } from "../support/actors";
import { createBed } from "../support/factories";
import { createHouse, createStay, inHours } from "./beds-cast";

async function stayOf(
  house: Awaited<ReturnType<typeof createHouse>>,
  name: string,
  status: Parameters<typeof createStay>[1],
) {
  const { row } = await createStay(house, status);
  await db.patient.update({ where: { id: row.patientId }, data: { name } });
  return row.id;
}

it("a hospital finds its own stays by name and status, page by page", async () => {
  const [house, other] = [await createHouse(), await createHouse()];
  const ids = [
    await stayOf(house, "Zoë O'Hallaran", "DISCHARGED"),
    await stayOf(house, "Bran Zoëberg", "ADMITTED"),
    await stayOf(house, "Bran Otherman", "CANCELLED"),
  ].reverse();
  await stayOf(other, "Zoella Otherplace", "ADMITTED");
  const list = async (actor: Actor, filter: StaysFilter = {}, limit = 10, cursor?: string) => {
    const page = await listHospitalStays(actor, house.hospital.id, filter, { limit, cursor });
    return { ids: page.items.map(({ id }) => id), next: page.nextCursor };
  };
  expect((await list(house.coordinator)).ids).toEqual(ids);
  expect((await list(house.coordinator, { name: "zoe" })).ids).toEqual([ids[1], ids[2]]);
  expect((await list(house.coordinator, { name: "zoe", status: "ADMITTED" })).ids).toEqual([ids[1]]);
  expect((await list(house.coordinator, { name: "nobody" })).ids).toEqual([]);
  const first = await list(house.manager, {}, 2);
  expect([first.ids, (await list(house.manager, {}, 2, first.next ?? "")).ids]).toEqual([
    ids.slice(0, 2),
    ids.slice(2),
  ]);
  expect([(await list(other.manager)).ids, (await list(other.manager, { name: "zoe" })).ids]).toEqual([[], []]);
});

describe("bed lists", () => {
  it("are paged, newest first, by hospital and status, and show what the reader may see once, in any capacity", async () => {
    const [own, house] = [await createHouse(), await createHouse()];
    const mine = await db.patient.create({
      data: { name: "Me", accesses: { create: { userId: own.staff.manager.user.id, relation: "SELF" } } },
    });
    const reader = await actorOf(own.staff.manager.user);
    for (let i = 0; i < 4; i++) await createStay(own, i % 2 ? "REQUESTED" : "DECLINED");
    await createStay(own, "REQUESTED", { patientId: mine.id });
    await createStay(house, "REQUESTED", { patientId: mine.id });
    const ids: string[] = [];
    for (let cursor: string | undefined, more = true; more;) {
      const page = await listBedBookings(reader, {}, { limit: 2, cursor });
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
      more = page.nextCursor !== null;
    }
    expect([ids.length, new Set(ids).size]).toEqual([6, 6]);
    expect(ids).toEqual(ids.toSorted().toReversed());
    expect(
      (await listBedBookings(reader, { hospitalId: own.hospital.id, status: "REQUESTED" }, { limit: 9 })).items.length,
    ).toBe(3);
    expect(
      (await listStays(reader, { patientIds: [mine.id] }, { limit: 9 })).items
        .map(({ hospital }) => hospital.name)
        .toSorted(),
    ).toEqual([own.hospital.name, house.hospital.name].toSorted());
    expect((await listBedBookings(house.manager, { hospitalId: own.hospital.id }, { limit: 9 })).items).toEqual([]);
  });
});

describe("the bed board", () => {
  it("shows each bed once, with its patient and its reservation, and the open requests, soonest first", async () => {
    const own = await createHouse(["GENERAL", "ICU"]);
    const { id: hospitalId } = own.hospital;
    const labels = ["10", "2", "1"];
    for (const label of labels) await createBed(hospitalId, { ward: own.wards[1]!, over: { label } });
    const inBed = await createStay(own, "ADMITTED", { endsAt: inHours(5) });
    const next = await createStay(own, "RESERVED", {
      bedId: inBed.bed!.id,
      startsAt: inHours(6),
      reservedUntil: inHours(9),
    });
    const kept = await createStay(own, "RESERVED");
    const late = await createStay(own, "RESERVED", { reservedUntil: inHours(-0.01) });
    const [later, sooner] = [
      await createStay(own, "REQUESTED", { startsAt: inHours(9) }),
      await createStay(own, "REQUESTED", { startsAt: inHours(3) }),
    ];
    const board = await loadBoard(own.coordinator, hospitalId);
    expect(board).toMatchObject({
      canSetUp: false,
      isListed: true,
      counts: { total: 6, free: 4, reserved: 1, occupied: 1, cleaning: 0, outOfService: 0 },
    });
    const [general, icu] = [0, 1].map((i) => board.wards.find(({ id }) => id === own.wards[i]!.id)!);
    expect(icu!.items.map(({ label }) => label)).toEqual(["1", "2", "10"]);
    const bedOf = (stay: typeof inBed) => general!.items.find(({ id }) => id === stay.bed!.id)!;
    expect(bedOf(inBed)).toMatchObject({
      condition: "OCCUPIED",
      occupant: { id: inBed.row.id, patient: { name: inBed.patient.name } },
      reservations: [{ id: next.row.id }],
    });
    expect(bedOf(kept)).toMatchObject({ condition: "RESERVED", occupant: null, reservations: [{ id: kept.row.id }] });
    expect(bedOf(late)).toMatchObject({ condition: "FREE", occupant: null, reservations: [] });
    expect(board.requests).toMatchObject({ count: 2, items: [{ id: sooner.row.id }, { id: later.row.id }] });
    const pages = await listBeds(own.manager, hospitalId, { condition: "FREE" }, { limit: 3 });
    const rest = await listBeds(
      own.manager,
      hospitalId,
      { condition: "FREE" },
      { limit: 3, cursor: pages.nextCursor! },
    );
    expect(new Set([...pages.items, ...rest.items].map(({ id }) => id)).size).toBe(4);
    expect(rest.nextCursor).toBeNull();
    expect(
      (await listWards(own.manager, hospitalId, { limit: 50 })).items.map(({ beds }) => beds.total).toSorted(),
    ).toEqual([3, 3]);
  });
});
