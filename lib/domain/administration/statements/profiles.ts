import { Prisma, type Verification } from "@/lib/platform/db/db";
import { statement, typed } from "@/lib/platform/db/statement";
import type { ProfileKind } from "../schema";

/** `names`: a JSON array of `{ kind, id, name, least }`. Listed profiles, the most similar first for each of them. */
export const profilesLike = statement(
  { of: "text", slug: "text", name: "text", city: "text?" },
  (names: string, limit: number) => Prisma.sql`
    SELECT n."id"::text AS "of", l."slug", l."name", l."city"
    FROM jsonb_to_recordset(${names}::jsonb) AS n("kind" text, "id" uuid, "name" text, "least" float8)
    CROSS JOIN LATERAL (SELECT "look_alike"(n."name") AS "looks" OFFSET 0) s
    CROSS JOIN LATERAL (
      SELECT * FROM (
        SELECT h."slug", h."name", h."city", similarity(h."lookAlike", s."looks") AS "alike" FROM "Hospital" h
          WHERE n."kind" = 'hospital' AND h."verification" = 'VERIFIED' AND h."id" <> n."id" AND h."lookAlike" % s."looks"
        UNION ALL
        SELECT d."slug", d."name", d."city", similarity(d."lookAlike", s."looks") AS "alike" FROM "Doctor" d
          WHERE n."kind" = 'doctor' AND d."verification" = 'VERIFIED' AND d."id" <> n."id" AND d."lookAlike" % s."looks"
      ) x WHERE x."alike" >= n."least" ORDER BY x."alike" DESC, x."slug" LIMIT ${limit}
    ) l`,
);

type Query = {
  kind?: ProfileKind | undefined;
  state: Verification;
  after: { value: string; id: string } | undefined;
  take: number;
};

/** Each half reads its own index from where the previous page ended, and no further than one page. */
function half(alias: Prisma.Sql, { state, after, take }: Query): Prisma.Sql {
  const beyond = after
    ? Prisma.sql`AND (${alias}."createdAt", ${alias}."id") > (${after.value}::timestamptz, ${after.id}::uuid)`
    : Prisma.empty;
  return Prisma.sql`${alias}."verification" = ${state}::"Verification" ${beyond}
    ORDER BY ${alias}."createdAt", ${alias}."id" LIMIT ${take}`;
}

const doctors = (query: Query) => Prisma.sql`
    SELECT 'doctor' AS "kind", d."id", d."slug", d."name", d."city", d."country"::text AS "country", u."email"::text AS "contact",
      d."registrationNumber", ARRAY(SELECT s."name" FROM "DoctorSpecialty" ds JOIN "Specialty" s ON s."id" = ds."specialtyId"
        WHERE ds."doctorId" = d."id" ORDER BY s."name") AS "specialties",
      d."verification"::text AS "verification", d."verificationReason", d."createdAt", d."version"
    FROM "Doctor" d JOIN "User" u ON u."id" = d."userId" WHERE ${half(Prisma.sql`d`, query)}`;

const hospitals = (query: Query) => Prisma.sql`
    SELECT 'hospital' AS "kind", h."id", h."slug", h."name", h."city", h."country"::text AS "country",
      (SELECT u."email"::text FROM "HospitalStaff" s JOIN "User" u ON u."id" = s."userId"
        WHERE s."hospitalId" = h."id" AND s."role" = 'MANAGER' ORDER BY s."createdAt" LIMIT 1) AS "contact",
      NULL AS "registrationNumber", ARRAY[]::text[] AS "specialties",
      h."verification"::text AS "verification", h."verificationReason", h."createdAt", h."version"
    FROM "Hospital" h WHERE ${half(Prisma.sql`h`, query)}`;

/** Doctors and hospitals in one state, those waiting longest first. */
export const profilesInState = statement(
  {
    kind: typed<ProfileKind>("text"),
    id: "uuid",
    slug: "text",
    name: "text",
    city: "text?",
    country: "text?",
    contact: "text?",
    registrationNumber: "text?",
    specialties: "text[]",
    verification: typed<Verification>("text"),
    verificationReason: "text?",
    createdAt: "timestamptz",
    version: "int4",
  },
  (query: Query) => {
    const halves = { doctor: doctors(query), hospital: hospitals(query) };
    const wanted = query.kind ? [halves[query.kind]] : [halves.doctor, halves.hospital];
    const union = Prisma.join(
      wanted.map((one) => Prisma.sql`(${one})`),
      " UNION ALL ",
    );
    return Prisma.sql`SELECT * FROM (${union}) q ORDER BY "createdAt", "id" LIMIT ${query.take}`;
  },
);
