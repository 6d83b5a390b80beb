import { beforeAll, describe, expect, it } from "vitest";
import { db, type Prisma } from "@/lib/platform/db/db";
import { sqlState } from "@/lib/platform/db/driver-error";
import { createBed, createPatient, createWard } from "../support/factories";
import { createHouse, createStay, inHours } from "./beds-cast";

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
    expect(await change(asked.id, { reason: "Otherwise" })).toBe(CHECK);
    expect(await change(asked.id, { reason: "Otherwise", version: 3 })).toBe(CHECK);
    expect(await change(asked.id, { reason: "Otherwise", version: 2 })).toBe("stored");
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
