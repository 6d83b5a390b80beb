import pg from "pg";
import { beforeEach, describe, expect, it } from "vitest";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { verifyAudit } from "@/lib/domain/audit/verify-audit";
import { measureSite } from "@/lib/composition/measure-site";
import { db } from "@/lib/platform/db/db";
import { sqlState } from "@/lib/platform/db/driver-error";
import { pendingDeliveries } from "@/lib/platform/events/outbox";
import { makeMonths } from "@/lib/platform/months/make-months";
import { sealAll } from "../support/seal-all";
import { connectOwner, copyOf, owner, record } from "./audit-harness";
import { draft } from "./stored-events";

connectOwner();

const TABLES = ["AuditEntry", "DomainEvent"];
const monthsLeft = async () => {
  const readings = await measureSite();
  return readings.find(({ name }) => name === "caresync_months_left_seconds")!.values.map(({ value }) => value);
};
/** Where the entries and events lie, by table. */
const partsInUse = async () => {
  const found = await Promise.all(
    TABLES.map((table) =>
      owner.query<{ part: string }>(`SELECT DISTINCT tableoid::regclass::text AS part FROM "${table}"`),
    ),
  );
  return found.map(({ rows }) => rows.map(({ part }) => part.replaceAll('"', "")).sort());
};
const change = () => {
  const id = crypto.randomUUID();
  return inTransaction(SYSTEM_ACTOR, (tx) =>
    recordChange(tx, SYSTEM_ACTOR, { action: "test.done", subject: "test", subjectId: id }, [draft(id)]),
  );
};

/** As after a long sleep: the last part of each table has ended some years ago, and what is there lies in the rest. */
async function sleepForYears(): Promise<void> {
  const { rows } = await owner.query<{ part: string; table: string }>(
    `SELECT inhrelid::regclass::text AS part, inhparent::regclass::text AS table FROM pg_inherits
     WHERE inhparent IN ('"AuditEntry"'::regclass, '"DomainEvent"'::regclass) AND inhrelid::regclass::text NOT LIKE '%_rest"'`,
  );
  for (const { part, table } of rows)
    await owner.query(`ALTER TABLE ${table} DETACH PARTITION ${part}; DROP TABLE ${part}`);
  await owner.query(`UPDATE "MonthlyPart" SET "untilAt" = '2020-05-01Z' WHERE "name" LIKE '%_first'`);
  await owner.query(`DELETE FROM "MonthlyPart" WHERE "name" NOT LIKE '%_first'`);
}

describe("the parts of the months to come", () => {
  it("are there after the migrations, for more than three months", async () => {
    expect(await makeMonths()).toBe(0);
    for (const seconds of await monthsLeft()) expect(seconds).toBeGreaterThan(90 * 86_400);
    await change();
    expect((await partsInUse()).flat().filter((part) => part.endsWith("_rest"))).toEqual([]);
  });

  it("take what is written in their month, and nothing else does", async () => {
    const { rows } = await owner.query<{ name: string; at: Date }>(
      `SELECT "name", "untilAt" - interval '1 millisecond' AS at FROM "MonthlyPart" WHERE "tableName" = 'DomainEvent' ORDER BY "untilAt"`,
    );
    for (const { name, at } of rows) {
      const written = await owner.query<{ part: string }>(
        `INSERT INTO "DomainEvent" ("id", "type", "aggregate", "aggregateId", "sequence", "audience", "occurredAt")
         VALUES (gen_random_uuid(), 'test', 'test', gen_random_uuid(), 1, '{}', $1) RETURNING tableoid::regclass::text AS part`,
        [at],
      );
      expect(written.rows[0]?.part).toBe(`months."${name}"`);
    }
    await owner.query(`DELETE FROM "DomainEvent" WHERE "type" = 'test'`);
  });

  it("are out of the application's reach, and can't be emptied by their owner", async () => {
    const attempts = [
      db.$executeRaw`DELETE FROM months."AuditEntry_first"`,
      db.$executeRaw`INSERT INTO "MonthlyPart" ("name", "tableName", "fromAt", "untilAt") VALUES ('a', 'b', now(), now())`,
      db.$executeRaw`DELETE FROM "MonthlyPart"`,
      db.$executeRaw`SELECT "keep_rest"('AuditEntry', now(), now() + interval '1 month')`,
      db.$executeRaw`SELECT "add_part"('AuditEntry', now(), now() + interval '1 month')`,
    ];
    for (const attempt of attempts) expect(sqlState(await attempt.catch((e: unknown) => e))).toBe("42501");
    const { rows } = await owner.query<{ name: string }>(
      `SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = '"AuditEntry"'::regclass`,
    );
    expect(rows.length).toBeGreaterThan(3);
    for (const { name } of rows) await expect(owner.query(`TRUNCATE ${name}`)).rejects.toThrow(/append-only/);
  });
});

