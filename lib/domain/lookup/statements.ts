import { Prisma } from "@/lib/platform/db/db";
import { statement, typed } from "@/lib/platform/db/statement";
import { MAX_HITS } from "./rules";

const hitColumns = { id: "text", name: "text", more: "text" } as const;

export const colleaguesNamed = statement(
  { kind: typed<"colleague">("text"), ...hitColumns },
  (hospitalId: string, words: string) => Prisma.sql`
    SELECT 'colleague' AS "kind", d."id"::text, d."name", coalesce(t."name", '') AS "more"
    FROM "Affiliation" a JOIN "Doctor" d ON d."id" = a."doctorId" LEFT JOIN "Department" t ON t."id" = a."departmentId"
    WHERE a."hospitalId" = ${hospitalId}::uuid AND a."status" <> 'ENDED' AND to_tsvector('simple', "search_line"(d."name")) @@ "search_beginnings"(${words})
    ORDER BY d."name", d."id" LIMIT ${MAX_HITS}`,
);

/** By the label, the ward or both: "ICU 3". */
export const bedsCalled = statement(
  { kind: typed<"bed">("text"), wardId: "text", ...hitColumns },
  (hospitalId: string, words: string) => Prisma.sql`
    SELECT 'bed' AS "kind", b."id"::text, b."wardId"::text, b."label" AS "name", w."name" AS "more"
    FROM "Bed" b JOIN "Ward" w ON w."id" = b."wardId"
    WHERE b."hospitalId" = ${hospitalId}::uuid AND b."removedAt" IS NULL
      AND to_tsvector('simple', "search_line"(w."name" || ' ' || b."label")) @@ "search_beginnings"(${words})
    ORDER BY w."name", length(b."label"), b."label" LIMIT ${MAX_HITS}`,
);

export const wardsCalled = statement(
  { kind: typed<"ward">("text"), ...hitColumns },
  (hospitalId: string, words: string) => Prisma.sql`
    SELECT 'ward' AS "kind", w."id"::text, w."name", '' AS "more" FROM "Ward" w
    WHERE w."hospitalId" = ${hospitalId}::uuid AND w."removedAt" IS NULL AND to_tsvector('simple', "search_line"(w."name")) @@ "search_beginnings"(${words})
    ORDER BY w."name" LIMIT ${MAX_HITS}`,
);

/** In any spelling of the registration: `b rt100` finds `B-RT 100`. */
export const vehiclesCalled = statement(
  { kind: typed<"vehicle">("text"), ...hitColumns },
  (hospitalId: string, words: string) => Prisma.sql`
    SELECT 'vehicle' AS "kind", v."id"::text, v."registration" AS "name", '' AS "more" FROM "Ambulance" v
    WHERE v."hospitalId" = ${hospitalId}::uuid AND v."removedAt" IS NULL
      AND "registration_key"(${words}) <> '' AND starts_with(v."registrationKey", "registration_key"(${words}))
    ORDER BY v."registration" LIMIT ${MAX_HITS}`,
);

export const listedDoctorsNamed = statement(
  { kind: typed<"doctor">("text"), slug: "text", ...hitColumns },
  (words: string) => Prisma.sql`
    SELECT 'doctor' AS "kind", d."id"::text, d."slug", d."name", coalesce(d."city", '') AS "more" FROM "Doctor" d
    WHERE d."verification" = 'VERIFIED' AND d."searchWords" @@ "search_beginnings"(${words})
      AND to_tsvector('simple', "search_line"(d."name")) @@ "search_beginnings"(${words})
    ORDER BY d."name", d."id" LIMIT ${MAX_HITS}`,
);

export const listedHospitalsNamed = statement(
  { kind: typed<"hospital">("text"), slug: "text", ...hitColumns },
  (words: string) => Prisma.sql`
    SELECT 'hospital' AS "kind", h."id"::text, h."slug", h."name", coalesce(h."city", '') AS "more" FROM "Hospital" h
    WHERE h."verification" = 'VERIFIED' AND h."searchText" LIKE '%' || "search_words"(${words}) || '%'
    ORDER BY h."name", h."id" LIMIT ${MAX_HITS}`,
);

/** Whose appointments are looked through, and by what: for staff and doctors it is the patient they look for. */
export type VisitScope =
  { by: "patient"; hospitalId: string } | { by: "patient"; doctorId: string } | { by: "all"; patientIds: string[] };

const OTHER_NAMES = Prisma.sql`JOIN "Doctor" d ON d."id" = a."doctorId" LEFT JOIN "Service" s ON s."id" = a."serviceId" LEFT JOIN "Hospital" h ON h."id" = a."hospitalId"`;

function within(scope: VisitScope): Prisma.Sql {
  if (scope.by === "all") return Prisma.sql`a."patientId" = ANY(${scope.patientIds}::uuid[])`;
  return "hospitalId" in scope
    ? Prisma.sql`a."hospitalId" = ${scope.hospitalId}::uuid`
    : Prisma.sql`a."doctorId" = ${scope.doctorId}::uuid`;
}

/**
 * A person's own visits are few, so all their names are searched. For all others the index of patients' names is used.
 */
function named(scope: VisitScope, words: string): Prisma.Sql {
  const isNamed = Prisma.sql`p."searchWords" @@ "search_beginnings"(${words})`;
  if ("hospitalId" in scope)
    return Prisma.sql`(${isNamed} OR p."id" = ANY (ARRAY(
      SELECT r."patientId" FROM "Registration" r
      WHERE r."hospitalId" = ${scope.hospitalId}::uuid AND "name_key"(r."recordNumber") = "name_key"(${words}))))`;
  if (scope.by === "patient") return isNamed;
  return Prisma.sql`to_tsvector('simple', "search_line"(concat_ws(' ', p."name", d."name", s."name", h."name"))) @@ "search_beginnings"(${words})`;
}

/** Upcoming ones, then the latest past ones. Holds are excluded. */
export const visitsNamed = statement(
  { id: "text" },
  (scope: VisitScope, words: string, now: Date) => Prisma.sql`
    SELECT a."id"::text FROM "Appointment" a JOIN "Patient" p ON p."id" = a."patientId" ${scope.by === "all" ? OTHER_NAMES : Prisma.empty}
    WHERE ${within(scope)} AND a."status" <> 'HELD' AND a."holdExpiresAt" IS NULL AND ${named(scope, words)}
    ORDER BY a."startsAt" < ${now}, abs(extract(epoch FROM a."startsAt" - ${now})), a."id" LIMIT ${MAX_HITS}`,
);
