import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { generateHospital } from "@/tests/load/generate-hospital";
import { DATABASE } from "@/scripts/embedded/roles";
import { say } from "@/scripts/process/say";
import { percentile } from "./client";
import { explainEverything } from "./explain";
import { runAlone, withOwnDatabase } from "./own-process";

const ROUNDS = 50;
const WANTED_MS = 100;

/** A year of a very large hospital: a million stays and a million appointments; `BENCH_STAYS` makes both smaller. */
const COUNT = Number(process.env.BENCH_STAYS) || 1_000_000;
/** Bed by bed every three days, and each doctor 24 appointments a day. */
const SIZE = {
  beds: Math.ceil(COUNT / 122),
  stays: COUNT,
  visits: COUNT,
  calls: 50_000,
  doctors: Math.ceil(COUNT / 8_760),
};

export const benchAnalytics = (): Promise<void> => runAlone(import.meta.url);

type Question = { name: string; ask(): Promise<unknown> };

/** Measures how long the past takes to be counted, how long a report takes then, and by which plans it is read. */
async function measure(): Promise<void> {
  await withOwnDatabase(async (postgres, dataDir) => {
    await generateHospital(postgres.adminUrlOf(DATABASE), SIZE);
    const { closeDb } = await import("@/lib/platform/db/db");
    await countThePast();
    const questions = await reportQuestions();
    for (const question of questions) say(await time(question));
    await closeDb();
    await explainEverything(postgres.adminUrlOf("postgres"));
    for (const { name, ask } of questions) {
      const log = join(dataDir, "postgres.log");
      const before = readFileSync(log).length;
      await ask();
      say(`\nplans: ${name}\n${readFileSync(log).subarray(before).toString()}`);
    }
    await closeDb();
  });
}

async function countThePast(): Promise<void> {
  const { db } = await import("@/lib/platform/db/db");
  const { recountDays } = await import("@/lib/domain/analytics/recount-days");
  await db.$executeRaw`INSERT INTO "DayMark" ("kind", "doctorId") SELECT 'VISITS', "id" FROM "Doctor"`;
  await db.$executeRaw`
    INSERT INTO "DayMark" ("kind", "hospitalId") SELECT k, "id" FROM "Hospital", unnest(enum_range('STAYS'::"DayMarkKind", 'CALLS')) k`;
  const began = performance.now();
  const marks = await recountDays();
  await db.$executeRaw`ANALYZE "VisitDay", "StayDay", "CallDay"`;
  const [visits, stays, calls] = [await db.visitDay.count(), await db.stayDay.count(), await db.callDay.count()];
  const seconds = Math.round((performance.now() - began) / 1000);
  say(
    `analytics: ${SIZE.stays} stays, ${SIZE.visits} appointments, ${SIZE.calls} calls: ${marks} marks counted in ${seconds} s; ${visits}, ${stays} and ${calls} rows`,
  );
  const day = await db.visitDay.findFirstOrThrow({
    where: { doctorId: { not: null } },
    select: { doctorId: true, hospitalId: true, day: true },
  });
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await db.dayMark.create({ data: { kind: "VISITS", ...day } });
    const start = performance.now();
    await recountDays();
    times.push(performance.now() - start);
  }
  say(`  one marked day of a doctor                   median ${percentile(times, 0.5).toFixed(1)} ms`);
}

async function reportQuestions(): Promise<Question[]> {
  const [{ db }, { loadReport }, { findActor }, { SYSTEM_ACTOR }] = await Promise.all([
    import("@/lib/platform/db/db"),
    import("@/lib/domain/analytics/load-report"),
    import("@/lib/actor/find-actor"),
    import("@/lib/actor/actor"),
  ]);
  const { hospitalId, userId } = await db.hospitalStaff.findFirstOrThrow({
    select: { hospitalId: true, userId: true },
  });
  const { id: doctorId, userId: doctorUser } = await db.doctor.findFirstOrThrow({ select: { id: true, userId: true } });
  const [staff, doctor] = [await findActor(userId, "session"), await findActor(doctorUser, "session")];
  if (!staff || !doctor) throw new Error("Someone is missing.");
  const to = new Date().toISOString().slice(0, 10);
  const from = new Date(Date.now() - 364 * 86_400_000).toISOString().slice(0, 10);
  const month = new Date(Date.now() - 29 * 86_400_000).toISOString().slice(0, 10);
  return [
    { name: "a hospital's year, with the year before", ask: () => loadReport(staff.actor, { hospitalId, from, to }) },
    { name: "a hospital's month", ask: () => loadReport(staff.actor, { hospitalId, from: month, to }) },
    { name: "a doctor's year", ask: () => loadReport(doctor.actor, { doctorId, from, to }) },
    { name: "everyone's year", ask: () => loadReport({ ...SYSTEM_ACTOR, isAdmin: true }, { from, to }) },
  ];
}

async function time({ name, ask }: Question): Promise<string> {
  const times: number[] = [];
  for (let round = -3; round < ROUNDS; round++) {
    const began = performance.now();
    await ask();
    if (round >= 0) times.push(performance.now() - began);
  }
  const [median, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
  return `  ${name.padEnd(44)} median ${median.toFixed(1).padStart(7)} ms, p95 ${p95.toFixed(1).padStart(7)} ms (${WANTED_MS} at most wanted)`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await measure();
