import { Prisma } from "@/lib/platform/db/db";
import { statement } from "@/lib/platform/db/statement";

/** Those of these visits that are still to come or under way, ask something, and have no answers that were sent. */
export const unansweredVisits = statement(
  { id: "uuid", patientId: "uuid", isRequested: "bool" },
  (ids: string[]) => Prisma.sql`
    SELECT a."id", a."patientId", EXISTS (
      SELECT FROM "DomainEvent" e
      WHERE e."aggregate" = 'answers' AND e."aggregateId" = a."id" AND e."type" = 'answers.requested') AS "isRequested"
    FROM "Appointment" a LEFT JOIN "AnswerSheet" s ON s."appointmentId" = a."id"
    WHERE a."id" = ANY(${ids}::uuid[]) AND a."status" IN ('PENDING', 'CONFIRMED', 'CHECKED_IN', 'IN_PROGRESS')
      AND coalesce(s."submissions", 0) = 0
      AND (s."appointmentId" IS NOT NULL OR EXISTS (
        SELECT FROM "Questionnaire" q
        WHERE q."serviceId" = a."serviceId" AND q."isAsked" AND (q."doctorId" = a."doctorId" OR q."hospitalId" = a."hospitalId")))`,
);

/** The visits for which someone was asked for answers by one of these questionnaires and that may still be open. */
export const visitsAskedBy = statement(
  { id: "uuid" },
  (questionnaireIds: string[]) => Prisma.sql`
    SELECT a."id" FROM "Questionnaire" q
    JOIN "Appointment" a ON a."serviceId" = q."serviceId" AND (a."doctorId" = q."doctorId" OR a."hospitalId" = q."hospitalId")
    WHERE q."id" = ANY(${questionnaireIds}::uuid[]) AND a."startsAt" > now() - interval '1 day'
      AND a."status" IN ('PENDING', 'CONFIRMED', 'CHECKED_IN', 'IN_PROGRESS')`,
);
