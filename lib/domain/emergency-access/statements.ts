import { REPEATED, SAME_LOOK_MINUTES } from "@/lib/domain/audit/status";
import { Prisma } from "@/lib/platform/db/db";
import { statement } from "@/lib/platform/db/statement";

/** People of exactly this name, folded to plain letters, born on this day: two at most, since only one may be meant. */
export const patientsExactly = statement(
  { id: "uuid", isRead: "bool" },
  ({ name, bornOn, doctorId }: { name: string; bornOn: string; doctorId: string }) => Prisma.sql`
    SELECT p."id", EXISTS (SELECT FROM "RecordReaderNow" r WHERE r."doctorId" = ${doctorId}::uuid AND r."patientId" = p."id" AND r."coversNotes") AS "isRead"
    FROM "Patient" p
    WHERE p."bornOn" = ${bornOn}::date AND p."mergedIntoId" IS NULL AND "search_line"(p."name") = "search_line"(${name}) LIMIT 2`,
);

/**
 * Whether someone who reads the record has an account that is notified; if not, the patient's number, and who noted when
 * that they were told otherwise.
 */
export const toldOf = statement(
  { id: "uuid", isReachable: "bool", phone: "text?", toldAt: "timestamptz?", toldBy: "text?" },
  (ids: string[]) => Prisma.sql`
    SELECT e."id", p."phone", e."toldAt", t."name" AS "toldBy", EXISTS (
      SELECT FROM "PatientAccessNow" a JOIN "User" u ON u."id" = a."userId" AND u."status" = 'ACTIVE'
      WHERE a."patientId" = coalesce(p."mergedIntoId", p."id") AND a."canRead") AS "isReachable"
    FROM "EmergencyAccess" e JOIN "Patient" p ON p."id" = e."patientId" LEFT JOIN "User" t ON t."id" = e."toldById"
    WHERE e."id" = ANY (${ids}::uuid[])`,
);

/** How often something in the record was opened by each of these accesses; what an open page repeats counts as one look. */
export const looksBy = statement(
  { id: "uuid", looks: "int4" },
  (ids: string[]) => Prisma.sql`
    SELECT e."id", (
      SELECT count(*)::int FROM (
        SELECT a."action", a."occurredAt", lag(a."occurredAt") OVER (
          PARTITION BY a."action", a."subject", a."subjectId" ORDER BY a."occurredAt", a."position") AS "before"
        FROM "AuditEntry" a JOIN "Doctor" d ON d."id" = e."doctorId"
        WHERE a."patientId" = e."patientId" AND a."actorUserId" = d."userId" AND a."purpose" = 'EMERGENCY'
          AND a."occurredAt" BETWEEN e."openedAt" AND coalesce(e."endedAt", e."expiresAt") + interval '1 minute'
          AND "is_clinical"(a."action")) l
      WHERE l."before" IS NULL OR l."before" <= l."occurredAt" - make_interval(mins => ${SAME_LOOK_MINUTES}::int)
        OR NOT (split_part(l."action", '.', 2) = ANY (${REPEATED.verbs}::text[]) OR l."action" = ANY (${REPEATED.actions}::text[]))) AS "looks"
    FROM "EmergencyAccess" e WHERE e."id" = ANY (${ids}::uuid[])`,
);
