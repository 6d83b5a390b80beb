import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listOperationsBehind } from "@/lib/domain/analytics/list-operations-behind";
import { loadReport } from "@/lib/domain/analytics/load-report";
import { recountDays } from "@/lib/domain/analytics/recount-days";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import { db } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import { shiftDate } from "@/lib/platform/time/local-date";
import { createAppointment, createDoctor, createPatient } from "../support/factories";
import { killAt } from "../support/kill-at";
import { callsNaively, staysNaively, sumsStored, visitsNaively } from "./day-sums-naive";
import { DAY_OPERATIONS } from "./day-sums-operations";
import { OPERATIONS } from "./hospital-numbers-operations";
import { createWorld, MINUTE } from "./hospital-numbers-world";

const ALL = { ...OPERATIONS, ...DAY_OPERATIONS };
const NAMES = [
  ...Object.keys(DAY_OPERATIONS),
  ...[
    "requestBed",
    "stepOfStay",
    "nextOfStay",
    "transfer",
    "callAmbulance",
    "stepOfCall",
    "visit",
    "undoVisit",
    "moveVisit",
  ],
];
/** What a few hundred random steps certainly do. */
const SURE = [
  ...["pastVisit", "hold", "attend", "remind", "offer", "removeVisit"],
  ...["requestBed", "nextOfStay", "callAmbulance", "stepOfCall", "visit", "moveVisit"],
];
const operation = fc.record({
  name: fc.constantFrom(...NAMES),
  dice: fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999)),
});

/** Only where something was counted, in whole numbers: a stay's fractions of a second are rounded once a day. */
function plain(sums: Map<string, Record<string, number>>) {
  const rows = [...sums].map(([key, counts]) => {
    const some = Object.entries(counts).filter(([, count]) => Math.round(count) !== 0);
    return [key, Object.fromEntries(some.sort())] as const;
  });
  return new Map(rows.filter(([, counts]) => Object.keys(counts).length > 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function expectNear(stored: Map<string, Record<string, number>>, naive: Map<string, Record<string, number>>) {
  const [is, should] = [plain(stored), plain(naive)];
  const names = (sums: Map<string, Record<string, number>>) =>
    [...sums].map(
      ([key, counts]) =>
        `${key}: ${Object.keys(counts)
          .filter((name) => !name.endsWith("Seconds"))
          .join()}`,
    );
  expect(names(is)).toEqual(names(should));
  for (const [key, counts] of should)
    for (const [name, count] of Object.entries(counts))
      expect
        .soft(Math.abs((is.get(key)?.[name] ?? 0) - count), `${key} ${name}`)
        .toBeLessThan(name.endsWith("Seconds") ? 20 : 0.01);
}

async function expectTrueDays() {
  await recountDays();
  const stored = await sumsStored();
  expectNear(stored.visits, await visitsNaively());
  expectNear(stored.stays, await staysNaively());
  expectNear(stored.calls, await callsNaively());
}

/** The lists behind a hospital's numbers have as many as are counted. */
async function expectLists({ hospitalId, desk }: Awaited<ReturnType<typeof createWorld>>) {
  const { today } = await loadReport(desk, { hospitalId });
  const days = { hospitalId, from: shiftDate(today, -400), to: shiftDate(today, 400) };
  const { beds, calls } = await loadReport(desk, days);
  const listed = await Promise.all(
    (["stays", "discharges", "turnovers", "calls"] as const).map(
      async (what) => (await listOperationsBehind(desk, { ...days, what }, { limit: 1_000 })).items.length,
    ),
  );
  expect(listed).toEqual([beds?.total.came, beds?.total.discharged, beds?.total.turned, calls?.total.calls]);
}

describe("the sums of days", () => {
  it("equal a count over the rows after any history", async () => {
    const world = await createWorld();
    const done = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 20, maxLength: 30 }), async (operations) => {
        for (const { name, dice } of operations) {
          const pick = <T>(list: readonly T[], at = 0): T | undefined =>
            list[dice[at as 0]! % Math.max(1, list.length)];
          try {
            if ((await ALL[name]!(world, pick)) !== undefined) done.set(name, (done.get(name) ?? 0) + 1);
          } catch (error) {
            if (!(error instanceof AppError)) throw error;
          }
          if (dice[0] % 5 === 0) await recountDays();
        }
        await expectTrueDays();
        await expectLists(world);
      }),
      { numRuns: 9, endOnFailure: true },
    );
    for (const name of SURE) expect([name, done.get(name) ?? 0]).not.toEqual([name, 0]);
  });

  it("stay the same when a day is marked again, and follow a change of the place's clock", async () => {
    const { hospitalId, doctors } = await createWorld();
    await recountDays();
    const before = await sumsStored();
    await db.$executeRaw`INSERT INTO "DayMark" ("kind", "doctorId") SELECT 'VISITS', "id" FROM "Doctor"`;
    await db.$executeRaw`
      INSERT INTO "DayMark" ("kind", "hospitalId") SELECT k, "id" FROM "Hospital", unnest(enum_range('STAYS'::"DayMarkKind", 'CALLS')) k`;
    await recountDays();
    const after = await sumsStored();
    for (const kind of ["visits", "stays", "calls"] as const) expect(plain(after[kind])).toEqual(plain(before[kind]));
    await db.hospital.update({ where: { id: hospitalId }, data: { timeZone: "UTC" } });
    await db.doctor.update({ where: { id: doctors[2]!.id }, data: { timeZone: "Asia/Kathmandu" } });
    await expectTrueDays();
  });

  it("lose nothing when the worker dies half-way: the marks are still there", async () => {
    const { hospitalId, doctors, patients } = await createWorld();
    await recountDays();
    const [doctorId, patientId] = [doctors[0]!.id, patients[0]!.patientIds[0]!];
    await createAppointment({ doctorId, patientId }, { hospitalId });
    const before = await sumsStored();
    const marks = await db.dayMark.count();
    expect(marks).toBeGreaterThan(0);
    await killAt('LOCK TABLE "VisitDay" IN EXCLUSIVE MODE', [], recountDays);
    expect(await db.dayMark.count()).toBe(marks);
    expect(plain((await sumsStored()).visits)).toEqual(plain(before.visits));
    await expectTrueDays();
  });

  it("are right when many change one day while two workers recount", async () => {
    const { hospitalId, desk } = await createWorld();
    const startsAt = new Date(Date.now() - MINUTE);
    const visits = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const [{ doctor }, { patient }] = [await createDoctor({ hospitalId, schedule: null }), await createPatient()];
        return createAppointment({ doctorId: doctor.id, patientId: patient.id }, { hospitalId, startsAt });
      }),
    );
    let isOver = false;
    const worker = async () => {
      while (!isOver) await recountDays();
    };
    const workers = [worker(), worker()];
    for (const status of ["CHECKED_IN", "IN_PROGRESS"] as const)
      await Promise.all(visits.map(({ id }) => changeStatus(desk, id, { status }).catch(() => undefined)));
    isOver = true;
    await Promise.all(workers);
    await expectTrueDays();
  });
});
