import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countCapacity } from "@/lib/domain/analytics/internal/count-capacity";
import { getHospitalStats } from "@/lib/domain/analytics/count-hospital";
import { loadNumbers } from "@/lib/domain/analytics/load-numbers";
import { loadNow } from "@/lib/domain/analytics/load-now";
import { PERIODS } from "@/lib/domain/analytics/rules-time";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import { startOfLocalDate } from "@/lib/platform/time/local-date";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import { actorOf, newPatient, newStaff } from "../support/actors";
import { countNaively } from "../support/count-hospital";
import {
  createAmbulance,
  createAppointment,
  createBed,
  createDoctor,
  createHospital,
  createPatient,
  createWard,
} from "../support/factories";
import { region } from "./ambulances-harness";
import { OPERATIONS, type World } from "./hospital-numbers-operations";

const ZONE = "Asia/Kathmandu";
const MINUTE = 60_000;
const AROUND_THE_CLOCK = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: "00:00", end: "24:00" }));

/** A hospital with a little of everything, and people who act on it. */
async function createWorld(): Promise<World> {
  const place = region();
  const { id: hospitalId } = await createHospital({ ...place, timeZone: ZONE });
  const [manager, desk] = [
    (await newStaff(hospitalId, "MANAGER")).actor,
    (await newStaff(hospitalId, "COORDINATOR")).actor,
  ];
  const wards = [await createWard(hospitalId, { kind: "GENERAL" }), await createWard(hospitalId, { kind: "ICU" })];
  for (const ward of [...wards, ...wards, wards[0]!]) await createBed(hospitalId, { ward });
  for (let n = 0; n < 2; n++) await createAmbulance(hospitalId, { kind: "BASIC" });
  const patients = await Promise.all(Array.from({ length: 5 }, async () => (await newPatient()).actor));
  const doctors = await Promise.all(
    [hospitalId, hospitalId, undefined, undefined].map(async (at) => {
      const { doctor, user } = await createDoctor(
        at ? { hospitalId: at, schedule: { rules: AROUND_THE_CLOCK } } : { schedule: null },
      );
      return { id: doctor.id, actor: await actorOf(user) };
    }),
  );
  const { date } = await getHospitalStats(desk, hospitalId);
  const midnight = startOfLocalDate(date, ZONE).getTime();
  for (let n = 0; n < 8; n++) {
    const at = { startsAt: new Date(midnight + n * 40 * MINUTE), endsAt: new Date(midnight + (n * 40 + 30) * MINUTE) };
    await createAppointment(
      { doctorId: doctors[n % 2]!.id, patientId: patients[n % 5]!.patientIds[0]! },
      { hospitalId, ...at, status: n % 4 === 0 ? "PENDING" : "CONFIRMED" },
    );
  }
  return { hospitalId, place, wards, manager, desk, patients, doctors };
}

/** Expects everything shown to match the rows at that moment. */
async function expectTrueNumbers({ hospitalId, manager, place: _place, ...world }: World) {
  const stats = await getHospitalStats(world.desk, hospitalId);
  const naive = await countNaively(hospitalId, stats.asOf);
  expect(stats).toEqual(naive);
  const capacity = (await countCapacity([hospitalId]))(hospitalId);
  const freeOf = (kind: string) =>
    stats.wards.filter((ward) => ward.kind === kind).reduce((sum, { free }) => sum + free, 0);
  for (const { kind, free } of capacity.beds) expect([kind, free]).toEqual([kind, freeOf(kind)]);
  expect(capacity.beds.reduce((sum, { free }) => sum + free, 0)).toBe(stats.beds.free);
  expect(capacity.ambulances.reduce((sum, { free }) => sum + free, 0)).toBe(stats.ambulances.available);
  await expectTrueSums(world.desk, hospitalId);
  const now = await loadNow(manager, hospitalId, { to: new Date(Date.now() + 86_400_000) }, new Date(stats.asOf));
  expect([now.bedRequests.length, now.calls.length, now.joinRequests.length]).toEqual(
    [stats.requests.beds, stats.requests.ambulances, stats.requests.invitations].map((count) => Math.min(5, count)),
  );
}

const hasArrived = (status: string) => ["CHECKED_IN", "IN_PROGRESS", "COMPLETED"].includes(status);

/** Expects the totals of visits to match a recount, quarter by quarter, and the numbers over time with them. */
async function expectTrueSums(actor: Actor, hospitalId: string) {
  const visits = await db.appointment.findMany({ where: { hospitalId } });
  const sums = new Map<number, { came: number; missed: number; left: number }>();
  for (const { startsAt, status } of visits) {
    const quarter = Math.floor(startsAt.getTime() / (15 * MINUTE)) * 15 * MINUTE;
    const { came, missed, left } = sums.get(quarter) ?? { came: 0, missed: 0, left: 0 };
    sums.set(quarter, {
      came: came + Number(hasArrived(status)),
      missed: missed + Number(status === "NO_SHOW"),
      left: left + Number(status === "LEFT"),
    });
  }
  const kept = await db.visitSum.findMany({ where: { hospitalId }, orderBy: { startsAt: "asc" } });
  const isSomething = ({ came, missed, left }: { came: number; missed: number; left: number }) =>
    came + missed + left > 0;
  expect(
    kept.filter(isSomething).map(({ startsAt, came, missed, left }) => [startsAt.getTime(), { came, missed, left }]),
  ).toEqual([...sums].filter(([, sum]) => isSomething(sum)).sort(([a], [b]) => a - b));
  for (const period of PERIODS) {
    for (const { start, end, ...shown } of (await loadNumbers(actor, { hospitalId, period, wardId: null })).visits) {
      const within = visits.filter(({ startsAt }) => startsAt >= new Date(start) && startsAt < new Date(end));
      const count = (is: (status: string) => boolean) => within.filter(({ status }) => is(status)).length;
      expect(shown).toEqual({
        came: count(hasArrived),
        missed: count((status) => status === "NO_SHOW"),
        left: count((status) => status === "LEFT"),
      });
    }
  }
}

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
        expect(beds.free + beds.reserved + beds.occupied + beds.cleaning + beds.outOfService).toBe(beds.total);
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
