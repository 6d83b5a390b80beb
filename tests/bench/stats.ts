import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { generateHospital, type HospitalSize } from "@/tests/load/generate-hospital";
import { DATABASE } from "@/scripts/embedded/roles";
import { say } from "@/scripts/process/say";
import { percentile } from "./client";
import { explainEverything } from "./explain";
import { runAlone, withOwnDatabase } from "./own-process";
import type { StatsQuestion } from "./stats-questions";

const ROUNDS = 200;
/** Pages with numbers over time read more, and are requested less often. */
const SLOW_ROUNDS = 20;

/** 2,000 beds with a million stays behind them; `BENCH_STAYS` makes it smaller. */
function largeSize(): HospitalSize {
  return { beds: 2_000, stays: Number(process.env.BENCH_STAYS) || 1_000_000, visits: 200_000, calls: 50_000 };
}

export const benchStats = (): Promise<void> => runAlone(import.meta.url);

/** Measures how long the numbers of one very large hospital take, and by which plans they are read. */
async function measure(): Promise<void> {
  await withOwnDatabase(async (postgres, dataDir) => {
    const size = largeSize();
    const began = performance.now();
    await generateHospital(postgres.adminUrlOf(DATABASE), size);
    say(
      `stats: ${size.beds} beds, ${size.stays} past stays, ${size.visits} visits and ${size.calls} calls are there after ${Math.round((performance.now() - began) / 1000)} s`,
    );
    const [{ statsQuestions }, { closeDb }] = [await import("./stats-questions"), await import("@/lib/platform/db/db")];
    const questions = await statsQuestions();
    for (const question of questions) say(await time(question));
    await closeDb();
    await explainEverything(postgres.adminUrlOf("postgres"));
    for (const question of questions) await showPlans(question, join(dataDir, "postgres.log"));
    await closeDb();
  });
}

async function time({ name, wanted, ask }: StatsQuestion): Promise<string> {
  const times: number[] = [];
  const rounds = wanted === undefined ? SLOW_ROUNDS : ROUNDS;
  for (let round = -3; round < rounds; round++) {
    const began = performance.now();
    await ask();
    if (round >= 0) times.push(performance.now() - began);
  }
  const [median, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
  return `  ${name.padEnd(44)} median ${median.toFixed(1).padStart(7)} ms, p95 ${p95.toFixed(1).padStart(7)} ms${wanted === undefined ? "" : ` (${wanted} at most wanted)`}`;
}

async function showPlans({ name, ask }: StatsQuestion, logFile: string): Promise<void> {
  const before = readFileSync(logFile).length;
  await ask();
  say(`\nplans: ${name}\n${readFileSync(logFile).subarray(before).toString()}`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await measure();
