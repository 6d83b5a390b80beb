import { Prisma } from "@/lib/platform/db/db";
import { statement } from "@/lib/platform/db/statement";
import type { Batch, Scope } from "./scope";

/** People the hospital knows, as `knownAt` of the patients says; records merged into another are that one. */
const patientsOf = ({ hospitalId }: Scope) => Prisma.sql`
    p."mergedIntoId" IS NULL AND p."id" IN (
      SELECT a."patientId" FROM "Appointment" a WHERE a."hospitalId" = ${hospitalId}::uuid AND a."holdExpiresAt" IS NULL
      UNION SELECT b."patientId" FROM "BedBooking" b WHERE b."hospitalId" = ${hospitalId}::uuid
      UNION SELECT c."patientId" FROM "AmbulanceBooking" c WHERE c."hospitalId" = ${hospitalId}::uuid AND c."patientId" IS NOT NULL
      UNION SELECT r."patientId" FROM "Registration" r WHERE r."hospitalId" = ${hospitalId}::uuid)`;

const beyondId = (id: Prisma.Sql, after: Batch["after"]) =>
  after ? Prisma.sql`AND ${id} > ${after[0]}::uuid` : Prisma.empty;

export const patientRows = statement(
  {
    id: "uuid",
    record_number: "text?",
    name: "text",
    born_on: "text?",
    phone: "text?",
    email: "text?",
    language: "text?",
    created_at: "timestamptz",
  },
  (scope: Scope, { after, take }: Batch) => Prisma.sql`
    SELECT p."id", r."record_number", p."name", to_char(p."bornOn", 'YYYY-MM-DD') AS "born_on", p."phone", r."email", r."language",
      p."createdAt" AS "created_at"
    FROM "Patient" p CROSS JOIN LATERAL (
      SELECT string_agg(g."recordNumber", ' / ' ORDER BY g."id") AS "record_number",
        (array_agg(g."email"::text ORDER BY g."id" DESC) FILTER (WHERE g."email" IS NOT NULL))[1] AS "email",
        (array_agg(g."language" ORDER BY g."id" DESC) FILTER (WHERE g."language" IS NOT NULL))[1] AS "language"
      FROM "Registration" g WHERE g."patientId" = p."id" AND g."hospitalId" = ${scope.hospitalId}::uuid) r
    WHERE ${patientsOf(scope)} ${beyondId(Prisma.sql`p."id"`, after)}
    ORDER BY p."id" LIMIT ${take}::int`,
);

export const patientCount = statement(
  { count: "int4" },
  (scope: Scope) => Prisma.sql`SELECT count(*)::int AS "count" FROM "Patient" p WHERE ${patientsOf(scope)}`,
);

export const staffRows = statement(
  { id: "uuid", name: "text", email: "text", role: "enum", created_at: "timestamptz" },
  (scope: Scope, { after, take }: Batch) => Prisma.sql`
    SELECT s."id", u."name", u."email"::text AS "email", s."role", s."createdAt" AS "created_at"
    FROM "HospitalStaff" s JOIN "User" u ON u."id" = s."userId"
    WHERE s."hospitalId" = ${scope.hospitalId}::uuid ${beyondId(Prisma.sql`s."id"`, after)}
    ORDER BY s."id" LIMIT ${take}::int`,
);

export const staffCount = statement(
  { count: "int4" },
  (scope: Scope) =>
    Prisma.sql`SELECT count(*)::int AS "count" FROM "HospitalStaff" s WHERE s."hospitalId" = ${scope.hospitalId}::uuid`,
);
