import { describe, expect, it } from "vitest";
import { admitPatient } from "@/lib/domain/beds/admit-patient";
import { changeBedBooking } from "@/lib/domain/beds/change-bed-booking";
import { transferPatient } from "@/lib/domain/beds/transfer-patient";
import { undoDischarge } from "@/lib/domain/beds/undo-discharge";
import { getHospitalStats } from "@/lib/domain/analytics/count-hospital";
import { previewClosure } from "@/lib/domain/ward-closures/close-ward";
import { getWardClosure, listClosureStays, listStandingClosures } from "@/lib/domain/ward-closures/queries";
import { previewClosureInput } from "@/lib/domain/ward-closures/schema";
import {
  changeWardClosure,
  endWardClosure,
  tellOfWardClosure,
  undoWardClosure,
} from "@/lib/domain/ward-closures/step-ward-closure";
import { tendWardClosure } from "@/lib/domain/ward-closures/tend-ward-closures";
import { db } from "@/lib/platform/db/db";
import { createBed } from "../support/factories";
import { conditionOf, createStay, createStrangers, fieldsOf, inHours, outcome } from "./beds-cast";
import { eventsOf } from "./stored-events";
import { close, closing, freeBeds, houseWith, minutesPass, reservationIn } from "./ward-closures-harness";

const admit = (house: Awaited<ReturnType<typeof houseWith>>, bedId: string, to?: Date) =>
  outcome(
    admitPatient(house.coordinator, {
      hospitalId: house.hospital.id,
      bedId,
      patient: { name: "Walker" },
      ...(to ? { to: to.toISOString() } : {}),
    }),
  );

describe("a closed ward", () => {
  it("gives no bed to anyone and counts none as free, until it is open again", async () => {
    const house = await houseWith(3);
    const [bed] = house.beds;
    const lying = await createStay(house, "ADMITTED");
    const elsewhere = await createBed(house.hospital.id);
    const { row: request } = await createStay(house, "REQUESTED");
    expect(await freeBeds(house)).toBe(4);
    const closed = await close(house, { reason: "WORKS" });
    expect(closed).toMatchObject({ status: "PREPARED", isWholeWard: true, counts: { inBed: 1, planned: 0 } });
    expect(await freeBeds(house)).toBe(1);
    expect([await conditionOf(bed!.id), await conditionOf(lying.bed!.id)]).toEqual(["CLOSED", "OCCUPIED"]);
    expect((await getHospitalStats(house.manager, house.hospital.id)).beds).toMatchObject({ total: 5, closed: 3 });
    expect(await admit(house, bed!.id)).toBe("bed-closed");
    const reserve = { status: "RESERVED" as const, bedId: bed!.id };
    expect(await outcome(changeBedBooking(house.manager, request.id, reserve))).toBe("bed-closed");
    const other = await createStay({ ...house, ward: { id: elsewhere.wardId } }, "ADMITTED");
    expect(await outcome(transferPatient(house.manager, other.row.id, { bedId: bed!.id }))).toBe("bed-closed");
    // Also a bed that is added meanwhile.
    const added = await createBed(house.hospital.id, { ward: house.ward });
    expect(await conditionOf(added.id)).toBe("CLOSED");
    await undoWardClosure(house.coordinator, { id: closed.id });
    expect([await freeBeds(house), await conditionOf(bed!.id)]).toEqual([5, "FREE"]);
    expect(await admit(house, bed!.id)).toBe("ok");
  });

  it("keeps those who lie in it until staff move them out, and a discharge by mistake is undone", async () => {
    const house = await houseWith(1);
    const lying = await createStay(house, "ADMITTED");
    await close(house);
    const planned = { status: "ADMITTED" as const, endsAt: inHours(40).toISOString() };
    expect(await outcome(changeBedBooking(house.manager, lying.row.id, planned))).toBe("ok");
    expect(await outcome(changeBedBooking(house.manager, lying.row.id, { status: "DISCHARGED" }))).toBe("ok");
    expect(await conditionOf(lying.bed!.id)).toBe("CLOSED");
    expect(await outcome(undoDischarge(house.manager, lying.row.id))).toBe("ok");
    const { id: bedId } = await createBed(house.hospital.id);
    expect(await outcome(transferPatient(house.manager, lying.row.id, { bedId }))).toBe("ok");
    expect(await outcome(transferPatient(house.manager, lying.row.id, { bedId: lying.bed!.id }))).toBe("bed-closed");
  });

  it("that closes later can be used before: by a stay that ends in time, or whose end isn't known", async () => {
    const house = await houseWith(4);
    const [a, b, c, d] = house.beds.map(({ id }) => id);
    await close(house, { startsAt: inHours(10), endsAt: inHours(20) });
    expect(await freeBeds(house)).toBe(4);
    expect(await admit(house, a!, inHours(9))).toBe("ok");
    expect(await admit(house, b!, inHours(11))).toBe("bed-closed");
    expect(await admit(house, c!)).toBe("ok");
    const later = await createStay(house, "REQUESTED", { startsAt: inHours(12) });
    const after = await createStay(house, "REQUESTED", { startsAt: inHours(21) });
    const into = (id: string) => outcome(changeBedBooking(house.manager, id, { status: "RESERVED", bedId: d! }));
    expect([await into(later.row.id), await into(after.row.id)]).toEqual(["bed-closed", "ok"]);
  });

  it("is one of a hospital's own staff to close, with beds of its own and times to come", async () => {
    const house = await houseWith(1);
    for (const actor of await createStrangers(house)) expect(await outcome(close(house, {}, actor))).toBe("not-found");
    const foreign = await createBed(house.hospital.id);
    expect(await fieldsOf(close(house, { bedIds: [foreign.id] }))).toEqual(["invalid", "bedIds"]);
    expect(await fieldsOf(close(house, { startsAt: inHours(-1) }))).toEqual(["invalid", "startsAt"]);
    expect(await fieldsOf(close(house, { startsAt: inHours(2), endsAt: inHours(1) }))).toEqual(["invalid", "endsAt"]);
    const closed = await close(house, { endsAt: inHours(2) });
    expect(await fieldsOf(close(house, { startsAt: inHours(1) }))).toEqual(["invalid", "startsAt"]);
    expect(await outcome(close(house, { startsAt: inHours(3) }))).toBe("ok");
    const longer = { id: closed.id, endsAt: inHours(4).toISOString() };
    expect(await fieldsOf(changeWardClosure(house.manager, longer))).toEqual(["invalid", "endsAt"]);
    expect(await listStandingClosures(house.manager, house.hospital.id, new Date())).toHaveLength(2);
  });

  it("can be some of its beds alone", async () => {
    const house = await houseWith(3);
    const [a, b] = house.beds.map(({ id }) => id);
    await close(house, { bedIds: [a!] });
    expect([await conditionOf(a!), await conditionOf(b!), await freeBeds(house)]).toEqual(["CLOSED", "FREE", 2]);
    expect([await admit(house, a!), await admit(house, b!)]).toEqual(["bed-closed", "ok"]);
  });
});

