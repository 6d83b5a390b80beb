import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrateDatabase } from "@/scripts/migrate";

const CLINICAL = [
  "Encounter",
  "Observation",
  "Diagnosis",
  "Prescription",
  "Addendum",
  "Allergy",
  "NoKnownAllergies",
  "Condition",
  "BackgroundVersion",
  "AnswerDraft",
  "SubmittedAnswers",
  "AnswerFile",
  "AppointmentText",
  "BedBookingText",
  "Communication",
  "RecallReason",
];

let client: pg.Client;

beforeAll(async () => {
  client = new pg.Client({ connectionString: process.env.DATABASE_URL, options: "-c role=caresync_app" });
  await client.connect();
});
afterAll(() => client.end());

it.each([
  `UPDATE "DomainEvent" SET type = type`,
  `DELETE FROM "DomainEvent"`,
  `TRUNCATE "DomainEvent"`,
  `UPDATE "AuditEntry" SET action = action`,
  `DELETE FROM "AuditEntry"`,
  `TRUNCATE "AuditEntry"`,
  `DELETE FROM "_prisma_migrations"`,
  `CREATE TABLE mine (id int)`,
  `DELETE FROM graphile_worker.migrations`,
])("the application's role may not: %s", async (sql) => {
  await expect(client.query(sql)).rejects.toMatchObject({ code: "42501" });
});

it("the application's role can bypass nothing and owns nothing", async () => {
  const { rows } = await client.query(
    `SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolcanlogin AS strong,
            (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned
     FROM pg_roles r WHERE rolname = 'caresync_app'`,
  );
  expect(rows).toEqual([{ strong: false, owned: 0 }]);
});

it("the application's role can use the job queue behind its row-level security", async () => {
  await client.query("BEGIN");
  await client.query("SELECT graphile_worker.add_job('nothing', '{}')");
  const { rows } = await client.query("SELECT count(*)::int AS jobs FROM graphile_worker._private_jobs");
  await client.query("ROLLBACK");
  expect(rows).toEqual([{ jobs: 1 }]);
});

describe("row-level security", () => {
  let owner: pg.Client;

  beforeAll(async () => {
    owner = new pg.Client({ connectionString: process.env.MIGRATION_DATABASE_URL });
    await owner.connect();
  });
  afterAll(() => owner.end());

  it("stands under every table with clinical text, binds its owner too, and lets backups read", async () => {
    const { rows } = await owner.query<{ name: string; forced: boolean; backedUp: boolean }>(
      `SELECT c.relname AS name, c.relforcerowsecurity AS forced, EXISTS (
         SELECT FROM pg_policies p WHERE p.schemaname = 'public' AND p.tablename = c.relname
           AND p.roles = '{caresync_backup}' AND p.cmd = 'SELECT' AND p.qual = 'true') AS "backedUp"
       FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relrowsecurity`,
    );
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(CLINICAL));
    expect(rows.filter(({ forced, backedUp }) => !forced || !backedUp)).toEqual([]);
  });

  it.each(CLINICAL)("shows the owner of %s nothing", async (table) => {
    const { rows } = await owner.query(`SELECT EXISTS (SELECT FROM "${table}") AS any`);
    expect(rows).toEqual([{ any: false }]);
  });

  it("gives the role for backups no right to write", async () => {
    const { rows } = await owner.query(
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
         AND (NOT has_table_privilege('caresync_backup', oid, 'SELECT')
           OR has_table_privilege('caresync_backup', oid, 'INSERT, UPDATE, DELETE, TRUNCATE'))`,
    );
    expect(rows).toEqual([]);
  });
});

it("migrating twice at once leaves one migrated database", async () => {
  const ownerUrl = process.env.MIGRATION_DATABASE_URL ?? "";
  await Promise.all([migrateDatabase(ownerUrl), migrateDatabase(ownerUrl)]);
});
