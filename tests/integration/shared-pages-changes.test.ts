import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "@/lib/platform/db/sql";
import { ChangeLog } from "@/lib/platform/shared-pages/change-log";
import { openChangeReader } from "@/lib/platform/shared-pages/read-changes";
import { removeSeenChanges } from "@/lib/platform/shared-pages/remove-seen-changes";

const [first, second] = [openChangeReader(), openChangeReader()];
let one: pg.Client;
let other: pg.Client;

beforeAll(async () => {
  one = new pg.Client({ connectionString: process.env.DATABASE_URL });
  other = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await Promise.all([one.connect(), other.connect()]);
});
afterAll(() => Promise.all([one.end(), other.end(), first.close(), second.close()]));

const change = (client: pg.Client, tag: string) =>
  client.query(`INSERT INTO "PublicChange" ("tag") VALUES ($1)`, [tag]);

describe("what has changed", () => {
  it("is heard by every process at its next question, in whatever order transactions end", async () => {
    const logs = [new ChangeLog(first.read), new ChangeLog(second.read)];
    await Promise.all(logs.map((log) => log.caughtUp()));
    await one.query("BEGIN");
    await change(one, "early");
    // Begins later, and ends first.
    await change(other, "late");
    for (const log of logs) {
      const { number: since } = await log.caughtUp();
      expect([log.isCurrent(since - 1, ["late"]), log.isCurrent(since, ["late", "early"])]).toEqual([false, true]);
    }
    const made = await Promise.all(logs.map((log) => log.caughtUp()));
    await one.query("COMMIT");
    for (const [nth, log] of logs.entries()) {
      await log.caughtUp();
      expect([log.isCurrent(made[nth]!.number, ["early"]), log.isCurrent(made[nth]!.number, ["late"])]).toEqual([
        false,
        true,
      ]);
    }
  });

  it("is nothing that was rolled back, and all that lies between savepoints", async () => {
    const log = new ChangeLog(first.read);
    const { number: since } = await log.caughtUp();
    await one.query("BEGIN");
    await change(one, "kept");
    await one.query("SAVEPOINT here");
    await change(one, "undone");
    await one.query("ROLLBACK TO here; SAVEPOINT there");
    await change(one, "inner");
    await one.query("COMMIT");
    await log.caughtUp();
    expect(["kept", "undone", "inner"].map((tag) => log.isCurrent(since, [tag]))).toEqual([false, true, false]);
  });

  it("counts as everything once the connection was lost", async () => {
    const reader = openChangeReader();
    const log = new ChangeLog(reader.read);
    const { number: since } = await log.caughtUp();
    expect(log.isCurrent(since, ["anything"])).toBe(true);
    await one.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'caresync-changes' AND datname = current_database()`);
    await expect
      .poll(
        () =>
          log
            .caughtUp()
            .then(() => log.isCurrent(since, ["anything"]))
            .catch(() => "lost"),
        { timeout: 5_000 },
      )
      .toBe(false);
    await reader.close();
  });

  it("is removed after an hour", async () => {
    await one.query(
      `INSERT INTO "PublicChange" ("tag", "changedAt") VALUES ('old', now() - interval '61 minutes'), ('young', now())`,
    );
    await removeSeenChanges();
    const rows = await sql.$queryRaw<
      { tag: string }[]
    >`SELECT "tag" FROM "PublicChange" WHERE "tag" IN ('old', 'young')`;
    expect(rows).toEqual([{ tag: "young" }]);
  });
});
