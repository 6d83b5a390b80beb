import { Prisma } from "@/lib/platform/db/db";
import { statement } from "@/lib/platform/db/statement";

/** Whether an account holds the whole right to a record at this moment. */
export const wholeRight = statement(
  { holds: "bool" },
  (userId: string | null, patientId: string) => Prisma.sql`
    SELECT EXISTS (
      SELECT FROM "PatientAccessNow" n
      WHERE n."userId" = ${userId}::uuid AND n."patientId" = ${patientId}::uuid AND n."canRead" AND n."canBook"
    ) AS "holds"`,
);
