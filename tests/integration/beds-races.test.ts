import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import { admitPatient } from "@/lib/domain/beds/admit-patient";
import { changeBed } from "@/lib/domain/beds/change-bed";
import { changeBedBooking } from "@/lib/domain/beds/change-bed-booking";
import { expireBedBookings } from "@/lib/domain/beds/expire-bed-bookings";
import { removeBed } from "@/lib/domain/beds/remove-bed";
import { removeWard } from "@/lib/domain/beds/remove-ward";
import { reserveAnyBedIn } from "@/lib/domain/beds/reserve-any-bed";
import { transferPatient } from "@/lib/domain/beds/transfer-patient";
import { inTransaction } from "@/lib/actor/transaction";
import { createBed, createPatient, createWard } from "../support/factories";
import { codeOf, conditionOf, createHouse, createStay, expectNoGaps, inHours, outcome, times } from "./beds-cast";

const MANY = 50;
/** How often each outcome came. */
const tally = (outcomes: unknown[]) =>
  Object.fromEntries([...new Set(outcomes)].map((one) => [String(one), outcomes.filter((o) => o === one).length]));

let house: Awaited<ReturnType<typeof createHouse>>;
beforeAll(async () => {
  house = await createHouse();
});
const freeBed = () => createBed(house.hospital.id, { ward: house.ward });

describe("fifty requests at once", () => {
  it("for the last free bed have one winner, and all others are told that no bed is free", async () => {
    const bed = await freeBed();
    const requests = await times(MANY, () => createStay(house, "REQUESTED"));
    const results = await Promise.all(
      requests.map(({ row }, i) =>
        changeBedBooking(i % 2 ? house.manager : house.coordinator, row.id, { status: "RESERVED", bedId: bed.id }).then(
          (won) => won,
          (error: unknown) => error,
        ),
      ),
    );
    const refused = results.filter((result) => result instanceof AppError);
    expect([results.length - refused.length, tally(refused.map(codeOf))]).toEqual([1, { "bed-taken": MANY - 1 }]);
    for (const { extra } of refused) expect(extra).toEqual({ alternatives: [] });
    const statuses = await db.bedBooking.groupBy({
      by: ["status"],
      where: { id: { in: requests.map(({ row }) => row.id) } },
      _count: true,
    });
    expect(Object.fromEntries(statuses.map(({ status, _count }) => [status, _count]))).toEqual({
      RESERVED: 1,
      REQUESTED: MANY - 1,
    });
    await expectNoGaps(house.hospital.id);
  });

  it("to admit one patient to a bed each lead to one admission, and forty-nine are told so", async () => {
    const { patient } = await createStay(house, "DISCHARGED");
    const beds = await times(MANY, freeBed);
    const results = await Promise.all(
      beds.map(({ id }) =>
        outcome(admitPatient(house.manager, { hospitalId: house.hospital.id, bedId: id, patientId: patient.id })),
      ),
    );
    expect(tally(results)).toEqual({ ok: 1, "patient-admitted": MANY - 1 });
    expect(await db.bedBooking.count({ where: { patientId: patient.id, status: "ADMITTED" } })).toBe(1);
    expect(await db.bedStay.count({ where: { booking: { patientId: patient.id }, endsAt: null } })).toBe(1);
  });

  it("to admit a new patient each to one bed admit one, and leave no row of the others", async () => {
    const own = await createHouse();
    const bed = await createBed(own.hospital.id, { ward: own.ward });
    const before = await db.patient.count();
    const results = await times(MANY, (i) =>
      outcome(
        admitPatient(own.coordinator, { hospitalId: own.hospital.id, bedId: bed.id, patient: { name: `Walker ${i}` } }),
      ),
    );
    expect(tally(results)).toEqual({ ok: 1, "bed-taken": MANY - 1 });
    expect(await db.patient.count()).toBe(before + 1);
    await expectNoGaps(own.hospital.id);
  });

  it("for the same step of one stay take it once", async () => {
    const { row } = await createStay(house, "RESERVED");
    const results = await times(MANY, () => outcome(changeBedBooking(house.manager, row.id, { status: "ADMITTED" })));
    expect(tally(results)).toEqual({ ok: MANY });
    expect((await db.bedBooking.findUniqueOrThrow({ where: { id: row.id } })).version).toBe(2);
    expect(await db.domainEvent.count({ where: { aggregateId: row.id, type: "bed-booking.admitted" } })).toBe(1);
    const seen = await createStay(house, "RESERVED");
    const exact = await times(MANY, () =>
      outcome(changeBedBooking(house.manager, seen.row.id, { status: "ADMITTED" }, 1)),
    );
    expect(tally(exact)).toEqual({ ok: 1, "version-mismatch": MANY - 1 });
  });

  it("from ambulances for twenty free beds reserve twenty different ones, and thirty are told that there is none", async () => {
    const own = await createHouse(["ICU"]);
    await times(20, () => createBed(own.hospital.id, { ward: own.ward }));
    const wanted = { hospitalId: own.hospital.id, wardKind: "ICU" as const, reservedUntil: inHours(4), reason: null };
    const patients = await times(MANY, () => createPatient());
    const rows = await Promise.all(
      patients.map(({ patient }) =>
        inTransaction(own.coordinator, (tx) =>
          reserveAnyBedIn(tx, own.coordinator, { ...wanted, patientId: patient.id }),
        ),
      ),
    );
    const kept = rows.flatMap((row) => row?.bedId ?? []);
    expect([kept.length, new Set(kept).size]).toEqual([20, 20]);
  });
});

