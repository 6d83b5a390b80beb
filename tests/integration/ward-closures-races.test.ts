import { describe, expect, it } from "vitest";
import { admitPatient } from "@/lib/domain/beds/admit-patient";
import { changeBedBooking } from "@/lib/domain/beds/change-bed-booking";
import { reserveAnyBedIn } from "@/lib/domain/beds/reserve-any-bed";
import { getWardClosure, listClosureStays } from "@/lib/domain/ward-closures/queries";
import { endWardClosure, undoWardClosure } from "@/lib/domain/ward-closures/step-ward-closure";
import { tendWardClosure, tendWardClosures } from "@/lib/domain/ward-closures/tend-ward-closures";
import { inTransaction } from "@/lib/actor/transaction";
import { db } from "@/lib/platform/db/db";
import { sqlState } from "@/lib/platform/db/driver-error";
import { createBed, createPatient } from "../support/factories";
import { conditionOf, createStay, expectNoGaps, inHours, outcome, times } from "./beds-cast";
import { eventsOf } from "./stored-events";
import { close, freeBeds, houseWith, minutesPass, reservationIn } from "./ward-closures-harness";

const MANY = 25;

describe("25 bookings against a closing", () => {
  it("are each either before it, and seen by it, or refused", async () => {
    const house = await houseWith(MANY);
    const requests = await times(MANY, () => createStay(house, "REQUESTED"));
    const book = (i: number) => {
      const bedId = house.beds[i]!.id;
      const { row } = requests[i]!;
      return i % 2
        ? changeBedBooking(house.manager, row.id, { status: "RESERVED", bedId })
        : admitPatient(house.coordinator, { hospitalId: house.hospital.id, bedId, patient: { name: `Walker ${i}` } });
    };
    const [closed, ...results] = await Promise.all([
      close(house),
      ...Array.from({ length: MANY }, (_, i) => outcome(book(i))),
    ]);
    const won = results.filter((result) => result === "ok").length;
    expect(new Set(results.filter((result) => result !== "ok"))).toEqual(new Set(won < MANY ? ["bed-closed"] : []));
    const { counts } = await getWardClosure(house.coordinator, closed.id);
    expect(counts.inBed + counts.planned).toBe(won);
    // Those who were told are those with a reservation: none slipped in behind it.
    expect(await db.wardClosureStay.count({ where: { closureId: closed.id } })).toBe(counts.planned);
    expect(await freeBeds(house)).toBe(0);
    await expectNoGaps(house.hospital.id);
  });

  it("and against its end are each either after it or refused", async () => {
    const house = await houseWith(MANY);
    const { id } = await close(house);
    const [, ...results] = await Promise.all([
      undoWardClosure(house.manager, { id }),
      ...house.beds.map(({ id: bedId }, i) =>
        outcome(
          admitPatient(house.coordinator, { hospitalId: house.hospital.id, bedId, patient: { name: `Walker ${i}` } }),
        ),
      ),
    ]);
    const won = results.filter((result) => result === "ok").length;
    expect(results.every((result) => result === "ok" || result === "bed-closed")).toBe(true);
    expect(await freeBeds(house)).toBe(MANY - won);
  });

  it("of the same ward at once close it once", async () => {
    const house = await houseWith(1);
    const results = await times(MANY, () => outcome(close(house)));
    expect(results.filter((result) => result === "ok")).toHaveLength(1);
    expect(results.filter((result) => result === "invalid")).toHaveLength(MANY - 1);
  });
});

it("the database itself refuses a closed bed, whatever the code does", async () => {
  const house = await houseWith(2);
  const [bed, other] = house.beds;
  await close(house, { bedIds: [bed!.id] });
  const { patient } = await createPatient();
  const patientId = patient.id;
  const base = { hospitalId: house.hospital.id, patientId, wardKind: "GENERAL" as const, startsAt: new Date() };
  const insert = (data: object) => db.bedBooking.create({ data: { ...base, ...data } }).catch(sqlState);
  expect(await insert({ bedId: bed!.id, status: "ADMITTED", admittedAt: new Date() })).toBe("23P01");
  expect(await insert({ bedId: bed!.id, status: "RESERVED", reservedUntil: inHours(1) })).toBe("23P01");
  const kept = await reservationIn(house, other!.id);
  const move = { bedId: bed!.id, version: { increment: 1 } };
  expect(await db.bedBooking.update({ where: { id: kept.id }, data: move }).catch(sqlState)).toBe("23P01");
});

