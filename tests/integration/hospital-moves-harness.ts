import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, inject, vi } from "vitest";
import { readMovingFile } from "@/scripts/move/moving-file";
import { cloneDatabase } from "../support/database";

export const PASSPHRASE = "sixteen letters at least";

/** A folder for files on their way. */
export const folder = mkdtempSync(join(tmpdir(), "caresync-move-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Connects to a database as a superuser, who sees past row-level security. */
export async function connect(databaseUrl = process.env.DATABASE_URL ?? ""): Promise<pg.Client> {
  const url = new URL(inject("postgres").adminUrl);
  url.pathname = new URL(databaseUrl).pathname;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  return client;
}

export async function linesOf(path: string, passphrase = PASSPHRASE): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of readMovingFile(path, passphrase)) lines.push(line);
  return lines;
}

/** The hospital with the most notes. */
export async function busiestHospital(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT "hospitalId" AS "id" FROM "Encounter" WHERE "hospitalId" IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
  );
  return rows[0]?.id ?? "";
}

/** Makes another installation: an empty database, a file store and keys of its own. */
export async function otherInstallation(): Promise<Record<string, string>> {
  const database = await cloneDatabase(inject("postgres"));
  return {
    DATABASE_URL: database.appUrl,
    MIGRATION_DATABASE_URL: database.ownerUrl,
    FILES_DIR: mkdtempSync(join(folder, "files-")),
    NEXTAUTH_SECRET: "of-another-installation-of-another-installation",
    RECORDS_KEYS: `elsewhere:${Buffer.alloc(32, 7).toString("base64")}`,
  };
}

/** From now on this process is of that installation: its modules read their configuration again. */
export async function enter(environment: Record<string, string | undefined>): Promise<void> {
  const { closeDb } = await import("@/lib/platform/db/db");
  await closeDb();
  Object.assign(process.env, environment);
  vi.resetModules();
}

/** Makes rows that the demo has none of: files of each kind, and a prescription with a code. */
export async function addFiles(client: pg.Client, hospitalId: string): Promise<{ code: string; content: Buffer }> {
  const [{ storeFile }, { fingerprintOf }, { sealMovedCode }] = [
    await import("@/lib/platform/files/stored-files"),
    await import("@/lib/platform/encryption/fingerprint"),
    await import("@/lib/domain/prescriptions/move-code"),
  ];
  const content = randomBytes(150_000);
  const [attached, document] = [await storeFile(content), await storeFile(Buffer.from("a letter"))];
  const code = "ABCDEFGHJKLMNPQR";
  const { rows } = await client.query<{ id: string; appointmentId: string; patientId: string; doctorId: string }>(
    `SELECT e."id", e."appointmentId", e."patientId", e."doctorId" FROM "Encounter" e
     WHERE e."hospitalId" = $1 AND e."status" = 'SIGNED' AND NOT EXISTS (SELECT FROM "PrescriptionDocument" d WHERE d."encounterId" = e."id")
     ORDER BY e."id" LIMIT 1`,
    [hospitalId],
  );
  const note = rows[0]!;
  const { codeDigest, sealedCode } = sealMovedCode(note.id, code);
  // A signed note takes nothing more, so triggers are off.
  await client.query("SET session_replication_role = replica");
  await client.query(`UPDATE "StoredFile" SET "claimedAt" = now()`);
  await client.query(
    `INSERT INTO "Attachment" ("id", "encounterId", "patientId", "fileId", "name", "type", "size", "fingerprint")
     VALUES (gen_random_uuid(), $1, $2, $3, 'scan.pdf', 'application/pdf', 150000, $4)`,
    [note.id, note.patientId, attached, fingerprintOf(content, `visit:${note.appointmentId}`)],
  );
  await client.query(
    `INSERT INTO "PatientDocument" ("id", "patientId", "fileId", "title", "kind", "datedOn", "type", "size", "fingerprint")
     VALUES (gen_random_uuid(), $1, $2, 'Letter', 'LETTER', '2026-01-02', 'application/pdf', 8, 'old')`,
    [note.patientId, document],
  );
  await client.query(
    `INSERT INTO "PrescriptionDocument" ("encounterId", "patientId", "doctorId", "codeDigest", "sealedCode") VALUES ($1, $2, $3, $4, $5)`,
    [note.id, note.patientId, note.doctorId, codeDigest, sealedCode],
  );
  await client.query("RESET session_replication_role");
  return { code, content };
}
