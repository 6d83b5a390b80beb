import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readBackupKey } from "@/scripts/backup/key";
import { listManifests } from "@/scripts/backup/manifest";
import { restoreDump } from "@/scripts/backup/restore-dump";
import { listSystems } from "@/scripts/backup/store";
import { migrateDatabase } from "@/scripts/migrate";
import { preparation } from "../support/preparation";
import { findStockPostgres, type StockPostgres, startStockPostgres } from "../support/stock-postgres";

const bin = findStockPostgres();
/** One that adds a column, and so can be taken back. */
const PENDING = "20261210140000_archived_pieces";
const KEY = Buffer.alloc(32, 7).toString("base64");

describe.skipIf(!bin)("npm run migrate on a PostgreSQL of one's own", () => {
  const folder = mkdtempSync(join(tmpdir(), "caresync-migrate-"));
  const backups = join(folder, "backups");
  let server: StockPostgres;

  beforeAll(async () => {
    server = await startStockPostgres(bin ?? "");
    const script = join(folder, "prepare.sql");
    writeFileSync(script, preparation());
    server.run("psql", ["-q", "-v", "ON_ERROR_STOP=1", "-f", script]);
    await migrateDatabase(server.url("caresync_owner", "caresync"));
    await query(`ALTER TABLE "MonthlyPart" DROP COLUMN "pieces"`);
    await query(`DELETE FROM "_prisma_migrations" WHERE migration_name = '${PENDING}'`);
  }, 300_000);

  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function query(sql: string): Promise<unknown[]> {
    const client = new pg.Client({ connectionString: server.url("caresync_owner", "caresync") });
    await client.connect();
    try {
      return (await client.query(sql)).rows as unknown[];
    } finally {
      await client.end();
    }
  }
  const applied = async () =>
    (await query(`SELECT FROM "_prisma_migrations" WHERE migration_name = '${PENDING}' AND finished_at IS NOT NULL`))
      .length;
  const store = () => ({ root: backups, system: listSystems(backups)[0] ?? "", key: readBackupKey(KEY) });
  const made = async () => (listSystems(backups).length === 0 ? [] : listManifests(store()));
  /** As an operator does. */
  const migrate = async (given: Record<string, string> = {}) => {
    const env = {
      ...process.env,
      PATH: `${bin}:${process.env.PATH}`,
      DATABASE_URL: server.url("caresync_web", "caresync"),
      MIGRATION_DATABASE_URL: server.url("caresync_owner", "caresync"),
      BACKUP_DATABASE_URL: server.url("caresync_backup", "caresync"),
      BACKUP_DIR: backups,
      BACKUP_KEY: KEY,
      DATA_DIR: folder,
      FILES_DIR: join(folder, "files"),
      ...given,
    };
    return (await promisify(execFile)(process.execPath, ["--import", "tsx", "scripts/migrate.ts"], { env })).stdout;
  };

  it("refuses when the backup fails, and changes nothing", async () => {
    // This role can't read everything.
    const asTheSite = migrate({ BACKUP_DATABASE_URL: server.url("caresync_web", "caresync") });
    await expect(asTheSite).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining("pg_dump failed") });
    expect(await applied()).toBe(0);
    expect(await made()).toEqual([]);
    const without = migrate({ PATH: folder });
    await expect(without).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining("pg_dump isn't installed"),
    });
    expect(await applied()).toBe(0);
    expect(await made()).toEqual([]);
  });

  it("makes a backup of what was there before, then migrates", async () => {
    expect(await migrate()).toContain("up to date");
    expect(await applied()).toBe(1);
    expect(await made()).toHaveLength(1);
    const opened = join(folder, "opened");
    await restoreDump(store(), opened, undefined);
    const dumped = server.run("pg_restore", ["-f", "-", "-t", "MonthlyPart", join(opened, "caresync.dump")]);
    expect(dumped).toContain('"archivedAt"');
    expect(dumped).not.toContain('"pieces"');
    expect(await query(`SELECT "pieces" FROM "MonthlyPart" LIMIT 1`)).toHaveLength(1);
  });

  it("makes none when there is nothing to migrate", async () => {
    await migrate();
    expect(await made()).toHaveLength(1);
  });
});
