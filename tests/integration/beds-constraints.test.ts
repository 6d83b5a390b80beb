import { beforeAll, describe, expect, it } from "vitest";
import { db, type Prisma } from "@/lib/platform/db/db";
import { sqlState } from "@/lib/platform/db/driver-error";
import { admitPatient } from "@/lib/domain/beds/admit-patient";
import { changeBed } from "@/lib/domain/beds/change-bed";
import { changeBedBooking } from "@/lib/domain/beds/change-bed-booking";
import { transferPatient } from "@/lib/domain/beds/transfer-patient";
import { createBed, createPatient, createWard } from "../support/factories";
import { createHouse, createStay, expectNoGaps, inHours, outcome, times } from "./beds-cast";

/** Straight into the tables, past all code: what PostgreSQL itself keeps from being false. */
const UNIQUE = "23505";
const EXCLUSION = "23P01";
const CHECK = "23514";
const FOREIGN_KEY = "23503";
const refused = (work: Promise<unknown>) =>
  work.then(
    () => "stored",
    (error: unknown) => sqlState(error),
  );

let house: Awaited<ReturnType<typeof createHouse>>;
beforeAll(async () => {
  house = await createHouse();
});

async function row(over: Partial<Prisma.BedBookingUncheckedCreateInput> = {}) {
  const { patient } = await createPatient();
  const data = {
    hospitalId: house.hospital.id,
    patientId: patient.id,
    wardKind: "GENERAL" as const,
    startsAt: inHours(-1),
  };
  return refused(db.bedBooking.create({ data: { ...data, ...over } }));
}

const admitted = { status: "ADMITTED" as const, admittedAt: inHours(-1) };
const reserved = { status: "RESERVED" as const, reservedUntil: inHours(4) };

describe("a bed", () => {
  it("has one live booking in any period, even in plain SQL, while adjacent and ended ones are allowed", async () => {
    const { bed } = await createStay(house, "ADMITTED", { endsAt: inHours(5) });
    const bedId = bed!.id;
    expect(await row({ ...reserved, bedId, startsAt: inHours(4) })).toBe(EXCLUSION);
    expect(await row({ ...reserved, bedId, startsAt: inHours(5), endsAt: inHours(6) })).toBe("stored");
    expect(await row({ ...reserved, bedId, startsAt: inHours(-9), endsAt: inHours(4) })).toBe(EXCLUSION);
    expect(await row({ ...reserved, bedId, startsAt: inHours(6) })).toBe("stored");
    expect(await row({ bedId, status: "CANCELLED" })).toBe("stored");
  });

  it("has one admission, also after a planned end has passed", async () => {
    const { bed } = await createStay(house, "ADMITTED", { startsAt: inHours(-9), endsAt: inHours(-5) });
    expect(await row({ ...admitted, bedId: bed!.id, startsAt: inHours(-1) })).toBe(UNIQUE);
  });

  it("holds one person at a time in its history too, and a stay has one open bed", async () => {
    const { row: booking, bed } = await createStay(house, "ADMITTED");
    const of = { hospitalId: house.hospital.id, wardId: house.ward.id, bookingId: booking.id };
    const other = await createBed(house.hospital.id, { ward: house.ward });
    expect(
      await refused(db.bedStay.create({ data: { ...of, bedId: bed!.id, startsAt: inHours(-1), endsAt: inHours(0) } })),
    ).toBe(EXCLUSION);
    expect(await refused(db.bedStay.create({ data: { ...of, bedId: other.id, startsAt: inHours(-1) } }))).toBe(UNIQUE);
    expect(
      await refused(db.bedStay.create({ data: { ...of, bedId: other.id, startsAt: inHours(0), endsAt: inHours(-1) } })),
    ).not.toBe("stored");
  });

  it("belongs to its own hospital's ward, with a unique label, a reason when out of service and an end of cleaning", async () => {
    const elsewhere = await createHouse();
    const bed = (over: Partial<Prisma.BedUncheckedCreateInput>) =>
      refused(
        db.bed.create({
          data: { hospitalId: house.hospital.id, wardId: house.ward.id, label: crypto.randomUUID(), ...over },
        }),
      );
    expect(await bed({ wardId: elsewhere.ward.id })).toBe(FOREIGN_KEY);
    expect(await bed({ state: "OUT_OF_SERVICE" })).toBe(CHECK);
    expect(await bed({ state: "CLEANING" })).toBe(CHECK);
    expect([await bed({ label: "Window" }), await bed({ label: "wINDOW" })]).toEqual(["stored", UNIQUE]);
    expect(await bed({ label: "Door", removedAt: new Date() })).toBe("stored");
    expect(await bed({ label: "Door" })).toBe("stored");
  });
});

