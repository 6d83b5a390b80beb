import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { addBed, addBeds } from "@/lib/domain/beds/add-beds";
import { addWard } from "@/lib/domain/beds/add-ward";
import { changeBed } from "@/lib/domain/beds/change-bed";
import { changeWard } from "@/lib/domain/beds/change-ward";
import { getBed, listBeds } from "@/lib/domain/beds/list-beds";
import { listWards } from "@/lib/domain/beds/list-wards";
import { loadBoard } from "@/lib/domain/beds/load-board";
import { removeBed } from "@/lib/domain/beds/remove-bed";
import { removeWard } from "@/lib/domain/beds/remove-ward";
import { createBed, createWard } from "../support/factories";
import { codeOf, createHouse, createStay, inHours, outcome, fieldsOf, createStrangers } from "./beds-cast";
import { eventsOf } from "./stored-events";

let house: Awaited<ReturnType<typeof createHouse>>;
let strangers: Actor[];
beforeAll(async () => {
  house = await createHouse();
  strangers = await createStrangers(house);
});

describe("setting up wards and beds", () => {
  it("is for the manager, visible to a coordinator, and 404 for everyone else", async () => {
    const { id: hospitalId } = house.hospital;
    const ward = await createWard(hospitalId);
    const bed = await createBed(hospitalId, { ward });
    const work = (
      actor: Actor,
      { hospital, w, b }: { hospital: string; w: string; b: string },
    ): (() => Promise<unknown>)[] => [
      () => addWard(actor, { hospitalId: hospital, name: crypto.randomUUID(), kind: "ICU" }),
      () => changeWard(actor, w, { kind: "ICU" }),
      () => addBed(actor, { hospitalId: hospital, wardId: w, label: crypto.randomUUID() }),
      () => addBeds(actor, { hospitalId: hospital, wardId: w, labels: "R1–3" }),
      () => changeBed(actor, b, { label: crypto.randomUUID() }),
      () => removeBed(actor, { id: b }),
      () => removeWard(actor, { id: w }),
    ];
    const reads = (actor: Actor, hospital: string): (() => Promise<unknown>)[] => [
      () => listWards(actor, hospital, { limit: 5 }),
      () => listBeds(actor, hospital, {}, { limit: 5 }),
      () => loadBoard(actor, hospital),
    ];
    const here = { hospital: hospitalId, w: ward.id, b: bed.id };
    const nowhere = { hospital: crypto.randomUUID(), w: crypto.randomUUID(), b: crypto.randomUUID() };
    for (const one of work(house.coordinator, here)) expect(await outcome(one())).toBe("forbidden");
    for (const one of reads(house.coordinator, hospitalId)) expect(await outcome(one())).toBe("ok");
    for (const stranger of strangers) {
      const [foreign, missing] = [
        [...work(stranger, here), ...reads(stranger, hospitalId)],
        [...work(stranger, nowhere), ...reads(stranger, nowhere.hospital)],
      ];
      for (const [i, one] of foreign.entries()) {
        const answers = await Promise.all([one, missing[i]!].map((ask) => ask().catch((error: unknown) => error)));
        expect(answers[0]).toEqual(answers[1]);
        expect(codeOf(answers[0])).toBe("not-found");
      }
    }
    for (const one of work(house.manager, here)) expect(await outcome(one())).toBe("ok");
  });

  it("names what is wrong: a taken name or label, another's department, an invalid range", async () => {
    const { id: hospitalId } = house.hospital;
    const ward = await addWard(house.manager, {
      hospitalId,
      name: "South",
      kind: "HDU",
      cleaningMinutes: 20,
      dailyRate: { amountMinor: 12_050, currency: "NPR" },
    });
    expect(ward).toMatchObject({ cleaningMinutes: 20, dailyRateMinor: 12_050n, currency: "NPR", version: 1 });
    expect(await fieldsOf(addWard(house.manager, { hospitalId, name: "SOUTH", kind: "ICU" }))).toEqual([
      "invalid",
      "name",
    ]);
    const foreign = await db.department.create({
      data: { hospitalId: (await createHouse()).hospital.id, name: "Elsewhere" },
    });
    expect(await fieldsOf(changeWard(house.manager, ward.id, { departmentId: foreign.id }))).toEqual([
      "invalid",
      "departmentId",
    ]);
    expect((await changeWard(house.manager, ward.id, { dailyRate: null, name: "south" }, 1)).dailyRateMinor).toBeNull();
    expect(await outcome(changeWard(house.manager, ward.id, { kind: "ICU" }, 1))).toBe("version-mismatch");
    const at = { hospitalId, wardId: ward.id };
    const { ids } = await addBeds(house.manager, { ...at, labels: "A1–A12" });
    expect(ids.length).toBe(12);
    expect(await fieldsOf(addBed(house.manager, { ...at, label: "a3" }))).toEqual(["invalid", "label"]);
    expect(await fieldsOf(addBeds(house.manager, { ...at, labels: "A12-A14" }))).toEqual(["invalid", "labels"]);
    expect(await fieldsOf(addBeds(house.manager, { ...at, labels: "Window" }))).toEqual(["invalid", "labels"]);
    expect(await db.bed.count({ where: { wardId: ward.id } })).toBe(12);
    expect(await eventsOf(ward.id)).toEqual(["ward.added", "ward.changed"]);
  });

  it("by two people at once succeeds for one, and tells the other why", async () => {
    const { id: hospitalId } = house.hospital;
    const ward = await createWard(hospitalId);
    const name = crypto.randomUUID();
    const both = (work: () => Promise<unknown>) => Promise.all([work(), work()].map(fieldsOf));
    expect(await both(() => addWard(house.manager, { hospitalId, name, kind: "ICU" }))).toContainEqual([
      "invalid",
      "name",
    ]);
    expect(await both(() => addBeds(house.manager, { hospitalId, wardId: ward.id, labels: "1-5" }))).toContainEqual([
      "invalid",
      "labels",
    ]);
    expect(await db.bed.count({ where: { wardId: ward.id } })).toBe(5);
  });

  it("removes nothing in use, stops counting what is removed, and frees its label", async () => {
    const own = await createHouse();
    const { id: hospitalId } = own.hospital;
    const inBed = await createStay(own, "ADMITTED");
    const kept = await createStay(own, "RESERVED");
    const late = await createStay(own, "RESERVED", { reservedUntil: inHours(-0.01) });
    for (const { bed } of [inBed, kept]) {
      expect(await outcome(removeBed(own.manager, { id: bed!.id }))).toBe("invalid-transition");
      expect(await outcome(removeWard(own.manager, { id: own.ward.id }))).toBe("invalid-transition");
    }
    expect(await outcome(removeBed(own.manager, { id: late.bed!.id }))).toBe("ok");
    expect(await outcome(getBed(own.manager, late.bed!.id))).toBe("not-found");
    const empty = await createWard(hospitalId, { name: "Closing" });
    const bed = await createBed(hospitalId, { ward: empty });
    expect(await outcome(removeWard(own.manager, { id: empty.id }))).toBe("ok");
    expect(await outcome(getBed(own.manager, bed.id))).toBe("not-found");
    expect((await loadBoard(own.manager, hospitalId)).counts).toMatchObject({ total: 2, occupied: 1, reserved: 1 });
    expect(await outcome(addWard(own.manager, { hospitalId, name: "Closing", kind: "GENERAL" }))).toBe("ok");
  });
});

