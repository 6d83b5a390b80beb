import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { pool } from "@/lib/platform/db/pool";
import { REFERENCES } from "@/lib/domain/merges/status";

/** What a developer who adds a table has to do. */
const HOW = `Say in lib/domain/merges/status.ts and in a row of the table PatientReference what a merge of two patients does with its rows;
call cover_patient_references(), which gives it a trigger and policies, and let its guards pass a move (is_merge_move; docs/decisions/0052).`;

/** The models of the Prisma schema, each with the lines of its fields. */
const models = readdirSync("prisma/schema").flatMap((file) =>
  Array.from(
    readFileSync(`prisma/schema/${file}`, "utf8").matchAll(/^model (\w+) \{\n([^]*?)\n\}/gm),
    ([, name = "", fields = ""]) => ({ name, fields: fields.split("\n").map((line) => line.trim()) }),
  ),
);
const isColumn = (line: string) => /^patientId\s/.test(line);
/** A relation that is kept in this model, or a column without one. */
const refersToPatient = (line: string) => /^\w+\s+Patient\??\s+@relation\(.*fields:/.test(line) || isColumn(line);

const declared = Object.entries(REFERENCES).map(([model, handling]) => `${model} ${handling}`);

it("are all covered by merging and undoing: every model of the schema that refers to a patient says how", () => {
  const referring = models.filter(({ fields }) => fields.some(refersToPatient));
  expect(referring.length).toBeGreaterThan(15);
  const missing = referring.map(({ name }) => name).filter((name) => !(name in REFERENCES));
  expect(missing, HOW).toEqual([]);
  const gone = Object.keys(REFERENCES).filter((name) => !referring.some((model) => model.name === name));
  expect(gone, "Not in the schema any more").toEqual([]);
});

it("are moved by the database as the code says", async () => {
  const { rows } = await pool().query<{ line: string }>(
    `SELECT "tableName" || ' ' || lower("handling") AS "line" FROM "PatientReference"`,
  );
  expect(rows.map(({ line }) => line).sort(), HOW).toEqual(
    // No foreign key and no row ever changes.
    declared.filter((line) => !line.startsWith("AuditEntry ")).sort(),
  );
});

it("are read by merging from their table: no migration replaces the list as a whole", async () => {
  const { rows } = await pool().query(
    `(SELECT * FROM "patient_references"() EXCEPT SELECT "position", "tableName", "handling", "owner" FROM "PatientReference")
     UNION ALL (SELECT "position", "tableName", "handling", "owner" FROM "PatientReference" EXCEPT SELECT * FROM "patient_references"())`,
  );
  expect(rows, HOW).toEqual([]);
});

it("refuse a record that is merged away, by a trigger of each table", async () => {
  const { rows } = await pool().query<{ name: string }>(
    `SELECT c.relname AS "name" FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     WHERE t.tgfoid = '"refers_to_standing_patient"'::regproc`,
  );
  const needed = models
    .filter(({ fields }) => fields.some(isColumn))
    .map(({ name }) => name)
    .filter((name) => name !== "AuditEntry");
  expect(rows.map(({ name }) => name).sort(), HOW).toEqual(needed.sort());
});

it("let a merge read and move what row-level security hides from the desk", async () => {
  const { rows } = await pool().query<{ name: string }>(
    `SELECT f."tableName" AS "name" FROM "patient_references"() f JOIN pg_class c ON c.oid = format('%I', f."tableName")::regclass
     WHERE f."handling" <> 'STAYS' AND c.relrowsecurity AND 2 > (
       SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname IN ('merge_read', 'merge_move'))`,
  );
  expect(rows, HOW).toEqual([]);
});
