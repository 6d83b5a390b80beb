import { Prisma } from "@/lib/platform/db/db";
import { statement, typed } from "@/lib/platform/db/statement";
import type { GrantScope, GrantState } from "./status";

/** What decides until when an account may share a record; no row for one without the whole right. */
export const rightToShare = statement(
  { relation: "text", isOfAge: "bool" },
  (userId: string | null, patientId: string) => Prisma.sql`
    SELECT n."relation"::text, "is_of_age"(p."id", p."bornOn", n."userId", now()) AS "isOfAge"
    FROM "PatientAccessNow" n JOIN "Patient" p ON p."id" = n."patientId"
    WHERE n."userId" = ${userId}::uuid AND n."patientId" = ${patientId}::uuid AND n."canRead" AND n."canBook"`,
);

/** Whether a grant holds has one answer: the view's. */
const STATE = Prisma.sql`CASE
      WHEN EXISTS (SELECT FROM "RecordReaderNow" r WHERE r."patientId" = g."patientId" AND r."doctorId" = g."doctorId"
        AND r."purpose" = 'SHARED') AND g."endedAt" IS NULL THEN 'ACTIVE'
      WHEN g."endedAt" IS NULL AND d."verification" <> 'VERIFIED' AND coalesce(g."expiresAt" > now(), true) THEN 'PAUSED'
      ELSE 'ENDED' END`;

type Grants = {
  patientIds: string[];
  id?: string;
  /** Those that nobody has ended yet. */
  isOpen?: boolean;
  after: { createdAt: Date; id: string } | null;
  take: number;
};

/** What is or was shared of these patients, newest first. */
export const grantsOf = statement(
  {
    id: "uuid",
    patientId: "uuid",
    doctorId: "uuid",
    doctorName: "text",
    scope: typed<GrantScope>("text"),
    state: typed<GrantState>("text"),
    expiresAt: "timestamptz?",
    untilMajority: "bool",
    grantedById: "uuid",
    createdAt: "timestamptz",
    endedAt: "timestamptz?",
  },
  ({ patientIds, id, isOpen = false, after, take }: Grants) => Prisma.sql`
    SELECT g."id", g."patientId", g."doctorId", d."name" AS "doctorName", g."scope"::text, ${STATE} AS "state", g."expiresAt",
      g."untilMajority", g."grantedById", g."createdAt", g."endedAt"
    FROM "RecordGrant" g JOIN "Doctor" d ON d."id" = g."doctorId"
    WHERE g."patientId" = ANY (${patientIds}::uuid[])
      AND (${id ?? null}::uuid IS NULL OR g."id" = ${id ?? null}::uuid)
      AND (${!isOpen} OR g."endedAt" IS NULL)
      AND (${after === null} OR (g."createdAt", g."id") < (${after?.createdAt ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    ORDER BY g."createdAt" DESC, g."id" DESC LIMIT ${take}`,
);

/** Open grants of a patient: those that hold or are paused, and those nobody has closed since they ended by themselves. */
export const openGrants = statement(
  { id: "uuid", doctorId: "uuid", state: typed<GrantState>("text") },
  (patientId: string) => Prisma.sql`
    SELECT g."id", g."doctorId", ${STATE} AS "state"
    FROM "RecordGrant" g JOIN "Doctor" d ON d."id" = g."doctorId"
    WHERE g."patientId" = ${patientId}::uuid AND g."endedAt" IS NULL`,
);

type Wanted = { patientId: string; name: string; query: string; limit: number };

/**
 * Verified doctors of that name with whom the record isn't shared. The directory's own index finds the words, and forgives
 * typing errors. Names that start with them come first.
 */
export const doctorsNamed = statement(
  { id: "uuid", name: "text", city: "text?", specialties: "text?" },
  ({ patientId, name, query, limit }: Wanted) => Prisma.sql`
    SELECT d."id", d."name", d."city", (SELECT string_agg(s."name", ', ' ORDER BY s."name") FROM "DoctorSpecialty" x
        JOIN "Specialty" s ON s."id" = x."specialtyId" WHERE x."doctorId" = d."id") AS "specialties"
    FROM "Doctor" d
    WHERE d."verification" = 'VERIFIED' AND d."searchWords" @@ to_tsquery('simple', ${query})
      AND NOT EXISTS (SELECT FROM "RecordReaderNow" r WHERE r."doctorId" = d."id" AND r."patientId" = ${patientId}::uuid AND r."purpose" = 'SHARED')
    ORDER BY (' ' || "search_line"(d."name")) LIKE ('% ' || "search_words"(${name}) || '%') DESC, d."name", d."id" LIMIT ${limit}`,
);
