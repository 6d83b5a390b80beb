import { pathToFileURL } from "node:url";
import pg from "pg";
import type { Actor } from "@/lib/actor/actor";
import type { WriteNoteInput } from "@/lib/domain/records/schema";
import { DATABASE } from "@/scripts/embedded/roles";
import { startFakeSmtp } from "@/tests/integration/fake-smtp";
import { runAlone, withOwnDatabase } from "./own-process";
import { say } from "@/scripts/process/say";

const BOOKINGS = Number(process.env.BENCH_BOOKINGS) || 2_000;
/** In half hours from now on, so that a visit can be begun on the day that it was booked on. */
const PER_DOCTOR = 20;
const AT_ONCE = 4;

export const benchGrowth = (): Promise<void> => runAlone(import.meta.url);

/**
 * Measures how the database grows with bookings, table by table. Each is held, booked, told and mailed; six in ten are seen and
 * have a note, a diagnosis and a medicine that the patient reads twice, two in ten are cancelled.
 */
async function measure(): Promise<void> {
  await withOwnDatabase(async (postgres) => {
    const smtp = await startFakeSmtp();
    Object.assign(process.env, { SMTP_URL: smtp.url, RATE_LIMIT_FACTOR: "1000" });
    const [{ newDoctor, newPatient }, { closeDb }, { closeMail }] = [
      await import("@/tests/support/actors"),
      await import("@/lib/platform/db/db"),
      await import("@/lib/platform/mail/send-mail"),
    ];
    const rules = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: "00:00", end: "24:00" }));
    const doctors = await inTurn(BOOKINGS / PER_DOCTOR, () => newDoctor({ schedule: { rules } }));
    const patients = await inTurn(BOOKINGS / 4, () => newPatient());
    const url = postgres.adminUrlOf(DATABASE);
    const before = await sizes(url);
    const began = performance.now();
    await perform(doctors, patients);
    const seconds = (performance.now() - began) / 1000;
    report(before, await sizes(url), seconds);
    closeMail();
    await smtp.stop();
    await closeDb();
  });
}

async function inTurn<T>(count: number, make: () => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  for (let n = 0; n < count; n++) made.push(await make());
  return made;
}

type Doctor = { doctorId: string; actor: Actor };
type Patient = { patient: { id: string }; actor: Actor };

