import type { ReadingPurpose } from "@/lib/domain/patients/schema";
import { Prisma } from "@/lib/platform/db/db";
import { statement, typed } from "@/lib/platform/db/statement";

export type PatientPosition = { latestAt: Date; id: string };

/** The best reason for which the doctor reads the record now; nulls without any. */
const READING = (doctorId: string) => Prisma.sql`LEFT JOIN LATERAL (
      SELECT r."purpose", r."coversNotes", r."until" FROM "RecordReaderNow" r
      WHERE r."doctorId" = ${doctorId}::uuid AND r."patientId" = q."id"
      ORDER BY r."purpose", r."coversNotes" DESC, r."until" DESC NULLS FIRST LIMIT 1) r ON true`;

/**
 * People with a visit of this doctor that took place or is still booked, and those whose record the doctor was given, those
 * with the latest one first. `typed` finds the beginnings of names. A doctor's visits are read by their own index, some
 * thousands at most.
 */
export const patientsOfDoctor = statement(
  {
    id: "uuid",
    name: "text",
    bornOn: "date?",
    phone: "text?",
    latestAt: "timestamptz",
    seenAt: "timestamptz?",
    nextAt: "timestamptz?",
    hasVisits: "bool",
    purpose: typed<ReadingPurpose | null>("enum?"),
    coversNotes: "bool?",
    until: "timestamptz?",
  },
  (
    doctorId: string,
    only: { typed?: string; patientId?: string; isShared?: boolean },
    now: Date,
    after: PatientPosition | undefined,
    take: number,
  ) => Prisma.sql`
    SELECT q.*, r."purpose", r."coversNotes", r."until" FROM (
      SELECT p."id", p."name", p."bornOn", p."phone", v."latestAt", v."seenAt", v."nextAt", v."hasVisits"
      FROM (SELECT k."patientId", max(k."at") AS "latestAt", max(k."seenAt") AS "seenAt", min(k."nextAt") AS "nextAt",
              bool_or(k."purpose" IS NULL) AS "hasVisits"
            FROM (SELECT a."patientId", a."startsAt" AS "at", NULL::"AuditPurpose" AS "purpose",
                    CASE WHEN a."status" IN ('IN_PROGRESS', 'COMPLETED') THEN a."startsAt" END AS "seenAt",
                    CASE WHEN a."status" IN ('PENDING', 'CONFIRMED', 'CHECKED_IN') AND a."endsAt" > ${now} THEN a."startsAt" END AS "nextAt"
                  FROM "Appointment" a
                  WHERE a."doctorId" = ${doctorId}::uuid AND a."status" IN ('PENDING', 'CONFIRMED', 'CHECKED_IN', 'IN_PROGRESS', 'COMPLETED', 'NO_SHOW', 'LEFT')
                  UNION ALL
                  SELECT g."patientId", g."since", g."purpose", NULL, NULL FROM "RecordReaderNow" g
                  WHERE g."doctorId" = ${doctorId}::uuid AND g."purpose" <> 'TREATMENT') k
            ${only.patientId ? Prisma.sql`WHERE k."patientId" = ${only.patientId}::uuid` : Prisma.empty}
            GROUP BY k."patientId" ${only.isShared ? Prisma.sql`HAVING bool_or(k."purpose" = 'SHARED')` : Prisma.empty}) v
      JOIN "Patient" p ON p."id" = v."patientId"
      WHERE ${only.typed ? Prisma.sql`p."searchWords" @@ "search_beginnings"(${only.typed})` : Prisma.sql`true`}
        ${after ? Prisma.sql`AND (v."latestAt", p."id") < (${after.latestAt}, ${after.id}::uuid)` : Prisma.empty}
      ORDER BY v."latestAt" DESC, p."id" DESC LIMIT ${take}::int) q
    ${READING(doctorId)}
    ORDER BY q."latestAt" DESC, q."id" DESC`,
);
