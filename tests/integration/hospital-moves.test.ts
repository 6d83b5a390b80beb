import { join } from "node:path";
import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { seedDemo } from "@/prisma/seed/seed";
import { exportHospital } from "@/scripts/move/export-hospital";
import { MOVED } from "@/scripts/move/moved-tables";
import {
  addFiles,
  busiestHospital,
  connect,
  enter,
  folder,
  otherInstallation,
  PASSPHRASE,
} from "./hospital-moves-harness";

const path = join(folder, "hospital.csh");
const second = join(folder, "second.csh");
const options = { path, passphrase: PASSPHRASE, linked: [] as string[] };
let source: pg.Client;
let target: pg.Client;
let owner: pg.Client;
let there: Record<string, string>;
let hospitalId: string;
let added: Awaited<ReturnType<typeof addFiles>>;
let sent: Record<string, number>;

const moves = () => import("@/scripts/move/import-hospital");
/** Enters the other installation, which stands still. */
async function importThere(given = options) {
  await enter(there);
  const { importHospital } = await moves();
  return importHospital(owner, given);
}
const count = async (client: pg.Client, table: string) =>
  Number((await client.query<{ count: string }>(`SELECT count(*) FROM "${table}"`)).rows[0]?.count);

beforeAll(async () => {
  await seedDemo();
  source = await connect();
  hospitalId = await busiestHospital(source);
  added = await addFiles(source, hospitalId);
  const { manifest } = await exportHospital(source, { hospitalId, path, passphrase: PASSPHRASE });
  sent = Object.fromEntries(Object.entries(manifest.tables).map(([table, { rows }]) => [table, rows]));
  const { rows } = await source.query<{ id: string }>(
    `SELECT "id" FROM "Hospital" WHERE "id" <> $1 ORDER BY "id" LIMIT 1`,
    [hospitalId],
  );
  await exportHospital(source, { hospitalId: rows[0]!.id, path: second, passphrase: PASSPHRASE });
  there = await otherInstallation();
  target = await connect(there.DATABASE_URL);
  const { default: postgres } = await import("pg");
  owner = new postgres.Client({ connectionString: there.MIGRATION_DATABASE_URL });
  await owner.connect();
}, 600_000);
afterAll(() => Promise.all([source.end(), target.end(), owner.end()]));

it("a database of another release, one in use, and an address that someone has here, are refused with nothing written", async () => {
  await enter(there);
  const { db } = await import("@/lib/platform/db/db");
  await db.$queryRaw`SELECT 1`;
  const { importHospital } = await moves();
  await expect(importHospital(owner, options)).rejects.toThrow(/running on this database/);

  const { rows } = await source.query<{ email: string }>(
    `SELECT u."email" FROM "HospitalStaff" s JOIN "User" u ON u."id" = s."userId" WHERE s."hospitalId" = $1 LIMIT 1`,
    [hospitalId],
  );
  const email = rows[0]!.email;
  await target.query(
    `INSERT INTO "User" ("id", "email", "name", "passwordHash", "updatedAt") VALUES (gen_random_uuid(), $1, 'Someone', '-', now())`,
    [email],
  );
  await expect(importThere()).rejects.toThrow(
    `There is an account with the address ${email} already.\nNothing was imported.`,
  );
  expect([await count(target, "Hospital"), await count(target, "Patient")]).toEqual([0, 0]);
  await target.query(`DELETE FROM "User"`);

  await target.query(`UPDATE "_prisma_migrations" SET migration_name = migration_name || '_later'`);
  await expect(importThere()).rejects.toThrow(/another release/);
  await target.query(`UPDATE "_prisma_migrations" SET migration_name = left(migration_name, -6)`);
});

