import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { migrateDatabase } from "@/scripts/migrate";

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

it("migrating twice at once leaves one migrated database", async () => {
  const ownerUrl = process.env.MIGRATION_DATABASE_URL ?? "";
  await Promise.all([migrateDatabase(ownerUrl), migrateDatabase(ownerUrl)]);
});
