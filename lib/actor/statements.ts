import { Prisma } from "@/lib/platform/db/db";
import { statement, typed } from "@/lib/platform/db/statement";

const holdingColumns = {
  userId: "uuid",
  sessionEpoch: "int4",
  isAdmin: "bool",
  timeZone: "text",
  doctorId: "uuid?",
  hospitalId: "uuid?",
  staffRole: typed<"MANAGER" | "COORDINATOR" | null>("text?"),
  ownPatientId: "uuid?",
  /** Whom they book for, and whose record they read: their own first; null without any. */
  patientIds: "text[]?",
  readablePatientIds: "text[]?",
} as const;

const HOLDINGS = Prisma.sql`u."id" AS "userId", u."sessionEpoch", u."isAdmin", u."timeZone", d."id" AS "doctorId", s."hospitalId", s."role"::text AS "staffRole",
      p."ownPatientId", p."patientIds", p."readablePatientIds"`;
const HELD_BY = Prisma.sql`LEFT JOIN "Doctor" d ON d."userId" = u."id"
    LEFT JOIN "HospitalStaff" s ON s."userId" = u."id"
    CROSS JOIN LATERAL (
      SELECT (array_agg(a."patientId") FILTER (WHERE a."relation" = 'SELF'))[1] AS "ownPatientId",
        array_agg(a."patientId"::text ORDER BY a."relation" = 'SELF' DESC, a."createdAt") FILTER (WHERE a."canBook") AS "patientIds",
        array_agg(a."patientId"::text ORDER BY a."relation" = 'SELF' DESC, a."createdAt") FILTER (WHERE a."canRead") AS "readablePatientIds"
      FROM "PatientAccessNow" a WHERE a."userId" = u."id") p`;

/** What an active account is and may act for. */
export const holdingsOfUser = statement(
  holdingColumns,
  (id: string) => Prisma.sql`
    SELECT ${HOLDINGS} FROM "User" u ${HELD_BY}
    WHERE u."id" = ${id}::uuid AND u."status" = 'ACTIVE'`,
);

/** The same of an active session's account; no row for a session that has ended in any way. */
export const holdingsOfSession = statement(
  { ...holdingColumns, expiresAt: "timestamptz" },
  (id: string) => Prisma.sql`
    SELECT ${HOLDINGS}, x."expiresAt" FROM "Session" x JOIN "User" u ON u."id" = x."userId" AND u."sessionEpoch" = x."sessionEpoch" ${HELD_BY}
    WHERE x."id" = ${id}::uuid AND x."revokedAt" IS NULL AND x."expiresAt" > now() AND u."status" = 'ACTIVE'`,
);
