import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasPendingMigrations, migrateDatabase } from "@/scripts/migrate";
import { reportMigrations } from "@/scripts/migrations/rehearse";
import { watchLocks } from "@/scripts/migrations/watch-locks";

const url = () => process.env.MIGRATION_DATABASE_URL ?? "";
let other: pg.Client;

beforeAll(async () => {
  other = new pg.Client({ connectionString: url() });
  await other.connect();
});
afterAll(() => other.end());

describe("migrating a database that is in use", () => {
  it("gives up on a table that stays locked, in a sentence, and can run again", async () => {
    await other.query(`BEGIN; LOCK TABLE "_prisma_migrations" IN ACCESS EXCLUSIVE MODE`);
    await expect(migrateDatabase(url(), 200)).rejects.toThrow("a table that a migration changes stayed locked");
    await other.query("ROLLBACK");
    await migrateDatabase(url());
  });

  it("is needed when a migration of this release is missing", async () => {
    expect(await hasPendingMigrations(url())).toBe(false);
    await other.query(
      `BEGIN; UPDATE "_prisma_migrations" SET rolled_back_at = now() WHERE migration_name LIKE '%_core'; COMMIT`,
    );
    expect(await hasPendingMigrations(url())).toBe(true);
    await other.query(`UPDATE "_prisma_migrations" SET rolled_back_at = NULL`);
  });

  it("reports that there was nothing to do", async () => {
    expect(await reportMigrations(url())).toEqual(["There is nothing to migrate."]);
  });

  it("shows what people would have waited for, and not what no one uses yet", async () => {
    const unwatch = await watchLocks(url());
    await other.query(`BEGIN; CREATE TABLE "Fresh" (n int)`);
    await other.query(
      `LOCK TABLE "User" IN ACCESS EXCLUSIVE MODE; LOCK TABLE "Doctor" IN SHARE MODE; SELECT pg_sleep(0.3)`,
    );
    await other.query("ROLLBACK");
    const locked = await unwatch();
    expect(locked.map(({ table, isUnreadable }) => `${table} ${isUnreadable}`).sort()).toEqual([
      "Doctor false",
      "User true",
    ]);
    expect(locked.every(({ seconds }) => seconds > 0)).toBe(true);
  });
});