it("months in the archive stay behind, and the export says until when", async () => {
  const archived = await source.query<{ untilAt: Date }>(
    `UPDATE "MonthlyPart" SET "archivedAt" = now(), "file" = 'x', "sha256" = 'x', "bytes" = 1, "rows" = 1
     WHERE "tableName" = 'AuditEntry' AND "fromAt" <= now() AND "untilAt" > now() RETURNING "untilAt"`,
  );
  const file = join(folder, "third.csh");
  const { leftBehind } = await exportHospital(source, { hospitalId, path: file, passphrase: PASSPHRASE });
  expect(leftBehind).toEqual([{ table: "AuditEntry", until: archived.rows[0]?.untilAt }]);
  await source.query(
    `UPDATE "MonthlyPart" SET "archivedAt" = NULL, "file" = NULL, "sha256" = NULL, "bytes" = NULL, "rows" = NULL WHERE "archivedAt" IS NOT NULL`,
  );
});

it("a hospital moves as a whole, and each row, text and file is there as it was", async () => {
  const { tables, files } = await importThere();
  expect(files).toEqual({ sent: 2, missing: 0 });
  expect(Object.fromEntries(tables.map(({ table, here }) => [table, here.rows]))).toEqual(sent);
  expect(tables.filter(({ missing, differing }) => missing + differing > 0)).toEqual([]);
  const filled = Object.entries(sent).filter(([, rows]) => rows > 0);
  expect(filled.length).toBeGreaterThan(40);

  // Compared once more, by other means.
  for (const [table, { leftOut = [], set = {} }] of Object.entries(MOVED)) {
    const skipped = [...leftOut, ...Object.keys(set)];
    const text = `SELECT to_jsonb(t) - $2::text[] AS "row" FROM "${table}" t WHERE "hospitalId" = $1`;
    const { rows: columns } = await source.query(
      `SELECT FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1 AND column_name = 'hospitalId'`,
      [table],
    );
    if (columns.length === 0 || ["WaitlistOffer", "AmbulanceOffer", "DoctorInvitation", "AuditEntry"].includes(table))
      continue;
    const read = async (client: pg.Client) =>
      (await client.query<{ row: unknown }>(text, [hospitalId, skipped])).rows
        .map(({ row }) => JSON.stringify(row))
        .sort();
    expect(await read(target), table).toEqual(await read(source));
  }
});

it("texts, codes and files are under the new installation's keys, and readable there", async () => {
  const [{ db }, { decryptRowTexts }, { openMovedCode }, { openFile }] = [
    await import("@/lib/platform/db/db"),
    await import("@/lib/platform/encryption/row-texts"),
    await import("@/lib/domain/prescriptions/move-code"),
    await import("@/lib/platform/files/stored-files"),
  ];
  type Note = { id: string; encryptedText: Uint8Array; plainText: unknown };
  const notes = (await target.query<Note>(`SELECT "id", "encryptedText", "plainText" FROM "Encounter" ORDER BY "id"`))
    .rows;
  expect(notes.length).toBe(sent.Encounter);
  expect((await decryptRowTexts(db, "Encounter", notes)).every((texts) => Object.keys(texts).length > 0)).toBe(true);
  const codes = await target.query<{ encounterId: string; sealedCode: string }>(
    `SELECT "encounterId", "sealedCode" FROM "PrescriptionDocument"`,
  );
  expect(codes.rows.map(openMovedCode)).toContain(added.code);
  const files = await target.query<{ fileId: string }>(`SELECT "fileId" FROM "Attachment" WHERE "size" = 150000`);
  const opened = await openFile(files.rows[0]!.fileId);
  expect(Buffer.from(await new Response(opened).arrayBuffer()).equals(added.content)).toBe(true);
});

