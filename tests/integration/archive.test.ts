import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { archivePart } from "@/scripts/archive/archive-part";
import { dueParts } from "@/scripts/archive/part";
import { restorePart } from "@/scripts/archive/restore-part";
import { agesOf } from "@/scripts/archive/settings";
import { connectOwner, owner } from "./audit-harness";

connectOwner();

const folder = mkdtempSync(join(tmpdir(), "caresync-archive-"));
afterAll(() => rmSync(folder, { recursive: true }));

const ROWS = 6_000;
let name = "";
const events = async () =>
  (await owner.query(`SELECT * FROM "DomainEvent" WHERE "type" = 'test' ORDER BY "position"`)).rows as unknown[];
const part = async () =>
  (await owner.query(`SELECT * FROM "MonthlyPart" WHERE "name" = $1`, [name])).rows[0] as unknown;

/** Events of a month of their own, with what is hard to write down. */
beforeAll(async () => {
  const { rows } = await owner.query<{ name: string; at: Date }>(
    `SELECT "name", "fromAt" + interval '3.007 days' AS at FROM "MonthlyPart" WHERE "tableName" = 'DomainEvent' ORDER BY "fromAt" DESC LIMIT 1`,
  );
  name = rows[0]!.name;
  await owner.query(
    `INSERT INTO "DomainEvent" ("position", "id", "type", "aggregate", "aggregateId", "sequence", "audience", "refs", "actorUserId", "occurredAt")
     SELECT 9007199254740993 + n, gen_random_uuid(), 'test', 'tést "\\', gen_random_uuid(), n, CASE n % 3 WHEN 0 THEN NULL WHEN 1 THEN '{}' ELSE ARRAY['admin', 'a,"b'] END,
       jsonb_build_object('n', n), CASE WHEN n % 2 = 0 THEN gen_random_uuid() END, $1 FROM generate_series(1, $2::int) n`,
    [rows[0]!.at, ROWS],
  );
});

it("a part goes into a file of which the checksum is known, and comes back exactly as it was", async () => {
  const before = await events();
  const { file, rows, sha256 } = await archivePart(owner, name, folder);
  expect([rows, await events()]).toEqual([ROWS, []]);
  expect(await part()).toMatchObject({ file, sha256, rows: String(ROWS), firstPosition: "9007199254740994" });
  expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
  expect(await restorePart(owner, name, folder)).toBe(ROWS);
  expect(await events()).toEqual(before);
  expect(await part()).toMatchObject({ file: null, archivedAt: null });
});

it("a part of which something is still to be delivered stays", async () => {
  await owner.query(
    `INSERT INTO "EventDelivery" ("position", "sink", "occurredAt") SELECT "position", 'channels', "occurredAt" FROM "DomainEvent" WHERE "type" = 'test' LIMIT 1`,
  );
  await expect(archivePart(owner, name, folder)).rejects.toThrow(/still to be delivered/);
  await owner.query(`DELETE FROM "EventDelivery"`);
  expect((await events()).length).toBe(ROWS);
});

it("a file that was changed isn't put back, nor is one that is missing", async () => {
  const { file } = await archivePart(owner, name, folder);
  await expect(restorePart(owner, name, join(folder, "elsewhere"))).rejects.toThrow(/can't be read/);
  writeFileSync(join(folder, file), "else");
  await expect(restorePart(owner, name, folder)).rejects.toThrow(/isn't as it was written/);
  expect(await events()).toEqual([]);
});

it("a part goes when its table's age says so, and not when it has just ended or been put back", async () => {
  const due = (given: Record<string, string> = {}) => dueParts(owner, agesOf({ NODE_ENV: "test", ...given }));
  expect(await due()).toEqual([]);
  await owner.query(
    `UPDATE "MonthlyPart" SET "fromAt" = '1990-01-01Z', "untilAt" = now() - interval '30 months' WHERE "name" LIKE '%_first'`,
  );
  expect(await due()).toEqual(["DomainEvent_first"]);
  expect(await due({ ARCHIVE_AUDIT_AFTER: "30" })).toEqual(["AuditEntry_first", "DomainEvent_first"]);
  expect(await due({ ARCHIVE_AUDIT_AFTER: "29", ARCHIVE_EVENTS_AFTER: "never" })).toEqual(["AuditEntry_first"]);
  expect(() => agesOf({ NODE_ENV: "test", ARCHIVE_AUDIT_AFTER: "soon" })).toThrow("a number of months, or never");
  await owner.query(`UPDATE "MonthlyPart" SET "restoredAt" = now()`);
  expect(await due({ ARCHIVE_AUDIT_AFTER: "29" })).toEqual([]);
});
