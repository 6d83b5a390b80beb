import { pathToFileURL } from "node:url";
import type { Db } from "@/lib/platform/db/db";
import { startFakeSmtp } from "@/tests/integration/fake-smtp";
import { runAlone, withOwnDatabase } from "./own-process";
import { say } from "@/scripts/process/say";

const REMINDERS = Number(process.env.BENCH_REMINDERS) || 10_000;
const DOCTORS = 100;
/** Each of its own process or machine, in earnest. */
const WORKERS = 2;
const WANTED_SECONDS = 60;

export const benchReminders = (): Promise<void> => runAlone(import.meta.url);

/**
 * Measures how fast two workers plan, queue and send the reminders of appointments that all begin in one minute, to a mail server
 * on loopback, and that none comes twice.
 */
async function measure(): Promise<void> {
  await withOwnDatabase(async () => {
    const smtp = await startFakeSmtp();
    Object.assign(process.env, { SMTP_URL: smtp.url });
    const [
      { planReminders },
      { sendReminders },
      { sendDueMessages },
      { createDoctor },
      { closeDb, db },
      { closeMail },
    ] = [
      await import("@/lib/domain/reminders/plan-reminders"),
      await import("@/lib/domain/reminders/send-reminders"),
      await import("@/lib/domain/messages/send-due-messages"),
      await import("@/tests/support/factories"),
      await import("@/lib/platform/db/db"),
      await import("@/lib/platform/mail/send-mail"),
    ];
    const doctors: string[] = [];
    for (let n = 0; n < DOCTORS; n++) doctors.push((await createDoctor({ schedule: null })).doctor.id);
    const booked = await seconds(() => book(db, doctors));
    const now = new Date();
    const planned = await seconds(() => inParallel(() => planReminders(new Date(now.getTime() - 300_000))));
    const queued = await seconds(() => inParallel(() => sendReminders()));
    const sent = await seconds(() => inParallel(() => sendDueMessages("EMAIL")));
    const unique = new Set(smtp.received.map(({ messageId }) => messageId)).size;
    const links = new Set(smtp.received.map(({ raw }) => /#([\w-]{43})/.exec(raw.replace(/=\r\n/g, ""))?.[1])).size;
    const rate = (took: number) => `${took.toFixed(1)} s, ${Math.round(REMINDERS / took)} a second`;
    say(`reminders: ${REMINDERS} due in the same minute, of appointments booked in ${booked.toFixed(1)} s`);
    say(`  planned by ${WORKERS} workers in ${rate(planned)}`);
    say(`  queued with a link of its own each in ${rate(queued)}`);
    say(`  sent in ${rate(sent)}`);
    say(`  all in ${(planned + queued + sent).toFixed(1)} s (${WANTED_SECONDS} at most wanted)`);
    say(`  ${smtp.received.length} received, ${smtp.received.length - unique} of them twice, ${links} links`);
    if (unique !== REMINDERS || smtp.received.length !== REMINDERS || links !== REMINDERS)
      throw new Error("Not every reminder came once.");
    closeMail();
    await smtp.stop();
    await closeDb();
  });
}

const PORTION = 500;

/** Patients with accounts, each with an appointment that begins in a day less two minutes; a doctor's are half a second long. */
async function book(db: Db, doctorIds: string[]): Promise<void> {
  const first = new Date(Math.floor(Date.now() / 60_000) * 60_000 + (24 * 60 - 2) * 60_000);
  for (let from = 0; from < REMINDERS; from += PORTION) {
    const to = Math.min(from + PORTION, REMINDERS) - 1;
    // All in one statement, so that no row needs a name to be found by.
    await db.$executeRaw`
      WITH "reader" AS MATERIALIZED (SELECT n, gen_random_uuid() AS "id" FROM generate_series(${from}::int, ${to}::int) n
      ), "user" AS (
        INSERT INTO "User" ("id", "email", "name", "passwordHash", "updatedAt")
        SELECT "id", 'reader-' || n || '@bench.test', md5(n::text), 'none', now() FROM "reader"
      ), "patient" AS (
        INSERT INTO "Patient" ("id", "name", "updatedAt") SELECT "id", md5(n::text), now() FROM "reader"
      ), "access" AS (
        INSERT INTO "PatientAccess" ("id", "userId", "patientId", "relation")
        SELECT gen_random_uuid(), "id", "id", 'SELF' FROM "reader"
      )
      INSERT INTO "Appointment" ("id", "doctorId", "patientId", "startsAt", "endsAt", "status", "updatedAt")
      SELECT gen_random_uuid(), (${doctorIds}::uuid[])[1 + n % ${DOCTORS}::int], "id", s."at", s."at" + interval '500 milliseconds', 'CONFIRMED', now()
      FROM "reader" CROSS JOIN LATERAL (
        SELECT ${first}::timestamptz + n / ${DOCTORS}::int * interval '500 milliseconds' AS "at") s`;
  }
  await db.$executeRaw`UPDATE "ReminderPlan" SET "agreedAt" = now() - interval '30 days'`;
}

const inParallel = (work: () => Promise<unknown>) => Promise.all(Array.from({ length: WORKERS }, work));

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await measure();
