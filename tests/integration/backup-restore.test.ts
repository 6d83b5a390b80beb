import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db/db";
import { backUpDump } from "@/scripts/backup/dump";
import { readBackupKey } from "@/scripts/backup/key";
import { restoreDump } from "@/scripts/backup/restore-dump";
import { listSystems } from "@/scripts/backup/store";
import { migrateDatabase } from "@/scripts/migrate";
import { preparation } from "../support/preparation";
import { findStockPostgres, type StockPostgres, startStockPostgres } from "../support/stock-postgres";

const bin = findStockPostgres();

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

  it("is made, encrypted and opened again by `npm run backup` and `npm run restore`", async () => {
    const given: NodeJS.ProcessEnv = {
      NODE_ENV: "test",
      DATA_DIR: folder,
      FILES_DIR: join(folder, "files"),
      BACKUP_DIR: join(folder, "backups"),
      BACKUP_KEY: Buffer.alloc(32, 7).toString("base64"),
      BACKUP_DATABASE_URL: server.url("caresync_backup", "caresync"),
      RECORDS_KEYS: "k1:only-for-this-test",
    };
    mkdirSync(join(folder, "files", "cd"), { recursive: true });
    writeFileSync(join(folder, "files", "cd", "0199-abcd"), "encrypted already");
    await backUpDump(given);
    const [system = ""] = listSystems(given.BACKUP_DIR ?? "");
    const key = readBackupKey(given.BACKUP_KEY ?? "");
    const into = join(folder, "opened");
    await restoreDump({ root: given.BACKUP_DIR ?? "", system, key }, into, undefined);
    const listed = server.run("pg_restore", ["--list", join(into, "caresync.dump")]);
    expect(listed).toContain("TABLE DATA public Appointment");
    expect(readFileSync(join(into, "files", "cd", "0199-abcd"), "utf8")).toBe("encrypted already");
    expect(readFileSync(join(into, "secrets.json"), "utf8")).toContain("only-for-this-test");
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
    const indexes = `SELECT pg_get_indexdef(i.indexrelid) AS made, 'INDEX ' || i.indexrelid::regclass AS name FROM pg_index i
      JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relnamespace = 'public'::regnamespace
        AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid)`;
    const { before, after } = await rebuild(indexes);
    expect(before.length).toBeGreaterThan(50);
    expect(after).toEqual(before);
  });

  it("is no trigger: rebuilt without a search_path it has the same condition", async () => {
    const triggers = `SELECT pg_get_triggerdef(oid) AS made, format('TRIGGER %I ON %s', tgname, tgrelid::regclass) AS name
      FROM pg_trigger WHERE tgqual IS NOT NULL AND NOT tgisinternal AND tgparentid = 0`;
    const { before, after } = await rebuild(triggers);
    expect(before.length).toBeGreaterThan(5);
    expect(after).toEqual(before);
  });
});

/** Drops and makes again what a statement lists, as a restore does, and lists it again; all of it is undone. */
async function rebuild(list: string): Promise<Record<"before" | "after", string[]>> {
  const owner = new pg.Client({ connectionString: process.env.MIGRATION_DATABASE_URL });
  await owner.connect();
  try {
    await owner.query("BEGIN; SET LOCAL search_path = ''");
    const { rows } = await owner.query<{ made: string; name: string }>(list);
    for (const { made, name } of rows) await owner.query(`DROP ${name}; ${made}`);
    const again = (await owner.query<{ made: string }>(list)).rows;
    const told = (all: { made: string }[]) => all.map(({ made }) => made.replace(/[()]/g, "")).sort();
    return { before: told(rows), after: told(again) };
  } finally {
    await owner.end();
  }
}

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