describe("without a part", () => {
  beforeEach(sleepForYears);

  it("everything is still written, delivered and sealed, and the rest becomes a part of its own", async () => {
    expect((await monthsLeft()).every((seconds) => seconds < 0)).toBe(true);
    await change();
    expect(await partsInUse()).toEqual([["months.AuditEntry_rest"], ["months.DomainEvent_rest"]]);
    expect(await pendingDeliveries("channels", 10)).not.toEqual([]);
    expect(await makeMonths()).toBeGreaterThan(TABLES.length * 3);
    expect(await partsInUse()).toEqual([["months.AuditEntry_2020_05"], ["months.DomainEvent_2020_05"]]);
    expect((await monthsLeft()).every((seconds) => seconds > 90 * 86_400)).toBe(true);
    await change();
    await sealAll();
    expect((await verifyAudit()).findings).toEqual([]);
    const { rows } = await owner.query(
      `SELECT FROM months."AuditEntry_rest" UNION ALL SELECT FROM months."DomainEvent_rest"`,
    );
    expect(rows).toEqual([]);
  });

  it("an empty rest stays the rest, and the months that no one wrote in are one part", async () => {
    await makeMonths();
    const { rows } = await owner.query<{ name: string; months: number }>(
      `SELECT "name", round(extract(epoch FROM "untilAt" - "fromAt") / 86400 / 30.4)::int AS months FROM "MonthlyPart"
       WHERE "tableName" = 'AuditEntry' ORDER BY "fromAt" OFFSET 1`,
    );
    expect(rows.map(({ months }) => months).slice(1)).toEqual([1, 1, 1]);
    expect(rows[0]).toMatchObject({ name: "AuditEntry_2020_05" });
  });

  it("several workers make them once, while others write", async () => {
    const writing = Array.from({ length: 20 }, () => change());
    const made = await Promise.all([makeMonths(), makeMonths(), makeMonths(), makeMonths()]);
    await Promise.all(writing);
    expect(made.filter((count) => count > 0).length).toBeLessThan(2);
    await makeMonths();
    const { rows } = await owner.query(`SELECT FROM "MonthlyPart" GROUP BY "tableName", "fromAt" HAVING count(*) > 1`);
    expect(rows).toEqual([]);
  });

  it("one who reads for long isn't disturbed, and the next round makes them", async () => {
    await change();
    const reader = new pg.Client({ connectionString: process.env.MIGRATION_DATABASE_URL });
    await reader.connect();
    await reader.query(`BEGIN; SELECT count(*) FROM "AuditEntry"; SELECT count(*) FROM "DomainEvent"`);
    expect(await makeMonths()).toBe(0);
    await change();
    await reader.query("COMMIT");
    await reader.end();
    expect(await makeMonths()).toBeGreaterThan(0);
  });
});

it("an entry stays in the month that its transaction began in", async () => {
  const { rows } = await owner.query<{ isIn: boolean }>(
    `SELECT "audit_time"() BETWEEN now()::timestamptz(3) AND clock_timestamp() + interval '1 millisecond'
       AND date_trunc('month', "audit_time"(), 'UTC') = date_trunc('month', now()::timestamptz(3), 'UTC') AS "isIn"`,
  );
  expect(rows).toEqual([{ isIn: true }]);
});

it("a second entry under the position of another one is noticed, in whatever month it is", async () => {
  await makeMonths();
  await record();
  await sealAll();
  const { position } = await db.auditEntry.findFirstOrThrow({ orderBy: { position: "desc" } });
  await owner.query(`ALTER TABLE "AuditEntry" DISABLE TRIGGER USER`);
  await owner.query(copyOf(position, { occurredAt: `"occurredAt" - interval '40 days'` }));
  await owner.query(`ALTER TABLE "AuditEntry" ENABLE TRIGGER USER`);
  expect((await verifyAudit()).findings).toContain(`Entry ${position} is there twice.`);
});