describe("reservations in the way", () => {
  it("are seen before, and their patients told once: by a notification, or on the To call list", async () => {
    const house = await houseWith(3);
    const [a, b, c] = house.beds.map(({ id }) => id);
    const { row: lying } = await createStay(house, "ADMITTED", { bedId: c! });
    const [told, called] = [await reservationIn(house, a!), await reservationIn(house, b!, "phone")];
    const input = previewClosureInput.parse({ ...closing(house), limit: 2 });
    const preview = await previewClosure(house.coordinator, input);
    expect(preview.counts).toEqual({ inBed: 1, planned: 2, told: 1, toCall: 1, unreachable: 0 });
    const rest = await previewClosure(house.coordinator, { ...input, cursor: preview.nextCursor ?? "" });
    const seen = [...preview.items, ...rest.items].map(({ id, reach }) => [id, reach]);
    expect(new Map(seen as [string, string][])).toEqual(
      new Map([
        [lying.id, null],
        [told.id, "NOTIFICATION"],
        [called.id, "PHONE"],
      ] as [string, string][]),
    );
    expect(await eventsOf(told.id)).toEqual([]);

    const { id } = await close(house);
    await tendWardClosure(id);
    expect(await eventsOf(told.id)).toEqual([]);
    await minutesPass(id);
    await Promise.all([tendWardClosure(id), tendWardClosure(id), tendWardClosure(id)]);
    expect([await eventsOf(told.id), await eventsOf(called.id)]).toEqual([
      ["bed-booking.needs-bed"],
      ["bed-booking.needs-bed"],
    ]);
    expect(await db.toCall.count({ where: { bedBookingId: called.id, reason: "bed-booking.needs-bed" } })).toBe(1);
    const after = await getWardClosure(house.coordinator, id);
    expect(after).toMatchObject({ status: "ANNOUNCED", counts: { told: 1, toCall: 1, waiting: 0 } });
    expect(await outcome(undoWardClosure(house.coordinator, { id }))).toBe("invalid-transition");
    const todo = async () =>
      (await listClosureStays(house.coordinator, id, { limit: 10 })).items.map((stay) => stay.id);
    expect((await todo()).sort()).toEqual([lying.id, told.id, called.id].sort());

    // Moved to another bed, one is done with; the closing ends, and the other keeps the bed.
    const { id: bedId } = await createBed(house.hospital.id);
    await changeBedBooking(house.coordinator, called.id, { status: "RESERVED", bedId });
    expect((await todo()).sort()).toEqual([lying.id, told.id].sort());
    await endWardClosure(house.coordinator, { id });
    expect(await todo()).toEqual([]);
    expect(await eventsOf(told.id)).toEqual(["bed-booking.needs-bed", "bed-booking.bed-kept"]);
    expect((await eventsOf(called.id)).at(-1)).toBe("bed-booking.reservation-changed");
  });

  it("are also told of when a closing is extended, and never when it was undone", async () => {
    const house = await houseWith(2);
    const [a, b] = house.beds.map(({ id }) => id);
    const [first, second] = [await reservationIn(house, a!), await reservationIn(house, b!, "account", 30)];
    const { id } = await close(house, { endsAt: inHours(10) });
    await tellOfWardClosure(house.coordinator, { id });
    await tendWardClosure(id);
    expect([await eventsOf(first.id), await eventsOf(second.id)]).toEqual([["bed-booking.needs-bed"], []]);
    await changeWardClosure(house.coordinator, { id, endsAt: null });
    await tendWardClosure(id);
    expect([await eventsOf(first.id), await eventsOf(second.id)]).toEqual([
      ["bed-booking.needs-bed"],
      ["bed-booking.needs-bed"],
    ]);

    const other = await houseWith(1);
    const spared = await reservationIn(other, other.beds[0]!.id);
    const undone = await close(other);
    await undoWardClosure(other.coordinator, { id: undone.id });
    await tendWardClosure(undone.id);
    expect([await eventsOf(spared.id), await eventsOf(undone.id)]).toEqual([
      [],
      ["ward-closure.prepared", "ward-closure.undone"],
    ]);
  });
});