describe("the state of a bed", () => {
  it("can be changed by both roles: cleaning with its timer, ready, out of service with a reason", async () => {
    const ward = await createWard(house.hospital.id, { cleaningMinutes: 30 });
    const bed = await createBed(house.hospital.id, { ward });
    const change = (input: Parameters<typeof changeBed>[2], version?: number) =>
      changeBed(house.coordinator, bed.id, input, version);
    const cleaning = await change({ state: "CLEANING" }, 1);
    expect(cleaning).toMatchObject({ condition: "CLEANING", version: 2 });
    expect(cleaning.cleaningDueAt!.getTime() - cleaning.stateChangedAt.getTime()).toBe(30 * 60_000);
    expect(await change({ state: "READY" })).toMatchObject({ condition: "FREE", cleaningDueAt: null });
    expect(await fieldsOf(change({ state: "OUT_OF_SERVICE" }))).toEqual(["invalid", "reason"]);
    expect(await fieldsOf(change({ state: "READY", reason: "Why" }))).toEqual(["invalid", "reason"]);
    expect(await change({ state: "OUT_OF_SERVICE", reason: "The lift is broken" })).toMatchObject({
      condition: "OUT_OF_SERVICE",
      stateReason: "The lift is broken",
    });
    expect(await outcome(change({ state: "READY" }, 1))).toBe("version-mismatch");
    expect(await change({ state: "READY" })).toMatchObject({ stateReason: null });
    expect(await eventsOf(bed.id)).toEqual(["bed.cleaning", "bed.ready", "bed.out-of-service", "bed.ready"]);
  });

  it("is fixed while someone is in the bed, and a reserved bed can't go out of service or to another ward", async () => {
    const [inBed, kept] = [await createStay(house, "ADMITTED"), await createStay(house, "RESERVED")];
    const to = await createWard(house.hospital.id);
    for (const state of ["READY", "CLEANING", "OUT_OF_SERVICE"] as const) {
      const why = state === "OUT_OF_SERVICE" ? { reason: "Broken" } : {};
      // It is already ready: the same again changes nothing.
      expect(await outcome(changeBed(house.manager, inBed.bed!.id, { state, ...why }))).toBe(
        state === "READY" ? "ok" : "invalid-transition",
      );
      expect(await outcome(changeBed(house.manager, kept.bed!.id, { state, ...why }))).toBe(
        state === "OUT_OF_SERVICE" ? "invalid-transition" : "ok",
      );
    }
    for (const { bed } of [inBed, kept]) {
      expect(await outcome(changeBed(house.manager, bed!.id, { wardId: to.id }))).toBe("invalid-transition");
      expect(await outcome(changeBed(house.manager, bed!.id, { label: crypto.randomUUID() }))).toBe("ok");
    }
    const free = await createBed(house.hospital.id, { ward: house.ward });
    expect(await changeBed(house.manager, free.id, { wardId: to.id })).toMatchObject({ wardId: to.id });
    expect(await outcome(changeBed(house.manager, free.id, { wardId: (await createHouse()).ward.id }))).toBe(
      "not-found",
    );
  });
});