describe("a bed booking", () => {
  it("has a bed, an expiry and its stamps where its status needs them, a duration, and its own hospital's bed", async () => {
    const bed = await createBed(house.hospital.id, { ward: house.ward });
    const foreign = await createBed((await createHouse()).hospital.id);
    expect(await row({ ...reserved })).toBe(CHECK);
    expect(await row({ status: "RESERVED", bedId: bed.id })).toBe(CHECK);
    expect(await row({ status: "ADMITTED", bedId: bed.id })).toBe(CHECK);
    expect(await row({ ...admitted, status: "DISCHARGED", bedId: bed.id })).toBe(CHECK);
    expect(await row({ endsAt: inHours(-2) })).toBe(CHECK);
    expect(await row({ ...reserved, bedId: foreign.id })).toBe(FOREIGN_KEY);
    expect(await row({ ...reserved, bedId: bed.id })).toBe("stored");
  });

  it("is the only admission of its patient, across all hospitals", async () => {
    const { patient } = await createStay(house, "ADMITTED");
    const elsewhere = await createHouse();
    const bed = await createBed(elsewhere.hospital.id);
    expect(await row({ ...admitted, hospitalId: elsewhere.hospital.id, patientId: patient.id, bedId: bed.id })).toBe(
      UNIQUE,
    );
  });

  it("takes no step that the domain doesn't have, and counts every change", async () => {
    const { row: over } = await createStay(house, "DISCHARGED");
    // Longer ago than a discharge can be undone.
    await db.$executeRaw`UPDATE "BedBooking" SET "dischargedAt" = now() - interval '40 minutes', "version" = "version" + 1 WHERE "id" = ${over.id}::uuid`;
    const { row: asked } = await createStay(house, "REQUESTED");
    const change = (id: string, data: Prisma.BedBookingUncheckedUpdateInput) =>
      refused(db.bedBooking.update({ where: { id }, data }));
    expect(await change(over.id, { status: "ADMITTED", dischargedAt: null, version: 3 })).toBe(CHECK);
    expect(await change(asked.id, { ...admitted, bedId: over.bedId, version: 2 })).toBe(CHECK);
    expect(await change(asked.id, { wardKind: "ICU" })).toBe(CHECK);
    expect(await change(asked.id, { wardKind: "ICU", version: 3 })).toBe(CHECK);
    expect(await change(asked.id, { wardKind: "ICU", version: 2 })).toBe("stored");
  });
});

it("a ward has a unique name in its hospital and plausible numbers", async () => {
  const ward = (over: Partial<Prisma.WardUncheckedCreateInput>) => refused(createWard(house.hospital.id, over));
  expect([
    await ward({ name: "North" }),
    await ward({ name: "NORTH" }),
    await ward({ name: "north", removedAt: new Date() }),
  ]).toEqual(["stored", UNIQUE, "stored"]);
  expect(await ward({ cleaningMinutes: 1441 })).toBe(CHECK);
  expect(await ward({ dailyRateMinor: -1 })).toBe(CHECK);
});

it("many requests at once keep one patient per bed, one bed per patient, and open stays for admissions", async () => {
  const own = await createHouse();
  const beds = await times(6, () => createBed(own.hospital.id, { ward: own.ward }));
  const stays = await times(16, () => createStay(own, "REQUESTED"));
  const any = <T>(list: T[]): T => list[Math.floor(Math.random() * list.length)]!;
  const one = () => {
    const { row } = any(stays);
    const bed = any(beds);
    return any([
      () => changeBedBooking(own.manager, row.id, { status: "RESERVED", bedId: bed.id }),
      () => changeBedBooking(own.manager, row.id, { status: "ADMITTED", bedId: bed.id }),
      () => transferPatient(own.coordinator, row.id, { bedId: bed.id }),
      () => changeBedBooking(own.coordinator, row.id, { status: "DISCHARGED" }),
      () => changeBed(own.coordinator, bed.id, { state: "READY" }),
      () => admitPatient(own.coordinator, { hospitalId: own.hospital.id, bedId: bed.id, patientId: row.patientId }),
    ])();
  };
  const results = await times(8, async () => {
    const seen: unknown[] = [];
    for (let i = 0; i < 30; i++) seen.push(await outcome(one()));
    return seen;
  });
  const allowed = ["ok", "bed-taken", "patient-admitted", "invalid-transition", "version-mismatch", "invalid"];
  expect(results.flat().filter((code) => !allowed.includes(String(code)))).toEqual([]);
  const [truth] = await db.$queryRaw<Record<string, number>[]>`
    SELECT (SELECT count(*)::int FROM "BedBooking" WHERE "hospitalId" = ${own.hospital.id}::uuid AND "status" = 'ADMITTED') AS "admitted",
      (SELECT count(*)::int FROM "BedStay" WHERE "hospitalId" = ${own.hospital.id}::uuid AND "endsAt" IS NULL) AS "open",
      (SELECT count(*)::int FROM "BedNow" WHERE "hospitalId" = ${own.hospital.id}::uuid AND "condition" = 'OCCUPIED') AS "occupied",
      (SELECT count(*)::int FROM "BedStay" s JOIN "BedBooking" b ON b."id" = s."bookingId" WHERE s."hospitalId" = ${own.hospital.id}::uuid
        AND s."endsAt" IS NULL AND s."bedId" <> b."bedId") AS "astray"`;
  expect(truth).toEqual({ admitted: truth!.open, open: truth!.occupied, occupied: truth!.admitted, astray: 0 });
  await expectNoGaps(own.hospital.id);
});