async function perform(doctors: Doctor[], patients: Patient[]): Promise<void> {
  const [visit, deliver] = [await visitOf(), await delivery()];
  const first = Math.ceil(Date.now() / 1_800_000) * 1_800_000 + 3_600_000;
  let next = 0;
  const one = async () => {
    for (let n = next++; n < BOOKINGS; n = next++) {
      const start = new Date(first + Math.floor(n / doctors.length) * 1_800_000).toISOString();
      await visit(n, doctors[n % doctors.length]!, patients[n % patients.length]!, start);
      if (n % 100 === 99) await deliver();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  await deliver();
}

async function visitOf() {
  const [{ holdSlot }, { bookAppointment }, { changeStatus }, { completeVisit }, { getEncounter }] = [
    await import("@/lib/domain/appointments/hold-slot"),
    await import("@/lib/domain/appointments/book-appointment"),
    await import("@/lib/domain/appointments/change-status"),
    await import("@/lib/domain/appointments/complete-visit"),
    await import("@/lib/domain/records/queries"),
  ];
  return async (n: number, { doctorId, actor: doctor }: Doctor, { patient, actor }: Patient, start: string) => {
    const slot = { doctorId, patientId: patient.id, start };
    await holdSlot(actor, slot);
    const { id } = await bookAppointment(actor, { ...slot, reason: "A cough that has lasted for two weeks now" });
    if (n % 10 < 2) await changeStatus(actor, id, { status: "CANCELLED", reason: "I am better" });
    if (n % 10 < 4) return;
    await changeStatus(doctor, id, { status: "CHECKED_IN" });
    await changeStatus(doctor, id, { status: "IN_PROGRESS" });
    await getEncounter(doctor, id);
    await completeVisit(doctor, { appointmentId: id, note: NOTE, parts: FOUND, version: 1 });
    for (let look = 0; look < 2; look++) await getEncounter(actor, id);
  };
}

const NOTE: WriteNoteInput["note"] = {
  reason: "A cough",
  subjective: "Coughing for two weeks, worse at night, no fever. Slept badly. No pain when breathing, no weight lost.",
  objective: "Lungs clear, throat slightly red, no swollen nodes. Breathing easily, speaks in whole sentences.",
  assessment: "A cold that is going away. Nothing points to pneumonia.",
  plan: "Rest, enough to drink, and come again after ten days if it isn't better or at once with a fever.",
};
const FOUND: WriteNoteInput["parts"] = {
  vitals: [],
  diagnoses: [{ system: "ICD-10", version: "2019", code: "J00", name: "Common cold" }],
  prescriptions: [
    {
      drug: "Ambroxol",
      strength: "30 mg",
      form: "tablet",
      dose: "1",
      route: "oral",
      frequency: "twice a day",
      days: 7,
      instructions: "After meals, with water",
      allergyReason: "",
    },
  ],
};

/** What the relay and the messages' timer do. */
async function delivery() {
  const [{ pendingDeliveries, markDelivered }, { SINKS }, { deliverNotifications }, { sendDueMessages }] = [
    await import("@/lib/platform/events/outbox"),
    await import("@/lib/platform/events/record"),
    await import("@/lib/domain/notifications/deliver-notifications"),
    await import("@/lib/domain/messages/send-due-messages"),
  ];
  let running = Promise.resolve();
  const all = async () => {
    for (const sink of SINKS) {
      for (
        let events = await pendingDeliveries(sink, 200);
        events.length > 0;
        events = await pendingDeliveries(sink, 200)
      ) {
        if (sink === "notifications") await deliverNotifications(events);
        await markDelivered(
          sink,
          events.map(({ position }) => position),
        );
      }
    }
    await sendDueMessages("EMAIL");
  };
  return () => (running = running.then(all));
}

type Size = { name: string; rows: number; heap: number; indexes: number; toast: number };

/** Of each table with all its parts, after what is dead has been removed. */
async function sizes(url: string): Promise<Map<string, Size>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("VACUUM ANALYZE");
  const { rows } = await client.query<Size>(
    `WITH "part" AS (
       SELECT c.oid, c.reltoastrelid, regexp_replace(c.relname, '_(first|rest|\\d{4}_\\d{2})$', '') AS "name", c.reltuples
       FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace::regnamespace::text IN ('public', 'months'))
     SELECT "name", sum(greatest("reltuples", 0))::float8 AS "rows", sum(pg_relation_size(oid))::float8 AS "heap",
       sum(pg_indexes_size(oid))::float8 AS "indexes",
       sum(CASE WHEN reltoastrelid = 0 THEN 0 ELSE pg_total_relation_size(reltoastrelid) END)::float8 AS "toast"
     FROM "part" GROUP BY 1`,
  );
  await client.end();
  return new Map(rows.map((row) => [row.name, row]));
}

/** Megabytes per million bookings are bytes per booking. */
function report(before: Map<string, Size>, after: Map<string, Size>, seconds: number): void {
  const grown = [...after.values()].map((now) => {
    const then = before.get(now.name);
    const of = (key: "rows" | "heap" | "indexes" | "toast") => (now[key] - (then?.[key] ?? 0)) / BOOKINGS;
    const [rows, heap, indexes, toast] = [of("rows"), of("heap"), of("indexes"), of("toast")];
    return { name: now.name, rows, heap, indexes, toast, all: heap + indexes + toast };
  });
  const total = grown.reduce((sum, { all }) => sum + all, 0);
  say(`growth: ${BOOKINGS} bookings in ${seconds.toFixed(0)} s; ${(total / 1000).toFixed(2)} GB per million bookings`);
  const line = (name: string, ...cells: string[]) =>
    say(`  ${name.padEnd(24)}${cells.map((one) => one.padStart(9)).join("")}`);
  line("MB per million", "rows/1", "heap", "indexes", "toast", "all");
  for (const { name, rows, heap, indexes, toast, all } of grown.sort((a, b) => b.all - a.all)) {
    if (all >= 5) line(name, rows.toFixed(2), ...[heap, indexes, toast, all].map((size) => size.toFixed(0)));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await measure();