describe("two requests at once", () => {
  it("to move to one bed have one winner, and beds swap without a deadlock", async () => {
    for (let round = 0; round < 5; round++) {
      const [a, b] = [await createStay(house, "ADMITTED"), await createStay(house, "ADMITTED")];
      const to = await freeBed();
      const results = await Promise.all(
        [a, b].map(({ row }) => outcome(transferPatient(house.manager, row.id, { bedId: to.id }))),
      );
      expect(tally(results)).toEqual({ ok: 1, "bed-taken": 1 });
      const beds = await db.bedBooking.findMany({
        where: { id: { in: [a.row.id, b.row.id] } },
        select: { bedId: true },
      });
      expect(beds.filter(({ bedId }) => bedId === to.id).length).toBe(1);
      // Each into the other's bed: neither is free, and there is no deadlock.
      expect(
        await Promise.all([
          outcome(transferPatient(house.manager, a.row.id, { bedId: b.bed!.id })),
          outcome(transferPatient(house.manager, b.row.id, { bedId: a.bed!.id })),
        ]),
      ).not.toContain("conflict");
    }
  });

  it("to claim and to remove a bed never both succeed", async () => {
    const own = await createHouse();
    for (let round = 0; round < 12; round++) {
      const ward = await createWard(own.hospital.id);
      const bed = await createBed(own.hospital.id, { ward });
      const { row } = await createStay(own, "REQUESTED");
      const takeAway = [
        () => removeBed(own.manager, { id: bed.id }),
        () => removeWard(own.manager, { id: ward.id }),
        () => changeBed(own.manager, bed.id, { state: "OUT_OF_SERVICE", reason: "Broken" }),
      ][round % 3]!;
      const claim = () => changeBedBooking(own.manager, row.id, { status: "RESERVED", bedId: bed.id });
      const [claimed, gone] = await Promise.all([outcome(claim()), outcome(takeAway())]);
      expect([
        ["ok", "invalid-transition"],
        ["not-found", "ok"],
        ["invalid-transition", "ok"],
      ]).toContainEqual([claimed, gone]);
      expect(claimed === "ok").toBe((await conditionOf(bed.id)) === "RESERVED");
    }
  });

  it("to cancel and admit, discharge and transfer, or expire and admit have one winner", async () => {
    for (let round = 0; round < 5; round++) {
      const kept = await createStay(house, "RESERVED");
      const both = await Promise.all([
        outcome(changeBedBooking(kept.actor, kept.row.id, { status: "CANCELLED" }, 1)),
        outcome(changeBedBooking(house.manager, kept.row.id, { status: "ADMITTED" }, 1)),
      ]);
      expect(tally(both)).toEqual({ ok: 1, "version-mismatch": 1 });
      const inBed = await createStay(house, "ADMITTED");
      const to = await freeBed();
      const left = await Promise.all([
        outcome(changeBedBooking(house.manager, inBed.row.id, { status: "DISCHARGED" }, 1)),
        outcome(transferPatient(house.manager, inBed.row.id, { bedId: to.id }, 1)),
      ]);
      expect(tally(left)).toEqual({ ok: 1, "version-mismatch": 1 });
      const late = await createStay(house, "RESERVED", { reservedUntil: inHours(-0.01) });
      const requested = await createStay(house, "REQUESTED");
      const [, wanted] = await Promise.all([
        expireBedBookings(),
        outcome(changeBedBooking(house.manager, requested.row.id, { status: "RESERVED", bedId: late.bed!.id })),
      ]);
      expect(wanted).toBe("ok");
      expect(await db.domainEvent.count({ where: { aggregateId: late.row.id, type: "bed-booking.expired" } })).toBe(1);
    }
    await expectNoGaps(house.hospital.id);
  });
});
