import { randomUUID } from "node:crypto";
import { pathToFileURL } from "node:url";
import { generateOrderFile } from "@/tests/load/generate-edition";
import { say } from "@/scripts/process/say";
import { percentile } from "./client";
import { runAlone, withOwnDatabase } from "./own-process";

const ROUNDS = 100;
const WANTED_MS = 50;
const MOST = 12;

const QUESTIONS = [
  ["an everyday word", "heart attack"],
  ["a code", "I21"],
  ["a long code", "i21.9"],
  ["a typing error", "diabetis"],
  ["three words", "high blood pressure"],
  ["the beginning of a word", "hyperten"],
  ["two letters", "he"],
  ["a word of a third of all codes", "sequela"],
  ["two words of half of them", "left complications"],
  ["two typing errors", "fractre subseqent"],
  ["nothing there is", "xqzwvkj"],
] as const;

export const benchIcd10 = (): Promise<void> => runAlone(import.meta.url);

/** Measures a search in the selection that comes with the product, and in an edition of the size of ICD-10-CM. */
async function measure(): Promise<void> {
  await withOwnDatabase(async () => {
    const { closeDb, db } = await import("@/lib/platform/db/db");
    const { allowLongStatements } = await import("@/lib/platform/db/pool");
    allowLongStatements();
    say(`icd10: a search takes ${WANTED_MS} ms at most`);
    say(` built-in selection, ${await db.diagnosisCode.count()} codes`);
    for (const question of QUESTIONS) say(await time(question));
    const began = performance.now();
    await load(generateOrderFile());
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    say(` complete edition, ${await db.diagnosisCode.count()} codes in all, loaded in ${seconds} s`);
    for (const question of QUESTIONS) say(await time(question));
    await closeDb();
  });
}

/** As an upload does it, without the administrator. */
async function load(file: string): Promise<void> {
  const { db } = await import("@/lib/platform/db/db");
  const { loadUploadedEdition } = await import("@/lib/domain/codes/load-editions");
  const { PART_BYTES } = await import("@/lib/domain/codes/schema");
  const bytes = Buffer.from(file);
  const { id } = await db.diagnosisEdition.create({
    data: { system: "ICD-10-CM", release: "bench", fileBytes: bytes.length },
  });
  for (let at = 0, number = 1; at < bytes.length; at += PART_BYTES, number++)
    await db.diagnosisFilePart.create({
      data: { editionId: id, number, content: bytes.subarray(at, at + PART_BYTES) },
    });
  await db.diagnosisEdition.update({ where: { id }, data: { status: "LOADING" } });
  await loadUploadedEdition(id);
  const { status, fault } = await db.diagnosisEdition.findUniqueOrThrow({ where: { id } });
  if (status !== "READY") throw new Error(`the edition was not loaded: ${fault}`);
}

async function time([name, words]: (typeof QUESTIONS)[number]): Promise<string> {
  const { findDiagnoses } = await import("@/lib/domain/codes/statements");
  const { sql } = await import("@/lib/platform/db/sql");
  const doctorId = randomUUID();
  const times: number[] = [];
  let found = 0;
  for (let round = -10; round < ROUNDS; round++) {
    const began = performance.now();
    found = (await findDiagnoses(sql, words, doctorId, MOST)).length;
    if (round >= 0) times.push(performance.now() - began);
  }
  const [median, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
  const mark = p95 > WANTED_MS ? "  ← too slow" : "";
  return `  ${`${name} (${words})`.padEnd(56)} median ${median.toFixed(2).padStart(6)} ms, p95 ${p95.toFixed(2).padStart(6)} ms, ${found} found${mark}`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await measure();
