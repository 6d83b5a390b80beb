import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { DATABASE } from "@/scripts/embedded/roles";
import { runAlone, withOwnDatabase } from "./own-process";
import { say } from "@/scripts/process/say";

const ROWS = 1_000_000;
const PATIENTS = 50_000;
const MEGABYTE = 1024 * 1024;

export const benchExport = (): Promise<void> => runAlone(import.meta.url);

/** Measures how many rows a second an export writes and a download sends, and how much memory the process takes meanwhile. */
async function measure(): Promise<void> {
  await withOwnDatabase(async (postgres, dataDir) => {
    process.env.FILES_DIR = join(dataDir, "files");
    const [{ createCast }, { openExport }, { writeExport }, { db, closeDb }] = [
      await import("@/tests/support/actors"),
      await import("@/lib/domain/data-exports/open-export"),
      await import("@/lib/domain/data-exports/write-export"),
      await import("@/lib/platform/db/db"),
    ];
    const { hospital, doctor, manager } = await createCast();
    await fillAppointments(postgres.adminUrlOf(DATABASE), hospital.id, doctor.doctorId);
    const of = { hospitalId: hospital.id, requestedByUserId: manager.user.id };
    for (const [kind, format] of [
      ["APPOINTMENTS", "CSV"],
      ["APPOINTMENTS", "NDJSON"],
      ["PATIENTS", "CSV"],
    ] as const) {
      const { id } = await db.dataExport.create({ data: { ...of, kind, format } });
      const written = await watched(() => writeExport(id));
      const { rowCount, byteCount } = await db.dataExport.findUniqueOrThrow({ where: { id } });
      const sent = await watched(async () => {
        for await (const piece of (await openExport(manager.actor, id)).pieces) void piece;
      });
      say(`export of ${rowCount} ${kind.toLowerCase()} as ${format}, ${(Number(byteCount) / MEGABYTE).toFixed(0)} MB`);
      say(`  written: ${told(rowCount, written)}`);
      say(`  downloaded: ${told(rowCount, sent)}`);
    }
    await closeDb();
  });
}

type Watched = { seconds: number; before: number; early: number; most: number };

export async function watched(work: () => Promise<void>): Promise<Watched> {
  globalThis.gc?.();
  await setTimeout(200);
  const before = process.memoryUsage().rss;
  const seen: number[] = [before];
  const timer = setInterval(() => seen.push(process.memoryUsage().rss), 50);
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1000;
  clearInterval(timer);
  // What grows with the rows is more at the end than at a third of them.
  const early = Math.max(...seen.slice(0, Math.ceil(seen.length / 3)));
  return { seconds, before, early, most: Math.max(...seen) };
}

export function told(rows: number, { seconds, before, early, most }: Watched): string {
  const [from, third, highest] = [before, early, most].map((bytes) => `${(bytes / MEGABYTE).toFixed(0)} MB`);
  return `${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows a second; memory (RSS) ${from} before, ${third} at most in the first third, ${highest} at most in all`;
}

/** A hospital's appointments over the years, half an hour apart; no two of them live, so that none overlaps another. */
export async function fillAppointments(url: string, hospitalId: string, doctorId: string, rows = ROWS): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const [prefix] = randomUUID().split("-");
  await client.query(
    `INSERT INTO "Patient" ("id", "name", "bornOn", "phone", "updatedAt")
     SELECT gen_random_uuid(), 'Patient ' || $1 || ' ' || n, date '1950-01-01' + n % 25000, '+4930' || n, now() FROM generate_series(1, $2::int) n`,
    [prefix, PATIENTS],
  );
  await client.query(`SET session_replication_role = replica`);
  await client.query(
    `INSERT INTO "Appointment" ("id", "doctorId", "patientId", "hospitalId", "startsAt", "endsAt", "status", "updatedAt", "completedAt")
     SELECT gen_random_uuid(), $1, p."id", $2, at, at + interval '15 minutes', 'COMPLETED', now(), at + interval '15 minutes'
     FROM (SELECT n, now() - n * interval '30 minutes' AS at FROM generate_series(1, $3::int) n) s
     JOIN (SELECT "id", row_number() OVER () AS n FROM "Patient") p ON p.n = s.n % $4::int + 1`,
    [doctorId, hospitalId, rows, PATIENTS],
  );
  await client.query(`SET session_replication_role = origin`);
  await client.query("VACUUM ANALYZE");
  await client.end();
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await measure();
