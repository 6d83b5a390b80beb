import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db/db";
import { migrateDatabase } from "@/scripts/migrate";
import { findStockPostgres, type StockPostgres, startStockPostgres } from "../support/stock-postgres";

const bin = findStockPostgres();

/** How docs/operations.md prepares a database, for psql. */
function preparation(): string {
  const block = /```sql\n(CREATE ROLE[\s\S]*?)```/.exec(readFileSync("docs/operations.md", "utf8"))?.[1];
  if (!block) throw new Error("docs/operations.md no longer says how to prepare a database");
  return block;
}

describe.skipIf(!bin)("a backup made and restored with PostgreSQL's own tools", () => {
  const folder = mkdtempSync(join(tmpdir(), "caresync-dump-"));
  const dump = join(folder, "caresync.dump");
  let server: StockPostgres;

  beforeAll(async () => {
    server = await startStockPostgres(bin ?? "");
    const script = join(folder, "prepare.sql");
    writeFileSync(script, preparation());
    server.run("psql", ["-q", "-v", "ON_ERROR_STOP=1", "-f", script]);
    await migrateDatabase(server.url("caresync_owner", "caresync"));
    await promisify(execFile)(process.execPath, ["--import", "tsx", "prisma/seed/seed.ts"], {
      env: { ...process.env, DATABASE_URL: server.url("caresync_web", "caresync"), CARESYNC_DEMO: "1" },
    });
    server.run("pg_dump", ["-Fc", "--enable-row-security", "-f", dump, "caresync"], "caresync_backup");
    // The same preparation again, as on another server; the roles are there already.
    writeFileSync(
      script,
      preparation()
        .replace(/^(CREATE ROLE|GRANT) .*$/gm, "")
        .replaceAll("caresync;", "restored;")
        .replace("DATABASE caresync ", "DATABASE restored ")
        .replace("\\c caresync", "\\c restored"),
    );
    server.run("psql", ["-q", "-v", "ON_ERROR_STOP=1", "-f", script]);
  }, 300_000);

  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("reports no error and restores the whole structure, indexes and functions included", () => {
    server.run("pg_restore", ["--exit-on-error", "--no-comments", "-d", "restored", dump], "caresync_owner");
    const schemaOf = (database: string) =>
      server
        .run("pg_dump", ["--schema-only", database], "caresync_owner")
        .split("\n")
        .filter((line) => !/^\\(un)?restrict /.test(line))
        .map((line) => line.replace(/[()]/g, "")) // a BETWEEN loses its own brackets when it is read again
        .join("\n");
    const original = schemaOf("caresync");
    expect(original).toContain('CREATE INDEX "Hospital_near"');
    expect(schemaOf("restored")).toBe(original);
  });

  it("restores every row of every table", async () => {
    const counts = await Promise.all(
      ["caresync", "restored"].map((database) => countRows(server.url("postgres", database))),
    );
    expect(counts[0]?.["public.Appointment"]).toBeGreaterThan(1_000);
    expect(counts[0]?.["public.Encounter"]).toBeGreaterThan(100);
    expect(counts[1]).toEqual(counts[0]);
  });

  it("is up to date for this release, so that the site starts on it", async () => {
    await migrateDatabase(server.url("caresync_owner", "restored"));
    const [near] = await rowsOf<{ plan: string }>(
      server.url("caresync_web", "restored"),
      `SELECT count(*)::text AS plan FROM "Hospital" WHERE "box_around"("place_on_earth"(47, 8), 20000000) @> "place_on_earth"("latitude", "longitude")`,
    );
    expect(Number(near?.plan)).toBeGreaterThan(0);
  });
});

describe("what a backup could break on", () => {
  it("is no function: each resolves its names whatever the search_path, and sets nothing that needs a superuser", async () => {
    const found = await db.$queryRaw<{ name: string; fault: string }[]>`
      SELECT p.oid::regprocedure::text AS "name", coalesce(p.proconfig::text, 'no search_path') AS "fault" FROM pg_proc p
      WHERE p.pronamespace = 'public'::regnamespace AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
        AND (coalesce(p.proconfig, '{}') <> '{"search_path=public, pg_temp"}') AND (p.prosqlbody IS NULL OR p.proconfig IS NOT NULL)`;
    expect(found).toEqual([]);
  });

  it("is no index, check, default or view that calls functions depending on search_path", async () => {
    const found = await db.$queryRaw<{ what: string }[]>`
      SELECT DISTINCT pg_describe_object(d.classid, d.objid, d.objsubid) AS "what" FROM pg_depend d
      JOIN pg_depend e ON e.classid = d.refclassid AND e.objid = d.refobjid AND e.deptype = 'e'
      JOIN pg_extension x ON x.oid = e.refobjid AND x.extname = 'earthdistance'
      WHERE d.deptype <> 'e'
        AND NOT EXISTS (SELECT 1 FROM pg_depend own WHERE own.classid = d.classid AND own.objid = d.objid AND own.deptype = 'e')
        AND pg_describe_object(d.classid, d.objid, d.objsubid) !~ '^type earth'
        AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE d.classid = 'pg_constraint'::regclass AND k.oid = d.objid AND k.contypid <> 0)`;
    expect(found).toEqual([]);
  });

  it("is no index: the owner can rebuild each without a search_path", async () => {
    const owner = new pg.Client({ connectionString: process.env.MIGRATION_DATABASE_URL });
    await owner.connect();
    try {
      await owner.query("SET search_path = ''");
      const { rows } = await owner.query<{ made: string; name: string }>(
        `SELECT pg_get_indexdef(i.indexrelid) AS made, i.indexrelid::regclass::text AS name FROM pg_index i
         JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relnamespace = 'public'::regnamespace
           AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid)`,
      );
      expect(rows.length).toBeGreaterThan(50);
      for (const { made, name } of rows) {
        await owner.query(`BEGIN; DROP INDEX ${name}; ${made}; ROLLBACK`);
      }
    } finally {
      await owner.end();
    }
  });
});

async function rowsOf<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function countRows(url: string): Promise<Record<string, number>> {
  const tables = await rowsOf<{ name: string; sql: string }>(
    url,
    `SELECT schemaname || '.' || tablename AS name, format('SELECT count(*)::int AS rows FROM %I.%I', schemaname, tablename) AS sql
     FROM pg_tables WHERE schemaname IN ('public', 'graphile_worker') ORDER BY 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name, sql } of tables) counts[name] = (await rowsOf<{ rows: number }>(url, sql))[0]?.rows ?? 0;
  return counts;
}