it("a reservation in a closed bed can run out sooner, not later", async () => {
  const house = await houseWith(1);
  const { id } = await reservationIn(house, house.beds[0]!.id);
  await close(house);
  const runOut = (reservedUntil: Date) =>
    db.bedBooking
      .update({ where: { id }, data: { reservedUntil, version: { increment: 1 } } })
      .then(() => "ok")
      .catch(sqlState);
  expect([await runOut(inHours(7)), await runOut(inHours(5)), await runOut(new Date(Date.now() - 1_000))]).toEqual([
    "23P01",
    "ok",
    "ok",
  ]);
});

it("an ambulance's patient gets any other bed, none that closes before the reservation runs out", async () => {
  const house = await houseWith(2);
  const [a, b] = house.beds;
  await close(house, { bedIds: [a!.id], startsAt: inHours(1) });
  const { patient } = await createPatient();
  const patientId = patient.id;
  const wanted = {
    hospitalId: house.hospital.id,
    wardKind: "GENERAL" as const,
    reservedUntil: inHours(4),
    reason: null,
  };
  const reserve = (patient: string) =>
    inTransaction(house.manager, (tx) => reserveAnyBedIn(tx, house.manager, { ...wanted, patientId: patient }));
  expect((await reserve(patientId))?.bedId).toBe(b!.id);
  expect(await reserve((await createPatient()).patient.id)).toBeNull();
});

describe("a planned closing", () => {
  it("begins and ends by the clock alone, and whichever worker comes first tells the open pages once", async () => {
    const house = await houseWith(1);
    const bedId = house.beds[0]!.id;
    const [startsAt, endsAt] = [new Date(Date.now() + 1_000), new Date(Date.now() + 2_500)];
    const { id } = await close(house, { startsAt, endsAt });
    const at = async (condition: string) => {
      await expect.poll(() => conditionOf(bedId), { timeout: 5_000, interval: 20 }).toBe(condition);
      return Date.now();
    };
    expect(await conditionOf(bedId)).toBe("FREE");
    const begun = await at("CLOSED");
    expect(begun - startsAt.getTime()).toBeGreaterThanOrEqual(0);
    expect(await freeBeds(house)).toBe(0);
    await Promise.all([tendWardClosure(id), tendWardClosures()]);
    expect(await eventsOf(id)).toEqual(["ward-closure.prepared", "ward-closure.begun"]);
    await at("FREE");
    expect(await freeBeds(house)).toBe(1);
    await Promise.all([tendWardClosure(id), tendWardClosures()]);
    expect((await eventsOf(id)).slice(2)).toEqual(["ward-closure.announced", "ward-closure.ended"]);
    expect(await db.domainEvent.count({ where: { aggregateId: house.hospital.id, type: "capacity.changed" } })).toBe(2);
    expect(await outcome(endWardClosure(house.manager, { id }))).toBe("invalid-transition");
  });

  it("that was called off in the meantime tells no one", async () => {
    const house = await houseWith(1);
    const kept = await reservationIn(house, house.beds[0]!.id, "account", 12);
    const { id } = await close(house, { startsAt: inHours(10) });
    await minutesPass(id);
    await tendWardClosure(id);
    expect(await eventsOf(kept.id)).toEqual(["bed-booking.needs-bed"]);
    expect((await listClosureStays(house.manager, id, { limit: 5 })).items).toHaveLength(1);
    await endWardClosure(house.manager, { id });
    expect(await eventsOf(kept.id)).toEqual(["bed-booking.needs-bed", "bed-booking.bed-kept"]);
    await tendWardClosure(id);
    const other = await createBed(house.hospital.id, { ward: house.ward });
    expect(await conditionOf(other.id)).toBe("FREE");
  });
});