it("what follows from the rows is there: words to search, sums to count, reminders to plan, a trail that holds", async () => {
  const [{ verifyAudit }, { sealAudit }] = [
    await import("@/lib/domain/audit/verify-audit"),
    await import("@/lib/domain/audit/seal-audit"),
  ];
  while (await sealAudit());
  const { findings, unsealed } = await verifyAudit(null);
  expect({ findings, unsealed: unsealed.count }).toEqual({ findings: [], unsealed: 0 });
  const { rows } = await target.query(
    `SELECT (SELECT count(*) FROM "Doctor" WHERE "searchText" = '')::int AS "mute", (SELECT count(*) FROM "DayMark")::int > 0 AS "marked",
       (SELECT count(*) FROM "ReminderPlan" WHERE NOT "needsPlanning")::int AS "planned", (SELECT count(*) FROM "User" WHERE "isAdmin")::int AS "admins",
       (SELECT count(*) FROM "EventDelivery" d JOIN "DomainEvent" e USING ("position") WHERE e."occurredAt" < now() - interval '1 hour')::int AS "told"`,
  );
  expect(rows[0]).toEqual({ mute: 0, marked: true, planned: 0, admins: 0, told: 0 });
});

it("is compared with its file at any time, and never imported twice", async () => {
  const [{ checkHospital }, { isWhole, listDifferences }] = [
    await moves(),
    await import("@/scripts/move/compare-hospital"),
  ];
  expect(listDifferences(await checkHospital(target, options))).toEqual([]);
  await target.query(
    `UPDATE "Ward" SET "name" = "name" || ' II' WHERE "id" = (SELECT min("id"::text)::uuid FROM "Ward")`,
  );
  const after = await checkHospital(target, options);
  expect(isWhole(after)).toBe(false);
  expect(listDifferences(after)).toEqual([`Ward: 0 missing, 1 different of ${sent.Ward}`]);
  await expect(importThere()).rejects.toThrow(/The hospital is here already/);
});

it("another hospital of the same installation follows: people who are there already stay as they are", async () => {
  const { tables } = await importThere({ ...options, path: second });
  const kept = Object.fromEntries(tables.filter((table) => table.kept > 0).map((table) => [table.table, table.kept]));
  expect(kept.Specialty).toBeGreaterThan(0);
  expect(await count(target, "Hospital")).toBe(2);
});

it("accounts are linked only where someone has made sure; who has a record there acts for the one that came", async () => {
  there = await otherInstallation();
  const [fresh, freshOwner] = [await connect(there.DATABASE_URL), await connect(there.MIGRATION_DATABASE_URL)];
  const { rows } = await source.query<{ email: string; patientId: string; accessId: string }>(
    `SELECT u."email", a."patientId", a."id" AS "accessId" FROM "PatientAccess" a JOIN "User" u ON u."id" = a."userId"
     WHERE a."relation" = 'SELF' AND EXISTS (SELECT FROM "Appointment" p WHERE p."patientId" = a."patientId" AND p."hospitalId" = $1)
       AND NOT EXISTS (SELECT FROM "Doctor" d WHERE d."userId" = u."id") ORDER BY u."id" LIMIT 1`,
    [hospitalId],
  );
  const { email, patientId, accessId } = rows[0]!;
  await fresh.query(
    `WITH u AS (INSERT INTO "User" ("id", "email", "name", "passwordHash", "updatedAt") VALUES (gen_random_uuid(), $1, 'Known Here', '-', now()) RETURNING "id"),
       p AS (INSERT INTO "Patient" ("id", "name", "updatedAt") VALUES (gen_random_uuid(), 'Known Here', now()) RETURNING "id")
     INSERT INTO "PatientAccess" ("id", "userId", "patientId", "relation") SELECT gen_random_uuid(), u."id", p."id", 'SELF' FROM u, p`,
    [email],
  );
  await enter(there);
  const { importHospital } = await moves();
  await expect(importHospital(freshOwner, options)).rejects.toThrow(email);
  const { tables } = await importHospital(freshOwner, { ...options, linked: [email] });
  expect(tables.find(({ table }) => table === "User")?.kept).toBe(1);
  const access = await fresh.query(
    `SELECT a."relation", a."patientId", u."name" FROM "PatientAccess" a JOIN "User" u ON u."id" = a."userId" WHERE a."id" = $1`,
    [accessId],
  );
  expect(access.rows).toEqual([{ relation: "OTHER", patientId, name: "Known Here" }]);
  await Promise.all([fresh.end(), freshOwner.end()]);
});
