import type pg from "pg";
import type { MovedRows } from "./read-parts";

/**
 * What is there already under another ID (`moved_ids`), and values that another row has there (`moved_values`): both are told apart for as
 * long as the import runs, and by a later comparison.
 */
export async function makeNotes(client: pg.ClientBase, linked: readonly string[]): Promise<void> {
  await client.query(`
    CREATE TEMP TABLE moved_ids ("old" uuid PRIMARY KEY, "new" uuid NOT NULL UNIQUE) ON COMMIT DROP;
    CREATE TEMP TABLE moved_values ("id" uuid, "column" text, "was" text, "becomes" text, PRIMARY KEY ("id", "column")) ON COMMIT DROP;
    CREATE TEMP TABLE moved_linked ("email" citext PRIMARY KEY) ON COMMIT DROP;
    CREATE TEMP TABLE moved_file ("id" uuid PRIMARY KEY, "fingerprint" text) ON COMMIT DROP`);
  await client.query(`INSERT INTO moved_linked SELECT unnest($1::text[]) ON CONFLICT DO NOTHING`, [linked]);
}

/** The ID that a row of the file has here. */
export const mapped = (column: string): string =>
  `coalesce((SELECT m."new" FROM moved_ids m WHERE m."old" = ${column}), ${column})`;

const rowsOf = (table: string) =>
  `unnest($1::text[]) AS line, jsonb_populate_record(NULL::"${table}", split_part(line, E'\\t', 1)::jsonb) AS r`;
const catalogue = (table: string): Step[] => [
  {
    note: `INSERT INTO moved_ids SELECT r."id", x."id" FROM ${rowsOf(table)}
      JOIN "${table}" x ON x."slug" = r."slug" OR (x."nameKey" = name_key(r."name") AND NOT EXISTS (SELECT FROM "${table}" y WHERE y."slug" = r."slug"))
      WHERE x."id" <> r."id"`,
  },
];
const otherSlug = (table: string): Step => ({
  note: `INSERT INTO moved_values SELECT r."id", 'slug', r."slug", r."slug" || '-' || right(r."id"::text, 6) FROM ${rowsOf(table)}
    WHERE EXISTS (SELECT FROM "${table}" x WHERE x."slug" = r."slug" AND x."id" <> r."id")`,
});

/** Either notes something down, or returns what stands against the import. */
type Step = { note: string } | { conflict: string };

const STEPS: Readonly<Record<string, readonly Step[]>> = {
  Specialty: catalogue("Specialty"),
  Service: catalogue("Service"),
  User: [
    // An address proves no person: anyone may have signed up with it here.
    {
      note: `INSERT INTO moved_ids SELECT r."id", u."id" FROM ${rowsOf("User")} JOIN "User" u ON u."email" = r."email"
        JOIN moved_linked k ON k."email" = u."email" WHERE u."id" <> r."id"`,
    },
    {
      conflict: `SELECT 'There is an account with the address ' || r."email" || ' already.' AS "text" FROM ${rowsOf("User")}
        JOIN "User" u ON u."email" = r."email" WHERE u."id" <> r."id" AND NOT EXISTS (SELECT FROM moved_ids m WHERE m."old" = r."id")`,
    },
    {
      conflict: `SELECT 'The account of ' || r."email" || ' came here before and has another address now.' AS "text" FROM ${rowsOf("User")}
        JOIN "User" u ON u."id" = r."id" WHERE u."email" <> r."email"
          AND NOT EXISTS (SELECT FROM moved_linked k WHERE k."email" IN (u."email", r."email"))`,
    },
  ],
  Patient: [
    {
      conflict: `SELECT 'The patient ' || r."id" || ' came here before and has another name or date of birth now.' AS "text"
        FROM ${rowsOf("Patient")} JOIN "Patient" p ON p."id" = r."id" WHERE (p."name", p."bornOn") IS DISTINCT FROM (r."name", r."bornOn")`,
    },
  ],
  PatientAccess: [
    // Who has a record here keeps it as their own, and acts for the one that came: the front desk can merge the two.
    {
      note: `INSERT INTO moved_values SELECT r."id", 'relation', 'SELF', 'OTHER' FROM ${rowsOf("PatientAccess")}
        WHERE r."relation" = 'SELF' AND EXISTS (SELECT FROM "PatientAccess" x
          WHERE x."userId" = ${mapped('r."userId"')} AND x."relation" = 'SELF' AND x."patientId" <> r."patientId")`,
    },
  ],
  Doctor: [
    {
      note: `INSERT INTO moved_ids SELECT r."id", d."id" FROM ${rowsOf("Doctor")} JOIN "Doctor" d ON d."userId" = ${mapped('r."userId"')}
        WHERE d."id" <> r."id" AND d."registrationNumber" IS NOT DISTINCT FROM r."registrationNumber"`,
    },
    {
      conflict: `SELECT 'The account of the doctor ' || r."slug" || ' is another doctor''s here.' AS "text" FROM ${rowsOf("Doctor")}
        JOIN "Doctor" d ON d."userId" = ${mapped('r."userId"')} WHERE d."id" <> ${mapped('r."id"')}`,
    },
    {
      conflict: `SELECT 'The registration number of the doctor ' || r."slug" || ' is another doctor''s here.' AS "text" FROM ${rowsOf("Doctor")}
        JOIN "Doctor" d ON d."registrationNumber" = r."registrationNumber" WHERE d."id" <> ${mapped('r."id"')}`,
    },
    otherSlug("Doctor"),
  ],
  Questionnaire: [
    {
      conflict: `SELECT 'The doctor ' || d."slug" || ' has a questionnaire for the same service here.' AS "text" FROM ${rowsOf("Questionnaire")}
        JOIN "Questionnaire" q ON q."doctorId" = ${mapped('r."doctorId"')} AND q."serviceId" = ${mapped('r."serviceId"')}
        JOIN "Doctor" d ON d."id" = q."doctorId" WHERE q."id" <> r."id"`,
    },
  ],
  Hospital: [
    {
      conflict: `SELECT 'The hospital is here already.' AS "text" FROM ${rowsOf("Hospital")} JOIN "Hospital" h ON h."id" = r."id"`,
    },
    otherSlug("Hospital"),
  ],
  HospitalStaff: [
    {
      conflict: `SELECT 'The account of ' || u."email" || ' is on another hospital''s staff here.' AS "text" FROM ${rowsOf("HospitalStaff")}
        JOIN "HospitalStaff" s ON s."userId" = ${mapped('r."userId"')} JOIN "User" u ON u."id" = s."userId" WHERE s."id" <> r."id"`,
    },
  ],
};

/** Notes down what rows of the file are here already, and returns what stands against importing them, a sentence each. */
export async function findConflicts(client: pg.ClientBase, { table, lines }: MovedRows): Promise<string[]> {
  const found: string[] = [];
  for (const step of STEPS[table] ?? []) {
    if ("note" in step) await client.query(step.note, [lines]);
    else found.push(...(await client.query<{ text: string }>(step.conflict, [lines])).rows.map(({ text }) => text));
  }
  return found;
}
