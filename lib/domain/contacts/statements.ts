import { Prisma } from "@/lib/platform/db/db";
import { statement, typed } from "@/lib/platform/db/statement";

/**
 * `wanted`: a JSON array of `{ index, about, patientId, userId }`. By current accounts and numbers, and whether a To
 * call entry about the thing is open.
 */
export const waysToReach = statement(
  { index: "int4", phone: "text?", hasAccount: "bool", hasOpen: "bool" },
  (wanted: string) => Prisma.sql`
    SELECT n."index", p."phone",
      EXISTS (SELECT 1 FROM "User" u WHERE u."status" = 'ACTIVE' AND (u."id" = n."userId" OR EXISTS (
        SELECT 1 FROM "PatientAccessNow" a WHERE a."userId" = u."id" AND a."patientId" = n."patientId" AND a."canBook"))) AS "hasAccount",
      EXISTS (SELECT 1 FROM "ToCall" t WHERE t."doneAt" IS NULL AND t."withdrawnAt" IS NULL
        AND coalesce(t."appointmentId", t."bedBookingId", t."ambulanceBookingId") = n."about") AS "hasOpen"
    FROM jsonb_to_recordset(${wanted}::jsonb) AS n("index" int, "about" uuid, "patientId" uuid, "userId" uuid)
    LEFT JOIN "Patient" p ON p."id" = n."patientId"`,
);

type Calls = {
  about: string[];
  /** A JSON array of `{ about, reason }`: what stays on the list. */
  standing: string;
  /** A JSON array of new rows; those that stand already are not added twice. */
  rows: string;
};

/** Withdraws open entries about these things, except those that stand, and adds new ones. */
export const replaceCalls = statement(
  { kind: typed<"added" | "withdrawn">("text"), id: "uuid", hospitalId: "uuid?", doctorId: "uuid?" },
  ({ about, standing, rows }: Calls) => Prisma.sql`
    WITH "withdrawn" AS (
      UPDATE "ToCall" t SET "withdrawnAt" = now(), "version" = t."version" + 1
      WHERE t."doneAt" IS NULL AND t."withdrawnAt" IS NULL
        AND coalesce(t."appointmentId", t."bedBookingId", t."ambulanceBookingId") = ANY(${about}::uuid[])
        AND NOT EXISTS (
          SELECT 1 FROM jsonb_to_recordset(${standing}::jsonb) AS s("about" uuid, "reason" text)
          WHERE s."about" = coalesce(t."appointmentId", t."bedBookingId", t."ambulanceBookingId") AND s."reason" = t."reason")
      RETURNING t."id", t."hospitalId", t."doctorId"
    ), "added" AS (
      INSERT INTO "ToCall" ("id", "reason", "patientId", "hospitalId", "doctorId", "appointmentId", "bedBookingId", "ambulanceBookingId")
      SELECT n.* FROM jsonb_to_recordset(${rows}::jsonb) AS n("id" uuid, "reason" text, "patientId" uuid,
        "hospitalId" uuid, "doctorId" uuid, "appointmentId" uuid, "bedBookingId" uuid, "ambulanceBookingId" uuid)
      ON CONFLICT DO NOTHING RETURNING "id", "hospitalId", "doctorId"
    )
    SELECT 'withdrawn' AS "kind", * FROM "withdrawn" UNION ALL SELECT 'added', * FROM "added"`,
);

/** Withdraws open entries about these appointments for one reason. */
export const withdrawOpen = statement(
  { id: "uuid", hospitalId: "uuid?", doctorId: "uuid?" },
  (reason: string, appointmentIds: string[]) => Prisma.sql`
    UPDATE "ToCall" SET "withdrawnAt" = now(), "version" = "version" + 1
    WHERE "doneAt" IS NULL AND "withdrawnAt" IS NULL AND "reason" = ${reason} AND "appointmentId" = ANY(${appointmentIds}::uuid[])
    RETURNING "id", "hospitalId", "doctorId"`,
);
