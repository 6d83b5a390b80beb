import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db/db";
import { changeBedBooking } from "@/lib/domain/beds/change-bed-booking";
import { transferPatient } from "@/lib/domain/beds/transfer-patient";
import { conditionOf, createStay, HOUR, inHours, outcome } from "./beds-cast";
import { freeBed, house, openHouse } from "./beds-steps-harness";
import { eventsOf } from "./stored-events";

beforeAll(openHouse);

describe("a stay", () => {
  it("leads from the request to the discharge, and the bed with it, with an event, an audit row and a stamp for every step", async () => {
    const { row, patient } = await createStay(house, "REQUESTED");
    const [first, second] = [await freeBed(), await freeBed()];
    const staff = house.coordinator;
    const reserved = await changeBedBooking(staff, row.id, { status: "RESERVED", bedId: first.id }, 1);
    expect(reserved).toMatchObject({ status: "RESERVED", bedId: first.id, version: 2, reservedAt: expect.any(Date) });
    expect(Math.abs(reserved.reservedUntil!.getTime() - Date.now() - 4 * HOUR)).toBeLessThan(60_000);
    expect(await conditionOf(first.id)).toBe("RESERVED");
    const admitted = await changeBedBooking(staff, row.id, { status: "ADMITTED" });
    expect(admitted).toMatchObject({ status: "ADMITTED", bedId: first.id, version: 3, startsAt: admitted.admittedAt });
    expect(await conditionOf(first.id)).toBe("OCCUPIED");
    expect(await transferPatient(staff, row.id, { bedId: second.id })).toMatchObject({
      status: "ADMITTED",
      bedId: second.id,
      version: 4,
    });
    expect([await conditionOf(first.id), await conditionOf(second.id)]).toEqual(["CLEANING", "OCCUPIED"]);
    const discharged = await changeBedBooking(staff, row.id, { status: "DISCHARGED" });
    expect(discharged).toMatchObject({
      status: "DISCHARGED",
      bedId: second.id,
      version: 5,
      endsAt: discharged.dischargedAt,
    });
    const left = await db.bed.findUniqueOrThrow({ where: { id: second.id } });
    expect([left.state, left.cleaningDueAt!.getTime() - discharged.dischargedAt!.getTime()]).toEqual([
      "CLEANING",
      45 * 60_000,
    ]);
    const stays = await db.bedStay.findMany({ where: { bookingId: row.id }, orderBy: { startsAt: "asc" } });
    expect(stays.map(({ bedId }) => bedId)).toEqual([first.id, second.id]);
    expect(stays[0]!.endsAt).toEqual(stays[1]!.startsAt);
    expect(stays[1]!.endsAt).toEqual(discharged.dischargedAt);
    expect(await eventsOf(row.id)).toEqual(
      ["reserved", "admitted", "transferred", "discharged"].map((type) => `bed-booking.${type}`),
    );
    const audit = await db.auditEntry.findMany({
      where: { subject: "bed-booking", subjectId: row.id },
      orderBy: { position: "asc" },
      select: { action: true, details: true },
    });
    expect(audit.map(({ action }) => action)).toEqual(
      ["reserve", "admit", "transfer", "discharge"].map((action) => `bed-booking.${action}`),
    );
    expect(JSON.stringify(audit)).not.toContain(patient.name);
  });

  it("keeps a reservation four hours from the requested time, 72 at most, and moves it to another bed", async () => {
    const { row } = await createStay(house, "REQUESTED", { startsAt: inHours(48) });
    const [first, second] = [await freeBed(), await freeBed()];
    const kept = await changeBedBooking(house.manager, row.id, { status: "RESERVED", bedId: first.id });
    expect(kept.reservedUntil!.getTime()).toBe(row.startsAt.getTime() + 4 * HOUR);
    const longer = new Date(row.startsAt.getTime() + 72 * HOUR).toISOString();
    const moved = await changeBedBooking(house.manager, row.id, {
      status: "RESERVED",
      bedId: second.id,
      reservedUntil: longer,
    });
    expect([moved.bedId, moved.reservedUntil!.toISOString(), moved.version]).toEqual([second.id, longer, 3]);
    expect([await conditionOf(first.id), await conditionOf(second.id)]).toEqual(["FREE", "RESERVED"]);
    expect(await eventsOf(row.id)).toEqual(["bed-booking.reserved", "bed-booking.reservation-changed"]);
  });

  it("is admitted to another bed than the reserved one when the patient is put there", async () => {
    const { row, bed } = await createStay(house, "RESERVED");
    const other = await freeBed();
    expect(await changeBedBooking(house.manager, row.id, { status: "ADMITTED", bedId: other.id })).toMatchObject({
      bedId: other.id,
    });
    expect([await conditionOf(bed!.id), await conditionOf(other.id)]).toEqual(["FREE", "OCCUPIED"]);
  });

  it("gets another planned end, but not one that overlaps someone else's reservation", async () => {
    const { row, bed } = await createStay(house, "ADMITTED", { endsAt: inHours(5) });
    await createStay(house, "RESERVED", { bedId: bed!.id, startsAt: inHours(10), reservedUntil: inHours(12) });
    const until = (hours: number) =>
      changeBedBooking(house.manager, row.id, { status: "ADMITTED", endsAt: inHours(hours).toISOString() });
    expect(await outcome(until(8))).toBe("ok");
    expect(await outcome(until(11))).toBe("bed-taken");
    expect(await outcome(changeBedBooking(house.manager, row.id, { status: "ADMITTED", endsAt: null }))).toBe(
      "bed-taken",
    );
    expect(
      await outcome(changeBedBooking(house.manager, row.id, { status: "ADMITTED", bedId: (await freeBed()).id })),
    ).toBe("invalid-transition");
  });
});

it("a second reservation or admission of the same stay changes nothing", async () => {
  for (const status of ["RESERVED", "ADMITTED"] as const) {
    const { row, bed } = await createStay(house, status);
    for (const bedId of [undefined, bed!.id])
      expect(await outcome(changeBedBooking(house.manager, row.id, { status, ...(bedId ? { bedId } : {}) }))).toBe(
        "ok",
      );
    expect((await db.bedBooking.findUniqueOrThrow({ where: { id: row.id } })).version).toBe(1);
    expect(await eventsOf(row.id)).toEqual([]);
  }
});

it("a transfer to the current bed changes nothing", async () => {
  const { row, bed } = await createStay(house, "ADMITTED");
  expect(await transferPatient(house.coordinator, row.id, { bedId: bed!.id })).toMatchObject({
    bedId: bed!.id,
    version: 1,
    notified: null,
  });
  expect(await eventsOf(row.id)).toEqual([]);
  expect(await conditionOf(bed!.id)).toBe("OCCUPIED");
});
