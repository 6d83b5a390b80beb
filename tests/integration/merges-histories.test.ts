import { beforeAll, expect, it } from "vitest";
import { stateNoAllergies } from "@/lib/domain/background/state-no-allergies";
import { undoMerge } from "@/lib/domain/merges/undo-merge";
import { MERGE_FIELDS } from "@/lib/domain/merges/status";
import { db } from "@/lib/platform/db/db";
import { allergyOf } from "./background-harness";
import * as harness from "./merges-harness";

const { everyRow, fillRecord, merged, newRecord, openDesk, select, visitOf } = harness;
let at: harness.Desk;
harness.readEverything();
beforeAll(async () => {
  at = await openDesk();
});

/** Chance that can be repeated. */
function chanceOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Records of one name, some with allergies, some known to have none, some with everything. */
async function records(chance: (below: number) => number, name: string): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < 4; n++) {
    const phone = chance(2) ? `+4930111${chance(1000)}` : null;
    const id = await newRecord(at, { name: `${name}${"e".repeat(chance(2))}`, phone });
    await visitOf(at, id);
    const kind = chance(3);
    if (kind === 0) await allergyOf(at.doctor.actor, id);
    if (kind === 1) await stateNoAllergies(at.doctor.actor, { patientId: id });
    if (kind === 2 && n === 0) await fillRecord(at, id);
    ids.push(id);
  }
  return ids;
}

/** What may never be false, whatever has been merged. */
async function expectSound(): Promise<void> {
  const wrong = await select(`
    SELECT 'refers to a merged record' AS "what" FROM "Appointment" a JOIN "Patient" p ON p."id" = a."patientId" WHERE p."mergedIntoId" IS NOT NULL
    UNION ALL SELECT 'a chain' FROM "Patient" p JOIN "Patient" q ON q."id" = p."mergedIntoId" WHERE q."mergedIntoId" IS NOT NULL
    UNION ALL SELECT 'a note of another' FROM "Encounter" e JOIN "Appointment" a ON a."id" = e."appointmentId" WHERE a."patientId" <> e."patientId"
    UNION ALL SELECT 'both answers' FROM "NoKnownAllergies" n JOIN "Allergy" a ON a."patientId" = n."patientId" AND a."status" = 'ACTIVE' WHERE n."endedAt" IS NULL
    UNION ALL SELECT 'still moving' FROM "PatientMerge" WHERE "movingIn" IS NOT NULL`);
  expect(wrong).toEqual([]);
}

it.each([3, 7, 19, 42, 77, 101])(
  "merges and undoes in any order, and ends where it began (history %i)",
  async (seed) => {
    const chance = chanceOf(seed);
    const ids = await records(chance, `Ottilie Greenhalgh ${seed}`);
    const before = await everyRow();
    const open: string[] = [];
    for (let step = 0; step < 12; step++) {
      if (open.length > 0 && chance(3) === 0) {
        await undoMerge(at.desk, open.splice(chance(open.length), 1)[0]!);
      } else {
        const [source, survivor] = [ids[chance(4)]!, ids[chance(4)]!];
        const take = MERGE_FIELDS.filter(() => chance(2) === 0);
        const made = await merged(at.desk, source, survivor, take).catch(() => null);
        if (made) open.push(made.id);
      }
      await expectSound();
    }
    expect(await db.patientMerge.count()).toBe(0); // row-level security: no one acts here
    while (open.length > 0) await undoMerge(at.desk, open.splice(chance(open.length), 1)[0]!);
    expect(await everyRow()).toEqual(before);
  },
  60_000,
);
