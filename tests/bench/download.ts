import { pathToFileURL } from "node:url";
import { setTimeout } from "node:timers/promises";
import pg from "pg";
import { DATABASE } from "@/scripts/embedded/roles";
import { runAlone, withOwnDatabase } from "./own-process";
import { fillRecords, VISITS } from "./records";
import { say } from "@/scripts/process/say";

const LOOKS = 10_000;
const ROUNDS = 5;
const WANTED_SECONDS = 5;
const MEGABYTE = 1024 * 1024;

export const benchDownload = (): Promise<void> => runAlone(import.meta.url);

/** Measures how long everything of a patient takes to send, and how much memory it needs meanwhile. */
async function measure(): Promise<void> {
  await withOwnDatabase(async (postgres) => {
    const [{ newDoctor, newPatient }, { exportRecord }, { closeDb }] = [
      await import("@/tests/support/actors"),
      await import("@/lib/domain/exports/export-record"),
      await import("@/lib/platform/db/db"),
    ];
    const [doctor, patient] = [await newDoctor(), await newPatient()];
    const url = postgres.adminUrlOf(DATABASE);
    await fillRecords(url, doctor.doctorId, patient.patient.id);
    await fillLooks(url, patient.patient.id, doctor.user.id);
    say(`download: everything of a patient with ${VISITS} visits and ${LOOKS} entries in the access log`);
    for (let round = 0; round < ROUNDS; round++)
      say(await oneDownload(() => exportRecord(patient.actor, patient.patient.id, new Date())));
    await closeDb();
  });
}

/** Looks of the doctor at the patient's notes, an hour apart, as the trigger doesn't allow them to be written afterwards. */
async function fillLooks(url: string, patientId: string, userId: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`ALTER TABLE "AuditEntry" DISABLE TRIGGER USER`);
  await client.query(
    `INSERT INTO "AuditEntry" ("action", "subject", "subjectId", "via", "actorUserId", "patientId", "doctorId", "purpose", "details", "cluster", "txid", "occurredAt")
     SELECT 'encounter.read', 'encounter', "id", 'session', $2, "patientId", "doctorId", 'TREATMENT', '{}', 1, 1, now() - n * interval '1 hour'
     FROM generate_series(1, $3::int) n JOIN LATERAL (
       SELECT * FROM "Encounter" WHERE "patientId" = $1 ORDER BY "id" OFFSET n % $4::int LIMIT 1) e ON true`,
    [patientId, userId, LOOKS, VISITS],
  );
  await client.query(`ALTER TABLE "AuditEntry" ENABLE TRIGGER USER`);
  await client.query("ANALYZE");
  await client.end();
}

async function oneDownload(start: () => Promise<AsyncGenerator<string>>): Promise<string> {
  globalThis.gc?.();
  await setTimeout(50);
  const before = process.memoryUsage().heapUsed;
  const began = performance.now();
  let [bytes, most, longest] = [0, 0, 0];
  for await (const piece of await start()) {
    bytes += Buffer.byteLength(piece);
    longest = Math.max(longest, piece.length);
    most = Math.max(most, process.memoryUsage().heapUsed - before);
  }
  const seconds = (performance.now() - began) / 1000;
  const megabytes = (count: number) => (count / MEGABYTE).toFixed(1);
  return `  ${seconds.toFixed(2)} s (${WANTED_SECONDS} at most wanted) for ${megabytes(bytes)} MB; heap grew by ${megabytes(most)} MB at most, longest piece ${(longest / 1024).toFixed(0)} kB`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await measure();
