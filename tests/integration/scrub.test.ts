import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { verifyAudit } from "@/lib/domain/audit/verify-audit";
import { encryptPlainTexts } from "@/lib/domain/records/encrypt-plain-texts";
import { hashPassword, passwordMatches } from "@/lib/platform/auth/password";
import { closeDb, db } from "@/lib/platform/db/db";
import { ALL_NAMES } from "@/prisma/seed/people";
import { seedDemo } from "@/prisma/seed/seed";
import { CHANGED, EMPTIED, EMPTIED_LAST } from "@/scripts/scrub/rules";
import { scrubDatabase } from "@/scripts/scrub/scrub";

/** The owner of the database, and a superuser, who sees past row-level security. */
let client: pg.Client;
let reader: pg.Client;
let name: string;
let before: Record<string, number>;

const rows = async <T extends pg.QueryResultRow>(text: string): Promise<T[]> => (await reader.query<T>(text)).rows;

/** Everything that is written anywhere in the database, but for what sites ask and how diseases and tables are called. */
async function everything(): Promise<string> {
  const tables = await rows<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
       AND relname NOT IN ('DiagnosisCode', 'DiagnosisWord', 'PatientReference', 'Questionnaire', 'QuestionnaireVersion')`,
  );
  const texts: string[] = [];
  for (const { name: table } of tables)
    texts.push(...(await rows<{ text: string }>(`SELECT t::text AS text FROM "${table}" t`)).map(({ text }) => text));
  return texts.join("\n");
}

const KEPT = ["User", "Patient", "Appointment", "Encounter", "Prescription", "BedBooking", "AuditEntry", "DomainEvent"];
const counts = async () => {
  const columns = KEPT.map((table) => `(SELECT count(*)::int FROM "${table}") AS "${table}"`);
  return (await rows<Record<string, number>>(`SELECT ${columns.join(", ")}`))[0] ?? {};
};

/** Texts longer than a word, and contacts: what must not be found again. Hospitals keep their addresses. */
async function secrets(): Promise<string[]> {
  const found = await rows<{ text: string }>(`
    SELECT "email"::text AS text FROM "User" UNION SELECT "name" FROM "User" UNION SELECT "name" FROM "Patient"
    UNION SELECT "name" FROM "Doctor" UNION SELECT "phone" FROM "User" UNION SELECT "phone" FROM "Patient"
    UNION SELECT "biography" FROM "Doctor" UNION SELECT "text" FROM "AppointmentText" UNION SELECT "text" FROM "BedBookingText"
    UNION SELECT "contactPhone" FROM "AmbulanceBooking"
    UNION (SELECT "pickupAddress" FROM "AmbulanceBooking" EXCEPT SELECT "address" FROM "Hospital")`);
  return found.flatMap(({ text }) => (text ? [text] : []));
}

beforeAll(async () => {
  await seedDemo();
  client = new pg.Client({ connectionString: process.env.MIGRATION_DATABASE_URL });
  await client.connect();
  name = (await client.query<{ name: string }>("SELECT current_database() AS name")).rows[0]?.name ?? "";
  const url = new URL(inject("postgres").adminUrl);
  url.pathname = `/${name}`;
  reader = new pg.Client({ connectionString: url.href });
  await reader.connect();
  before = await counts();
}, 300_000);

afterAll(() => Promise.all([client.end(), reader.end()]));

describe("scrubbing a copy", () => {
  it("has a rule for every column that could say who someone is or how they are", async () => {
    const columns = await rows<{ table: string; column: string }>(`
      SELECT c.relname AS "table", a.attname AS "column" FROM pg_attribute a
      JOIN pg_class c ON c.oid = a.attrelid JOIN pg_type t ON t.oid = a.atttypid
      LEFT JOIN pg_type e ON e.oid = t.typelem AND t.typcategory = 'A'
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> '_prisma_migrations'
        AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        AND coalesce(e.typname, t.typname) IN ('text', 'varchar', 'bpchar', 'citext', 'json', 'jsonb', 'bytea', 'date', 'float4', 'float8', 'numeric')`);
    expect(columns.length).toBeGreaterThan(150);
    const isEmptied = (table: string) => [...EMPTIED, ...EMPTIED_LAST].some((emptied) => emptied === table);
    const forgotten = columns.filter(
      ({ table, column }) => !isEmptied(table) && CHANGED[table]?.[column] === undefined,
    );
    expect(forgotten.map(({ table, column }) => `${table}.${column}`)).toEqual([]);
  });

  it("refuses another database than the one that is named, and one that a site runs on", async () => {
    await expect(scrubDatabase(client, "caresync", "-")).rejects.toThrow(/Nothing was changed/);
    await db.$queryRaw`SELECT 1`;
    await expect(scrubDatabase(client, name, "-")).rejects.toThrow(/CareSync is running/);
    await closeDb();
  });

  it("leaves nothing of anyone, and a site that works", async () => {
    const old = await secrets();
    expect(old.length).toBeGreaterThan(300);
    const done = await scrubDatabase(client, name, await hashPassword("a password for everyone"));
    expect(done.length).toBeGreaterThan(60);

    const text = await everything();
    expect(old.filter((secret) => secret.length > 5 && text.includes(secret))).toEqual([]);
    expect(ALL_NAMES.filter((person) => text.includes(person))).toEqual([]);

    expect(await counts()).toEqual(before);
    const someone = await db.user.findFirstOrThrow({ select: { email: true, passwordHash: true } });
    expect(someone.email).toMatch(/^[0-9a-f]{12}@example\.org$/);
    expect(await passwordMatches("a password for everyone", someone.passwordHash)).toBe(true);
    expect(await verifyAudit(null)).toMatchObject({ findings: [] });
  }, 120_000);

  it("lets its worker encrypt the new texts under a key of its own", async () => {
    expect(await encryptPlainTexts(new Date(Date.now() + 60_000))).toBeGreaterThan(100);
    const [left] = await rows<{ plain: number; encrypted: number }>(`
      SELECT count("plainText")::int AS plain, count("encryptedText")::int AS encrypted FROM "Encounter"`);
    expect(left?.plain).toBe(0);
    expect(left?.encrypted).toBeGreaterThan(100);
  }, 120_000);
});
