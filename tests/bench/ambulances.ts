import { pathToFileURL } from "node:url";
import pg from "pg";
import { REACH_KM } from "@/lib/domain/ambulances/rules";
import type { AmbulanceKind } from "@/lib/domain/ambulances/status";
import { generateFleet } from "@/tests/load/generate-fleet";
import { DATABASE } from "@/scripts/embedded/roles";
import { say } from "@/scripts/process/say";
import { percentile } from "./client";
import { runAlone, withOwnDatabase } from "./own-process";

const ROUNDS = 300;
const WANTED_MS = 10;
const SIZE = { hospitals: 1_000, vehicles: 10_000, pastCalls: 200_000 };

type Question = { name: string; kind: AmbulanceKind; exceptNearest?: number };
const QUESTIONS: Question[] = [
  { name: "nearest with a common kind", kind: "BASIC" },
  { name: "nearest with a rare kind", kind: "NEONATAL" },
  { name: "the sixth nearest, after five escalations", kind: "BASIC", exceptNearest: 5 },
  { name: "a kind nobody within reach has free", kind: "ICU" },
];

export const benchAmbulances = (): Promise<void> => runAlone(import.meta.url);

/** Measures how long finding the nearest hospital takes among very many, and by which plan. */
async function measure(): Promise<void> {
  await withOwnDatabase(async (postgres) => {
    await generateFleet(postgres.adminUrlOf(DATABASE), SIZE);
    say(
      `ambulances: ${SIZE.vehicles} vehicles at ${SIZE.hospitals} hospitals, ${SIZE.pastCalls} past calls; ${WANTED_MS} ms at most wanted`,
    );
    const { closeDb } = await import("@/lib/platform/db/db");
    for (const question of QUESTIONS) say(await time(question));
    for (const question of QUESTIONS) say(await plan(question, postgres.adminUrlOf(DATABASE)));
    await closeDb();
  });
}

/** A place in the area that the fleet covers; the same places in every run. */
function place(round: number) {
  const fraction = (n: number) => n - Math.floor(n);
  return { latitude: 46 + 8 * fraction(round * 0.618_034), longitude: 6 + 12 * fraction(round * 0.754_877) };
}

async function searchOf({ kind, exceptNearest = 0 }: Question, round: number) {
  const [{ findNearest }, { db }] = [
    await import("@/lib/domain/ambulances/internal/find-nearest"),
    await import("@/lib/platform/db/db"),
  ];
  const except: string[] = [];
  for (let n = 0; n < exceptNearest; n++) {
    const found = await findNearest(db, { kind, except, ...place(round) });
    if (found) except.push(found.hospitalId);
  }
  return { kind, except, ...place(round) };
}

async function time(question: Question): Promise<string> {
  const [{ findNearest }, { db }] = [
    await import("@/lib/domain/ambulances/internal/find-nearest"),
    await import("@/lib/platform/db/db"),
  ];
  const times: number[] = [];
  let found = 0;
  for (let round = -20; round < ROUNDS; round++) {
    const search = await searchOf(question, round);
    const began = performance.now();
    const nearest = await findNearest(db, search);
    if (round < 0) continue;
    times.push(performance.now() - began);
    if (nearest) found++;
  }
  const [median, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
  return `  ${question.name.padEnd(44)} median ${median.toFixed(2).padStart(6)} ms, p95 ${p95.toFixed(2).padStart(6)} ms (found in ${found} of ${ROUNDS})`;
}

async function plan(question: Question, adminUrl: string): Promise<string> {
  const { nearestHospital } = await import("@/lib/domain/ambulances/statements");
  const search = { ...(await searchOf(question, 1)), reachKm: REACH_KM };
  const { text, values } = nearestHospital.text([question.kind], search);
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const { rows } = await client.query<{ "QUERY PLAN": string }>(
    `EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) ${text}`,
    values,
  );
  await client.end();
  return `\nplan: ${question.name}\n${rows.map((row) => `  ${row["QUERY PLAN"]}`).join("\n")}`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await measure();
