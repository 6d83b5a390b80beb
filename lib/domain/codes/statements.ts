import { Prisma } from "@/lib/platform/db/db";
import { command, statement } from "@/lib/platform/db/statement";

/** Searches the active edition; the function in the database says how. */
export const findDiagnoses = statement(
  { system: "text", version: "text", code: "text", name: "text", isHeading: "bool", isRecent: "bool" },
  (typed: string, doctorId: string, most: number) => Prisma.sql`
    SELECT "system", "version", "code", "name", "isHeading", "isRecent"
    FROM "find_diagnoses"(${typed}::text, ${doctorId}::uuid, ${most}::int)`,
);

/** Notes that a doctor has chosen a code. */
export const noteUse = command(
  (doctorId: string, system: string, code: string) => Prisma.sql`
    INSERT INTO "DiagnosisUse" ("doctorId", "system", "code") VALUES (${doctorId}::uuid, ${system}, ${code})
    ON CONFLICT ("doctorId", "system", "code") DO UPDATE SET "usedAt" = now()`,
);

/** Forgets all but the codes a doctor has chosen last. */
export const forgetOldUses = command(
  (doctorId: string, kept: number) => Prisma.sql`
    DELETE FROM "DiagnosisUse" WHERE "doctorId" = ${doctorId}::uuid AND ("system", "code") IN (
      SELECT "system", "code" FROM "DiagnosisUse" WHERE "doctorId" = ${doctorId}::uuid ORDER BY "usedAt" DESC OFFSET ${kept})`,
);

/**
 * Takes an edition for one worker: one that no one loads, or whose worker wasn't heard of for these seconds. Returns
 * how many editions it has taken.
 */
export const claimEdition = command(
  (id: string, workerId: string, silentSeconds: number) => Prisma.sql`
    UPDATE "DiagnosisEdition" SET "claimedBy" = ${workerId}::uuid, "claimedAt" = now(), "processedBytes" = 0, "codeCount" = 0
    WHERE "id" = ${id}::uuid AND "status" = 'LOADING'
      AND ("claimedAt" IS NULL OR "claimedAt" < now() - ${silentSeconds} * interval '1 second')`,
);

/** Which editions wait for a worker. */
export const unclaimedEditions = statement(
  { id: "uuid" },
  (silentSeconds: number) => Prisma.sql`
    SELECT "id" FROM "DiagnosisEdition" WHERE "status" = 'LOADING'
      AND ("claimedAt" IS NULL OR "claimedAt" < now() - ${silentSeconds} * interval '1 second') ORDER BY "createdAt"`,
);

/** Notes how far an edition has got, if it is still this worker's; then no other one can take it before the commit. */
export const keepEdition = command(
  ({ id, workerId, bytes, codes }: { id: string; workerId: string; bytes: number; codes: number }) => Prisma.sql`
    UPDATE "DiagnosisEdition" SET "claimedAt" = now(), "processedBytes" = ${bytes}, "codeCount" = "codeCount" + ${codes}
    WHERE "id" = ${id}::uuid AND "claimedBy" = ${workerId}::uuid AND "status" = 'LOADING'`,
);

/**
 * Adds codes, a JSON array of `{ code, name, synonyms, isHeading }`. Each also gets the words our selection has for the
 * same code and for its category, so that "heart attack" finds it. Not for external causes and special codes, which
 * mean other things in other editions.
 */
export const addCodes = command(
  (editionId: string, codes: string) => Prisma.sql`
    INSERT INTO "DiagnosisCode" ("editionId", "code", "name", "synonyms", "general", "isHeading")
    SELECT ${editionId}::uuid, r."code", r."name",
      concat_ws(', ', nullif(r."synonyms", ''), own."name", nullif(own."synonyms", '')),
      concat_ws(', ', category."name", nullif(category."synonyms", '')), r."isHeading"
    FROM jsonb_to_recordset(${codes}::jsonb) AS r("code" text, "name" text, "synonyms" text, "isHeading" boolean)
    LEFT JOIN "DiagnosisEdition" ours ON ours."isBuiltIn" AND r."code" !~ '^[U-Y]'
    LEFT JOIN "DiagnosisCode" own ON own."editionId" = ours."id" AND own."code" = r."code"
    LEFT JOIN "DiagnosisCode" category ON category."editionId" = ours."id" AND length(r."code") > 3 AND category."code" = left(r."code", 3)`,
);

/** Adds codes of the built-in selection, with the words of their categories. */
export const addBuiltInCodes = command(
  (editionId: string, codes: string) => Prisma.sql`
    INSERT INTO "DiagnosisCode" ("editionId", "code", "name", "synonyms", "general")
    SELECT ${editionId}::uuid, r."code", r."name", r."synonyms", r."general"
    FROM jsonb_to_recordset(${codes}::jsonb) AS r("code" text, "name" text, "synonyms" text, "general" text)`,
);

/** Collects the words of an edition, to compare mistyped ones with. */
export const collectWords = command(
  (editionId: string) => Prisma.sql`
    INSERT INTO "DiagnosisWord" ("editionId", "word")
    SELECT DISTINCT ${editionId}::uuid, w FROM "DiagnosisCode" c,
      unnest(string_to_array("search_line"(c."name" || ' ' || c."synonyms"), ' ')) AS w
    WHERE c."editionId" = ${editionId}::uuid AND length(w) BETWEEN 3 AND 40 AND w !~ '[0-9]'`,
);

export const builtInEdition = statement(
  { digest: "text?" },
  () => Prisma.sql`SELECT "digest" FROM "DiagnosisEdition" WHERE "isBuiltIn"`,
);

export const removeBuiltIn = command(() => Prisma.sql`DELETE FROM "DiagnosisEdition" WHERE "isBuiltIn"`);

/** Begins the built-in edition, in which the codes are then entered. */
export const startBuiltIn = command(
  (id: string, release: string, digest: string) => Prisma.sql`
    INSERT INTO "DiagnosisEdition" ("id", "system", "release", "isBuiltIn", "digest", "status")
    VALUES (${id}::uuid, 'ICD-10', ${release}, TRUE, ${digest}, 'LOADING') ON CONFLICT DO NOTHING`,
);

/** Ends it; it becomes the active one where none is. */
export const finishBuiltIn = command(
  (id: string, codes: number) => Prisma.sql`
    UPDATE "DiagnosisEdition" SET "status" = 'READY', "codeCount" = ${codes}, "finishedAt" = now(),
      "isActive" = NOT EXISTS (SELECT 1 FROM "DiagnosisEdition" WHERE "isActive"),
      "activatedAt" = CASE WHEN EXISTS (SELECT 1 FROM "DiagnosisEdition" WHERE "isActive") THEN NULL ELSE now() END
    WHERE "id" = ${id}::uuid`,
);
