import { Prisma, type Verification } from "@/lib/platform/db/db";
import { statement, typed } from "@/lib/platform/db/statement";

type Wanted = { hospitalId: string; name: string; query: string; limit: number };

/**
 * Listed doctors who are neither at the hospital nor invited. The directory's own index finds the words, and forgives
 * typing errors. Names that start with them come first.
 */
export const invitableDoctors = statement(
  { id: "text" },
  ({ hospitalId, name, query, limit }: Wanted) => Prisma.sql`
    SELECT d."id"::text FROM "Doctor" d
    WHERE d."verification" = 'VERIFIED' AND d."searchWords" @@ to_tsquery('simple', ${query})
      AND NOT EXISTS (SELECT 1 FROM "Affiliation" a WHERE a."doctorId" = d."id" AND a."hospitalId" = ${hospitalId}::uuid AND a."status" <> 'ENDED')
      AND NOT EXISTS (SELECT 1 FROM "DoctorInvitation" i WHERE i."doctorId" = d."id" AND i."hospitalId" = ${hospitalId}::uuid
        AND i."status" = 'PENDING' AND i."expiresAt" > now())
    ORDER BY (' ' || "search_line"(d."name")) LIKE ('% ' || "search_words"(${name}) || '%') DESC, d."name", d."id" LIMIT ${limit}`,
);

/** Locks the doctor's state: an administrator's suspension comes before or after. */
export const lockStanding = statement(
  { verification: typed<Verification>("text") },
  (doctorId: string) =>
    Prisma.sql`SELECT "verification"::text FROM "Doctor" WHERE "id" = ${doctorId}::uuid FOR NO KEY UPDATE`,
);
