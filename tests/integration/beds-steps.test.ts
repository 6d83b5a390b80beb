import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { changeBedBooking } from "@/lib/domain/beds/change-bed-booking";
import { expireBedBookings } from "@/lib/domain/beds/expire-bed-bookings";
import { getBedBooking } from "@/lib/domain/beds/queries";
import {
  BED_BOOKING_STATUSES,
  REQUESTABLE_STATUSES,
  type BedBookingStatus,
  type RequestableStatus,
} from "@/lib/domain/beds/status";
import { transferPatient } from "@/lib/domain/beds/transfer-patient";
import { actorOf } from "../support/actors";
import { createAdmin, createBed, createDoctor, createPatient } from "../support/factories";
import { codeOf, conditionOf, createHouse, createStay, eventsOf, HOUR, inHours, outcome } from "./beds-cast";

type Who = "patient" | "coordinator" | "manager";
const STAFF: Who[] = ["coordinator", "manager"];

/** docs/domain.md §4, written again by hand: from, to → who may. Everything else is refused. */
const ALLOWED: Partial<Record<BedBookingStatus, Partial<Record<RequestableStatus, Who[]>>>> = {
  REQUESTED: { RESERVED: STAFF, DECLINED: STAFF, CANCELLED: ["patient", ...STAFF] },
  RESERVED: { RESERVED: STAFF, ADMITTED: STAFF, DECLINED: STAFF, CANCELLED: ["patient", ...STAFF] },
  ADMITTED: { ADMITTED: STAFF, DISCHARGED: STAFF },
};

let house: Awaited<ReturnType<typeof createHouse>>;
let strangers: Actor[];
beforeAll(async () => {
  house = await createHouse();
  strangers = [
    await actorOf((await createPatient()).user),
    await actorOf((await createDoctor({ hospitalId: house.hospital.id })).user),
    (await createHouse()).manager,
    await actorOf(await createAdmin()),
  ];
});

const freeBed = () => createBed(house.hospital.id, { ward: house.ward });

describe("every step by every role", () => {
  for (const from of BED_BOOKING_STATUSES) {
    it(`from ${from}: only what docs/domain.md §4 allows`, async () => {
      for (const to of REQUESTABLE_STATUSES) {
        for (const who of ["patient", ...STAFF] as const) {
          const { row, actor } = await createStay(house, from);
          const asked =
            from === "REQUESTED" && to === "RESERVED"
              ? { bedId: (await freeBed()).id }
              : from === to
                ? { endsAt: inHours(9).toISOString() }
                : {};
          const actors = { patient: actor, coordinator: house.coordinator, manager: house.manager };
          const result = await outcome(
            changeBedBooking(actors[who], row.id, { status: to, reason: "Said so", ...asked }),
          );
          const may = ALLOWED[from]?.[to]?.includes(who) ?? false;
          if (may) expect(`${who}: ${from} → ${to}: ${String(result)}`).toBe(`${who}: ${from} → ${to}: ok`);
          else
            expect(["invalid-transition", "forbidden"], `${who}: ${from} → ${to}: ${String(result)}`).toContain(result);
          const { status } = await db.bedBooking.findUniqueOrThrow({ where: { id: row.id }, select: { status: true } });
          expect(status).toBe(may ? to : from);
        }
      }
    });
  }

  it("answers the same for a stranger's stay and a missing one", async () => {
    const { row, bed } = await createStay(house, "ADMITTED");
    const missing = crypto.randomUUID();
    for (const stranger of strangers) {
      for (const work of [
        (id: string) => changeBedBooking(stranger, id, { status: "DISCHARGED" }),
        (id: string) => transferPatient(stranger, id, { bedId: bed!.id }),
        (id: string) => getBedBooking(stranger, id),
      ]) {
        const [foreign, none] = await Promise.all(
          [row.id, missing].map((id) => work(id).catch((error: unknown) => error)),
        );
        expect(foreign).toEqual(none);
        expect(codeOf(foreign)).toBe("not-found");
      }
    }
  });

  it("answers the same for another hospital's bed and a missing one, when reserving, admitting and transferring", async () => {
    const elsewhere = await createHouse();
    const foreign = await createBed(elsewhere.hospital.id, { ward: elsewhere.ward });
    const [asked, kept, inBed] = [
      await createStay(house, "REQUESTED"),
      await createStay(house, "RESERVED"),
      await createStay(house, "ADMITTED"),
    ];
    for (const bedId of [foreign.id, crypto.randomUUID()]) {
      expect(await outcome(changeBedBooking(house.manager, asked.row.id, { status: "RESERVED", bedId }))).toBe(
        "not-found",
      );
      expect(await outcome(changeBedBooking(house.manager, kept.row.id, { status: "ADMITTED", bedId }))).toBe(
        "not-found",
      );
      expect(await outcome(transferPatient(house.manager, inBed.row.id, { bedId }))).toBe("not-found");
    }
  });

  it("needs a reason from staff and a bed for a reservation, and names fields of other steps", async () => {
    const { row, actor } = await createStay(house, "REQUESTED");
    const fields = (input: Parameters<typeof changeBedBooking>[2]) =>
      changeBedBooking(house.coordinator, row.id, input).catch((e: { code: string; fields: { path: string }[] }) => [
        e.code,
        ...e.fields.map(({ path }) => path),
      ]);
    expect(await fields({ status: "DECLINED" })).toEqual(["invalid", "reason"]);
    expect(await fields({ status: "CANCELLED" })).toEqual(["invalid", "reason"]);
    expect(await fields({ status: "RESERVED" })).toEqual(["invalid", "bedId"]);
    const bedId = (await freeBed()).id;
    expect(await fields({ status: "DECLINED", reason: "Full", bedId })).toEqual(["invalid", "bedId"]);
    expect(await fields({ status: "RESERVED", bedId, reservedUntil: inHours(-1).toISOString() })).toEqual([
      "invalid",
      "reservedUntil",
    ]);
    expect(await fields({ status: "RESERVED", bedId, reservedUntil: inHours(73).toISOString() })).toEqual([
      "invalid",
      "reservedUntil",
    ]);
    expect(await fields({ status: "RESERVED", bedId, endsAt: inHours(-1).toISOString() })).toEqual([
      "invalid",
      "endsAt",
    ]);
    expect(await outcome(changeBedBooking(actor, row.id, { status: "CANCELLED" }))).toBe("ok");
  });

  it("reserves nothing new at a hospital that is no longer verified, but lets it care for its patients", async () => {
    const closed = await createHouse();
    const [asked, kept, inBed] = [
      await createStay(closed, "REQUESTED"),
      await createStay(closed, "RESERVED"),
      await createStay(closed, "ADMITTED"),
    ];
    const bed = await createBed(closed.hospital.id, { ward: closed.ward });
    await db.hospital.update({ where: { id: closed.hospital.id }, data: { verification: "SUSPENDED" } });
    expect(await outcome(changeBedBooking(closed.manager, asked.row.id, { status: "RESERVED", bedId: bed.id }))).toBe(
      "invalid-transition",
    );
    expect(await outcome(changeBedBooking(closed.manager, kept.row.id, { status: "ADMITTED" }))).toBe("ok");
    expect(await outcome(changeBedBooking(closed.manager, inBed.row.id, { status: "DISCHARGED" }))).toBe("ok");
    expect(
      await outcome(changeBedBooking(closed.manager, asked.row.id, { status: "DECLINED", reason: "Closed" })),
    ).toBe("ok");
  });
});

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
