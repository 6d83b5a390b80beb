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

/** How often something in the record was opened by each of these accesses. */
export const looksBy = statement(
  { id: "uuid", looks: "int4" },
  (ids: string[]) => Prisma.sql`
    SELECT e."id", (
      SELECT count(*)::int FROM "AuditEntry" a JOIN "Doctor" d ON d."id" = e."doctorId"
      WHERE a."patientId" = e."patientId" AND a."actorUserId" = d."userId" AND a."purpose" = 'EMERGENCY'
        AND a."occurredAt" BETWEEN e."openedAt" AND coalesce(e."endedAt", e."expiresAt") + interval '1 minute'
        AND "is_clinical"(a."action")) AS "looks"
    FROM "EmergencyAccess" e WHERE e."id" = ANY (${ids}::uuid[])`,
);
