import { pathToFileURL } from "node:url";
import pg from "pg";
import { DATABASE } from "@/scripts/embedded/roles";
import type { Actor } from "@/lib/actor/actor";
import type { TextTable } from "@/lib/domain/records/encrypt-texts";
import { runAlone, withOwnDatabase } from "./own-process";
import { say } from "@/scripts/process/say";
import { timed } from "./timed";

export const VISITS = 500;
/** Visits of the same doctor's other patients. */
const OTHERS = 20_000;
const ROUNDS = 200;
const WANTED_MS = 100;

export const benchRecords = (): Promise<void> => runAlone(import.meta.url);

/** Measures the reads behind a patient's pages, for a doctor and for the patient, after 500 visits. */
async function measure(): Promise<void> {
  await withOwnDatabase(async (postgres) => {
    const [{ newDoctor, newPatient }, { closeDb }] = [
      await import("@/tests/support/actors"),
      await import("@/lib/platform/db/db"),
    ];
    const [doctor, patient] = [await newDoctor(), await newPatient()];
    await fillRecords(postgres.adminUrlOf(DATABASE), doctor.doctorId, patient.patient.id);
    say(`records: a patient with ${VISITS} visits, of a doctor with ${VISITS + OTHERS}`);
    for (const [name, open] of await pages(doctor.actor, patient.actor, patient.patient.id))
      say(await timed(name, open, ROUNDS, WANTED_MS));
    await closeDb();
  });
}

/** Visits an hour apart, each with a signed note, two measurements, a diagnosis and a medicine. */
export async function fillRecords(url: string, doctorId: string, patientId: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("SELECT set_config('app.actor', 'system', false)");
  await client.query(
    `INSERT INTO "Patient" ("id", "name") SELECT gen_random_uuid(), 'Asha Abelard ' || n FROM generate_series(1, $1 / 20) n`,
    [OTHERS],
  );
  await client.query(
    `WITH people AS (SELECT "id", row_number() OVER () AS n FROM "Patient" WHERE "id" <> $2),
          visits AS (SELECT n, CASE WHEN n <= $3 THEN $2::uuid ELSE (SELECT "id" FROM people p WHERE p.n = v.n % ($4 / 20) + 1) END AS "patientId"
                     FROM generate_series(1, $3::int + $4::int) v(n))
     INSERT INTO "Appointment" ("id", "doctorId", "patientId", "startsAt", "endsAt", "status", "mode", "cancellationNoticeMinutes", "promisedOffsetMinutes")
     SELECT gen_random_uuid(), $1, "patientId", now() - n * interval '1 hour', now() - n * interval '1 hour' + interval '30 minutes', 'COMPLETED', 'IN_PERSON', 0, 0
     FROM visits`,
    [doctorId, patientId, VISITS, OTHERS],
  );
  await client.query(
    `INSERT INTO "Encounter" ("id", "appointmentId", "patientId", "doctorId", "status", "createdAt")
     SELECT gen_random_uuid(), "id", "patientId", "doctorId", 'DRAFT', "startsAt" FROM "Appointment"`,
  );
  await encryptInto(client, "Encounter", { assessment: "Well", plan: "Rest, and come back in a week." }, (rows) =>
    client.query(`UPDATE "Encounter" e SET "encryptedText" = n."text" FROM ${rows} WHERE e."id" = n."id"`),
  );
  for (const part of [
    `"Observation" ("id", "encounterId", "patientId", "kind", "value", "unit") SELECT gen_random_uuid(), "id", "patientId", 'PULSE', 72, 'per min'`,
    `"Diagnosis" ("id", "encounterId", "patientId", "position", "system", "version", "code", "name") SELECT gen_random_uuid(), "id", "patientId", 0, 'ICD-10', '2019', 'I10', 'High blood pressure'`,
  ])
    await client.query(`INSERT INTO ${part} FROM "Encounter"`);
  const medicine = {
    drug: "Ramipril",
    strength: "2.5 mg",
    form: "Tablet",
    dose: "1 tablet",
    frequency: "Every morning",
  };
  await encryptInto(client, "Prescription", medicine, (rows) =>
    // Each has the ID of its note.
    client.query(
      `INSERT INTO "Prescription" ("id", "encounterId", "patientId", "doctorId", "position", "encryptedText", "days")
       SELECT e."id", e."id", e."patientId", e."doctorId", 0, n."text", 30 FROM "Encounter" e JOIN ${rows} ON n."id" = e."id"`,
    ),
  );
  await client.query(`UPDATE "Encounter" SET "status" = 'SIGNED', "signedAt" = "createdAt"`);
  await client.query("ANALYZE");
  await client.end();
}

/** Encrypts the same text for the row of each note, in a temporary table. */
async function encryptInto(
  client: pg.Client,
  table: TextTable,
  texts: Record<string, string>,
  write: (rows: string) => Promise<unknown>,
): Promise<void> {
  const [{ db }, { encryptTexts }] = [
    await import("@/lib/platform/db/db"),
    await import("@/lib/domain/records/encrypt-texts"),
  ];
  const { rows } = await client.query<{ id: string }>(`SELECT "id" FROM "Encounter"`);
  const encrypted = await db.$transaction((tx) =>
    encryptTexts(
      tx,
      table,
      rows.map(({ id }) => ({ id, ...texts })),
    ),
  );
  await client.query(`CREATE TEMP TABLE n ("id" uuid, "text" bytea)`);
  await client.query(
    `INSERT INTO n SELECT "id", decode("text", 'base64') FROM unnest($1::uuid[], $2::text[]) u("id", "text")`,
    [
      encrypted.map(({ id }) => id),
      encrypted.map(({ encryptedText }) => Buffer.from(encryptedText).toString("base64")),
    ],
  );
  await write("n");
  await client.query("DROP TABLE n");
}

async function pages(doctor: Actor, patient: Actor, id: string): Promise<[string, () => Promise<unknown>][]> {
  const [patients, appointments, treated, background, records, medicines, measurements, exported] = await Promise.all([
    import("@/lib/domain/appointments/list-doctor-patients"),
    import("@/lib/domain/appointments/queries"),
    import("@/lib/domain/records/list-treated"),
    import("@/lib/domain/background/queries"),
    import("@/lib/domain/records/queries"),
    import("@/lib/domain/records/list-medicines"),
    import("@/lib/domain/records/list-measurements"),
    import("@/lib/domain/records/list-exported-notes"),
  ]);
  const page = { limit: 20 };
  const own = { doctorId: doctor.doctorId ?? "", patientIds: [id] };
  return [
    [
      "a patient, opened by their doctor",
      () =>
        Promise.all([
          patients.getDoctorPatient(doctor, id),
          appointments.listAppointmentCards(doctor, own, { ...page, order: "desc" }),
          treated.listTreatedNotes(doctor, id, page),
          treated.listCurrentMedicines(doctor, id, new Date()),
          background.findBackground(doctor, id),
          measurements.listMeasurements(doctor, id),
        ]),
    ],
    ["the doctor's list of patients", () => patients.listDoctorPatients(doctor, {}, { limit: 30 })],
    ["a patient found by name", () => patients.listDoctorPatients(doctor, { name: "asha ab" }, { limit: 30 })],
    ["their notes, opened by the patient", () => records.listSignedNotes(patient, { patientIds: [id] }, page)],
    ["their medicines", () => medicines.listOwnMedicines(patient, { patientIds: [id] }, page)],
    ["a page of their download", () => exported.listExportedNotes(patient, id, { limit: 100 })],
    ["their measurements", () => measurements.listMeasurements(patient, id)],
  ];
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await measure();
