import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { getHospitalStats } from "@/lib/domain/analytics/count-hospital";
import { loadNumbers } from "@/lib/domain/analytics/load-numbers";
import { loadNow } from "@/lib/domain/analytics/load-now";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import { db } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import { newStaff } from "../support/actors";
import {
  createAppointment,
  createBed,
  createDoctor,
  createHospital,
  createPatient,
  createWard,
} from "../support/factories";
import { OPERATIONS } from "./hospital-numbers-operations";
import { createWorld, expectTrueNumbers, expectTrueSums, MINUTE } from "./hospital-numbers-world";

/** Reservations run out by themselves between two readings; nothing else does within a test. */
const operation = fc.record({
  name: fc.constantFrom(...Object.keys(OPERATIONS)),
  dice: fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999)),
});

describe("the hospital's numbers", () => {
  it("equal a naive count over the rows after any sequence of operations", async () => {
    const world = await createWorld();
    const done = new Map<string, number>();
    // While the doctors certainly still have hours here.
    await OPERATIONS.moveVisit!(world, ([first]) => first);
    // Only two doctors can be, and either may ask to join first.
    await OPERATIONS.invite!(world, (list) => list.at(-1));
    done.set("invite", 1);
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 20, maxLength: 30 }), async (operations) => {
        for (const { name, dice } of operations) {
          const pick = <T>(list: readonly T[], at = 0): T | undefined =>
            list[dice[at as 0]! % Math.max(1, list.length)];
          try {
            await OPERATIONS[name]!(world, pick);
            done.set(name, (done.get(name) ?? 0) + 1);
          } catch (error) {
            // What the product refuses changes nothing, as the count then shows.
            if (!(error instanceof AppError)) throw error;
          }
        }
        await expectTrueNumbers(world);
      }),
      { numRuns: 12, endOnFailure: true },
    );
    for (const name of [
      "requestBed",
      "nextOfStay",
      "lapse",
      "stateOfBed",
      "closeBeds",
      "openBeds",
      "addBed",
      "stepOfCall",
      "invite",
      "visit",
      "undoVisit",
    ])
      expect([name, done.get(name) ?? 0]).not.toEqual([name, 0]);
  });

  it("are of one moment: what is committed meanwhile is in all of them or in none", async () => {
    const { hospitalId, wards, desk } = await createWorld();
    let isOver = false;
    const reading = (async () => {
      for (let n = 0; n < 30; n++) {
        const { beds, wards: each } = await getHospitalStats(desk, hospitalId);
        expect(each.reduce((sum, { total }) => sum + total, 0)).toBe(beds.total);
        expect(beds.free + beds.reserved + beds.occupied + beds.cleaning + beds.outOfService + beds.closed).toBe(
          beds.total,
        );
      }
      isOver = true;
    })();
    for (let n = 0; !isOver && n < 200; n++) await createBed(hospitalId, { ward: wards[n % 2]! });
    await reading;
  });
});

describe("visit totals", () => {
  it("lose nothing when many check in at once, and follow a removed visit", async () => {
    const { hospitalId, desk } = await createWorld();
    const startsAt = new Date(Date.now() - MINUTE);
    const visits = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const [{ doctor }, { patient }] = [await createDoctor({ hospitalId, schedule: null }), await createPatient()];
        return createAppointment({ doctorId: doctor.id, patientId: patient.id }, { hospitalId, startsAt });
      }),
    );
    await Promise.all(
      visits.map(({ id }, n) =>
        changeStatus(desk, id, { status: n % 2 ? "CHECKED_IN" : "NO_SHOW", reason: "Said so" }),
      ),
    );
    await expectTrueSums(desk, hospitalId);
    await db.appointment.delete({ where: { id: visits[1]!.id } });
    await db.appointment.update({
      where: { id: visits[3]!.id },
      data: { startsAt: new Date(startsAt.getTime() - 120 * MINUTE), version: { increment: 1 } },
    });
    await expectTrueSums(desk, hospitalId);
  });

  it("can't be written by the application, only by the change of a visit", async () => {
    const { hospitalId } = await createWorld();
    await expect(
      db.$executeRaw`INSERT INTO "VisitSum" ("hospitalId", "startsAt", "came") VALUES (${hospitalId}::uuid, now(), 1)`,
    ).rejects.toThrow(/permission denied/);
    await expect(db.$executeRaw`UPDATE "VisitSum" SET "came" = 1`).rejects.toThrow(/permission denied/);
    await expect(db.$executeRaw`SELECT "recount_visits"()`).rejects.toThrow(/permission denied/);
  });
});

describe("the numbers over time", () => {
  it("equal laying every stay over every hour", async () => {
    const { hospitalId, wards, desk } = await createWorld();
    const beds = await db.bed.findMany({ where: { hospitalId } });
    const { patient } = await createPatient();
    const now = Date.now();
    const lay = async (bed: (typeof beds)[number], from: number, to: number | null) => {
      const [startsAt, endsAt] = [new Date(now + from * MINUTE), to === null ? null : new Date(now + to * MINUTE)];
      const status = endsAt ? "DISCHARGED" : "ADMITTED";
      const data = {
        hospitalId,
        patientId: patient.id,
        wardKind: "GENERAL",
        bedId: bed.id,
        status,
        startsAt,
        endsAt,
        admittedAt: startsAt,
        dischargedAt: endsAt,
      } as const;
      const { id } = await db.bedBooking.create({ data });
      await db.bedStay.create({
        data: { hospitalId, wardId: bed.wardId, bedId: bed.id, bookingId: id, startsAt, endsAt },
      });
    };
    await lay(beds[0]!, -4_000, -600);
    await lay(beds[0]!, -500, -77);
    await lay(beds[1]!, -333, null);
    await lay(beds[2]!, -45, -13);
    for (const wardId of [null, wards[0]!.id]) {
      for (const period of ["today", "30"] as const) {
        const { occupancy } = await loadNumbers(desk, { hospitalId, period, wardId });
        const stays = await db.bedStay.findMany({ where: { hospitalId, ...(wardId ? { wardId } : {}) } });
        expect(occupancy.length).toBeGreaterThan(0);
        for (const { start, end, taken } of occupancy) {
          const [a, b] = [Date.parse(start), Date.parse(end)];
          const overlap = stays.reduce(
            (sum, { startsAt, endsAt }) =>
              sum + Math.max(0, Math.min(endsAt?.getTime() ?? b, b) - Math.max(startsAt.getTime(), a)),
            0,
          );
          expect(taken).toBeCloseTo(overlap / (b - a), 4);
        }
      }
    }
    const { stays, visits } = await loadNumbers(desk, { hospitalId, period: "30", wardId: null });
    expect(stays.all).toMatchObject({ count: 3, median: 7.1 });
    expect(visits.every(({ came, missed }) => came + missed === 0)).toBe(true);
  });

  it("are 404 for everyone else, and for a ward of another hospital", async () => {
    const [{ hospitalId, desk }, other] = [await createWorld(), await createHospital()];
    const ward = await createWard(other.id);
    const ask = { period: "30", wardId: null } as const;
    const stranger = (await newStaff(other.id)).actor;
    await expect(loadNumbers(stranger, { hospitalId, ...ask })).rejects.toMatchObject({ code: "not-found" });
    await expect(loadNow(stranger, hospitalId, { to: new Date() }, new Date())).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(loadNumbers(desk, { hospitalId, ...ask, wardId: ward.id })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
