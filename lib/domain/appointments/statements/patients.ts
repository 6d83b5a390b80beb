import { Prisma } from "@/lib/platform/db/db";
import { statement } from "@/lib/platform/db/statement";

export type PatientPosition = { latestAt: Date; id: string };

/**
 * People with a visit of this doctor that took place or is still booked, those with the latest one first. `typed` finds
 * the beginnings of names. A doctor's visits are read by their own index, some thousands at most.
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
  },
  (
    doctorId: string,
    only: { typed?: string; patientId?: string },
    now: Date,
    after: PatientPosition | undefined,
    take: number,
  ) => Prisma.sql`
    SELECT p."id", p."name", p."bornOn", p."phone", v."latestAt", v."seenAt", v."nextAt"
    FROM (SELECT a."patientId", max(a."startsAt") AS "latestAt",
            max(a."startsAt") FILTER (WHERE a."status" IN ('IN_PROGRESS', 'COMPLETED')) AS "seenAt",
            min(a."startsAt") FILTER (WHERE a."status" IN ('PENDING', 'CONFIRMED', 'CHECKED_IN') AND a."endsAt" > ${now}) AS "nextAt"
          FROM "Appointment" a
          WHERE a."doctorId" = ${doctorId}::uuid AND a."status" IN ('PENDING', 'CONFIRMED', 'CHECKED_IN', 'IN_PROGRESS', 'COMPLETED', 'NO_SHOW', 'LEFT')
            ${only.patientId ? Prisma.sql`AND a."patientId" = ${only.patientId}::uuid` : Prisma.empty}
          GROUP BY a."patientId") v
    JOIN "Patient" p ON p."id" = v."patientId"
    WHERE ${only.typed ? Prisma.sql`p."searchWords" @@ "search_beginnings"(${only.typed})` : Prisma.sql`true`}
      ${after ? Prisma.sql`AND (v."latestAt", p."id") < (${after.latestAt}, ${after.id}::uuid)` : Prisma.empty}
    ORDER BY v."latestAt" DESC, p."id" DESC LIMIT ${take}::int`,
);
