import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db/db";
import { changeBedBooking } from "@/lib/domain/beds/change-bed-booking";
import { expireBedBookings } from "@/lib/domain/beds/expire-bed-bookings";
import { createBed, createPatient } from "../support/factories";
import { conditionOf, createHouse, createStay, inHours, outcome } from "./beds-cast";
import { house, openHouse } from "./beds-steps-harness";
import { eventsOf } from "./stored-events";

beforeAll(openHouse);

describe("an unavailable bed", () => {
  it("is refused with the free beds of its kind, by label, and only free ones", async () => {
    const small = await createHouse(["ICU", "GENERAL"]);
    const [icu, general] = small.wards;
    const beds = await Promise.all(
      [1, 2, 3, 4].map((n) => createBed(small.hospital.id, { ward: icu!, over: { label: `${n}` } })),
    );
    await createBed(small.hospital.id, { ward: general! });
    await db.bed.update({ where: { id: beds[2]!.id }, data: { state: "OUT_OF_SERVICE", stateReason: "Broken" } });
    await createStay(small, "ADMITTED", { bedId: beds[0]!.id });
    const { row } = await createStay(small, "REQUESTED", { wardKind: "ICU" });
    const refused = await changeBedBooking(small.manager, row.id, { status: "RESERVED", bedId: beds[0]!.id }).catch(
      (e: unknown) => e,
    );
    const names = { wardId: icu!.id, ward: icu!.name };
    expect(refused).toMatchObject({
      code: "bed-taken",
      extra: {
        alternatives: [
          { bedId: beds[1]!.id, label: "2", ...names },
          { bedId: beds[3]!.id, label: "4", ...names },
        ],
      },
    });
    const broken = await changeBedBooking(small.manager, row.id, { status: "RESERVED", bedId: beds[2]!.id }).catch(
      (e: unknown) => e,
    );
    expect(broken).toMatchObject({
      code: "invalid-transition",
      extra: { bedState: "OUT_OF_SERVICE", alternatives: [{ label: "2" }, { label: "4" }] },
    });
  });

  it("may be reserved while it is cleaned, but not used", async () => {
    const bed = await createBed(house.hospital.id, {
      ward: house.ward,
      over: { state: "CLEANING", cleaningDueAt: new Date() },
    });
    const { row } = await createStay(house, "REQUESTED");
    expect(await outcome(changeBedBooking(house.manager, row.id, { status: "RESERVED", bedId: bed.id }))).toBe("ok");
    expect(await outcome(changeBedBooking(house.manager, row.id, { status: "ADMITTED" }))).toBe("invalid-transition");
    await db.bed.update({ where: { id: bed.id }, data: { state: "READY" } });
    expect(await outcome(changeBedBooking(house.manager, row.id, { status: "ADMITTED" }))).toBe("ok");
  });

  it("stays taken when its patient has passed the planned end", async () => {
    const { bed } = await createStay(house, "ADMITTED", { startsAt: inHours(-9), endsAt: inHours(-1) });
    const { row } = await createStay(house, "REQUESTED", { startsAt: inHours(2) });
    expect(await outcome(changeBedBooking(house.manager, row.id, { status: "RESERVED", bedId: bed!.id }))).toBe(
      "bed-taken",
    );
  });

  it("can be reserved for another time than someone else's", async () => {
    const { bed } = await createStay(house, "ADMITTED", { endsAt: inHours(5) });
    const { row } = await createStay(house, "REQUESTED", { startsAt: inHours(6) });
    expect(await outcome(changeBedBooking(house.manager, row.id, { status: "RESERVED", bedId: bed!.id }))).toBe("ok");
    expect(await conditionOf(bed!.id)).toBe("OCCUPIED");
  });
});

describe("an expired reservation", () => {
  it("frees its bed at once, before any timer: anyone can take the bed, and the holder is told", async () => {
    const late = await createStay(house, "RESERVED", { reservedUntil: inHours(-0.01) });
    expect(await conditionOf(late.bed!.id)).toBe("FREE");
    expect(await outcome(changeBedBooking(house.manager, late.row.id, { status: "ADMITTED" }))).toBe(
      "invalid-transition",
    );
    const { row } = await createStay(house, "REQUESTED");
    expect(await outcome(changeBedBooking(house.manager, row.id, { status: "RESERVED", bedId: late.bed!.id }))).toBe(
      "ok",
    );
    expect(await db.bedBooking.findUniqueOrThrow({ where: { id: late.row.id } })).toMatchObject({
      status: "EXPIRED",
      version: 2,
      endedAt: expect.any(Date),
    });
    expect(await eventsOf(late.row.id)).toEqual(["bed-booking.expired"]);
  });

  it("is ended by the timer at its time, and a request a day after its own, all in one round", async () => {
    const due = await createStay(house, "RESERVED", { reservedUntil: inHours(-0.01) });
    const stands = await createStay(house, "RESERVED", { reservedUntil: inHours(0.1) });
    const passed = await createStay(house, "REQUESTED", { startsAt: inHours(-24.1) });
    const waits = await createStay(house, "REQUESTED", { startsAt: inHours(-23.9) });
    const { patient } = await createPatient();
    const old = {
      hospitalId: house.hospital.id,
      patientId: patient.id,
      wardKind: "GENERAL" as const,
      startsAt: inHours(-30),
    };
    await db.bedBooking.createMany({ data: Array.from({ length: 120 }, () => old) });
    expect(await expireBedBookings()).toBeGreaterThanOrEqual(122);
    const statusOf = async ({ row }: { row: { id: string } }) =>
      (await db.bedBooking.findUniqueOrThrow({ where: { id: row.id } })).status;
    expect(await Promise.all([due, stands, passed, waits].map(statusOf))).toEqual([
      "EXPIRED",
      "RESERVED",
      "EXPIRED",
      "REQUESTED",
    ]);
    expect(await db.bedBooking.count({ where: { patientId: patient.id, status: "EXPIRED" } })).toBe(120);
    expect(await eventsOf(passed.row.id)).toEqual(["bed-booking.expired"]);
  });
});
