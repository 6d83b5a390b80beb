import { pathToFileURL } from "node:url";
import pg from "pg";
import { DATABASE } from "@/scripts/embedded/roles";
import type { Actor } from "@/lib/actor/actor";
import { runAlone, withOwnDatabase } from "./own-process";
import { say } from "@/scripts/process/say";
import { timed } from "./timed";

const PATIENTS = 100_000;
const HOSPITALS = 50;
const ROUNDS = 200;
const WANTED_MS = 100;

export const benchMerges = (): Promise<void> => runAlone(import.meta.url);

/** Measures what finding likely duplicates costs where a person is entered, and a hospital's list of them. */
async function measure(): Promise<void> {
  await withOwnDatabase(async (postgres) => {
    const [{ newDoctor, newStaff }, { createHospital }, { closeDb, db }] = [
      await import("@/tests/support/actors"),
      await import("@/tests/support/factories"),
      await import("@/lib/platform/db/db"),
    ];
    const hospitals: string[] = [];
    for (let n = 0; n < HOSPITALS; n++) hospitals.push((await createHospital()).id);
    const { doctorId } = await newDoctor();
    const began = performance.now();
    await fill(postgres.adminUrlOf(DATABASE), hospitals, doctorId);
    const seconds = (performance.now() - began) / 1000;
    const pairs = await db.likelyDuplicate.count();
    say(
      `merges: ${PATIENTS} patients of ${HOSPITALS} hospitals, ${pairs} likely pairs; filled in ${seconds.toFixed(0)} s`,
    );
    const [large, small] = [hospitals[0] ?? "", hospitals[HOSPITALS - 1] ?? ""];
    for (const [name, hospitalId] of [
      ["the largest hospital", large],
      ["the smallest", small],
    ] as const) {
      const { actor } = await newStaff(hospitalId, "COORDINATOR");
      for (const [what, open] of await reads(actor, hospitalId))
        say(await timed(`${what} of ${name}`, open, ROUNDS, WANTED_MS));
    }
    await withClient(postgres.adminUrlOf(DATABASE), timeEntering);
    await closeDb();
  });
}

/**
 * People as they are called: 300 given names and 300 surnames, one in ten without a date of birth. Each has been at one hospital,
 * half of all at the first; every fiftieth has been entered twice.
 */
async function fill(url: string, hospitals: string[], doctorId: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query("SELECT set_config('app.actor', 'system', false)");
    await client.query(
      `INSERT INTO "Patient" ("id", "name", "bornOn", "phone")
     SELECT gen_random_uuid(), initcap(left(translate(md5('given' || p % 300), '0123456789', 'aeiouaeiou'), 7)) || ' ' ||
         initcap(left(translate(md5('surname' || p / 300 % 300), '0123456789', 'aeiouaeiou'), 9)),
       CASE WHEN p % 10 = 0 THEN NULL ELSE date '1930-01-01' + (p * 104729 % 33000)::int END,
       CASE WHEN p % 3 = 0 THEN '+4930' || lpad((p * 31 % 10000000)::text, 7, '0') END
     FROM (SELECT CASE WHEN n % 50 = 1 THEN n - 1 ELSE n END::bigint AS p FROM generate_series(1, $1::int) n) v`,
      [PATIENTS],
    );
    await client.query(
      `INSERT INTO "Appointment" ("id", "doctorId", "patientId", "hospitalId", "startsAt", "endsAt", "status", "mode", "cancellationNoticeMinutes", "promisedOffsetMinutes")
     SELECT gen_random_uuid(), $1, "id", ($2::uuid[])[CASE WHEN n % 2 = 0 THEN 1 ELSE 1 + n / 2 % (array_length($2::uuid[], 1) - 1) END],
       now() - n * interval '1 minute', now() - (n - 1) * interval '1 minute', 'COMPLETED', 'IN_PERSON', 0, 0
     FROM (SELECT "id", row_number() OVER (ORDER BY "name") AS n FROM "Patient") p`,
      [doctorId, hospitals],
    );
    await client.query("ANALYZE");
  });
}

async function withClient(url: string, run: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await run(client);
  } finally {
    await client.end();
  }
}

async function reads(actor: Actor, hospitalId: string): Promise<[string, () => Promise<unknown>][]> {
  const { countDuplicates, listDuplicates } = await import("@/lib/domain/merges/queries");
  const list = (status: "open" | "set-aside", cursor?: string) =>
    listDuplicates(actor, hospitalId, { status, limit: 20, cursor });
  const { nextCursor } = await list("open");
  return [
    ["the likely pairs", () => list("open")],
    ["more of them", () => list("open", nextCursor ?? undefined)],
    ["those set aside", () => list("set-aside")],
    ["the number of pairs", () => countDuplicates(actor, hospitalId)],
  ];
}

/** A person entered at a desk who is there already, with the trigger that looks for their other records and without it. */
async function timeEntering(client: pg.Client): Promise<void> {
  let n = 0;
  const enter = async (role: "replica" | "origin") => {
    await client.query("BEGIN");
    await client.query("SELECT set_config('session_replication_role', $1, true)", [role]);
    await client.query(
      `INSERT INTO "Patient" ("id", "name", "bornOn", "phone") SELECT gen_random_uuid(), "name", "bornOn", "phone"
       FROM "Patient" ORDER BY "id" OFFSET $1 LIMIT 1`,
      [++n],
    );
    await client.query("ROLLBACK");
  };
  say(await timed("a person entered, without the trigger", () => enter("replica"), ROUNDS, WANTED_MS));
  say(await timed("a person entered", () => enter("origin"), ROUNDS, WANTED_MS));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await measure();
