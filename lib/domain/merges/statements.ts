import { Prisma } from "@/lib/platform/db/db";
import { statement, typed } from "@/lib/platform/db/statement";
import type { Holder, Likeness, MergeField, Obstacle } from "./status";

const SET_ASIDE = (hospitalId: string) => Prisma.sql`EXISTS (
      SELECT 1 FROM "DifferentPeople" x
      WHERE x."hospitalId" = ${hospitalId}::uuid AND x."firstId" = d."firstId" AND x."secondId" = d."secondId")`;

const OWN = (patient: Prisma.Sql) =>
  Prisma.sql`EXISTS (SELECT 1 FROM "PatientAccess" s WHERE s."patientId" = ${patient} AND s."relation" = 'SELF')`;

/** Up to so many visits, stays, calls and registrations, a hospital's pairs are found from its own patients; beyond, newest pairs first. */
const MOST_GATHERED = 20_000;

/** The hospital's own patients as `known`, unless they are too many to gather (`isWhole`). */
const KNOWN = (hospitalId: string, most = MOST_GATHERED) => Prisma.sql`
    WITH "seen" AS MATERIALIZED (
      SELECT "patientId" FROM "Appointment" WHERE "hospitalId" = ${hospitalId}::uuid AND "holdExpiresAt" IS NULL
      UNION ALL SELECT "patientId" FROM "BedBooking" WHERE "hospitalId" = ${hospitalId}::uuid
      UNION ALL SELECT "patientId" FROM "AmbulanceBooking" WHERE "hospitalId" = ${hospitalId}::uuid
      UNION ALL SELECT "patientId" FROM "Registration" WHERE "hospitalId" = ${hospitalId}::uuid
      LIMIT ${most + 1}::int),
    "size" AS MATERIALIZED (SELECT count(*) <= ${most}::int AS "isWhole" FROM "seen"),
    "known" AS MATERIALIZED (SELECT DISTINCT "patientId" FROM "seen", "size" WHERE "isWhole")`;

/** Of two people with accounts of their own nobody decides at a desk that they are one. */
const MERGEABLE = Prisma.sql`NOT (${OWN(Prisma.sql`d."firstId"`)} AND ${OWN(Prisma.sql`d."secondId"`)})`;

/** Both are known here. */
const FOR_DESK = (hospitalId: string) => Prisma.sql`"is_known_at"(${hospitalId}::uuid, d."firstId")
      AND "is_known_at"(${hospitalId}::uuid, d."secondId") AND ${MERGEABLE}`;

const pairColumns = {
  id: "uuid",
  firstId: "uuid",
  secondId: "uuid",
  likeness: typed<Likeness>("text"),
  createdAt: "timestamptz",
  isSetAside: "bool",
} as const;

/** Newest first, as far as `wanted` of `d` holds; read from whichever side there is less to look at. */
const PAIRS = (hospitalId: string, wanted: Prisma.Sql, take: number) => Prisma.sql`
    SELECT d.* FROM "known" k JOIN "LikelyDuplicate" d ON d."firstId" = k."patientId"
    WHERE EXISTS (SELECT FROM "known" o WHERE o."patientId" = d."secondId") AND ${MERGEABLE} AND ${wanted}
    UNION ALL SELECT w.* FROM "size" CROSS JOIN LATERAL (
      SELECT d.* FROM "LikelyDuplicate" d WHERE NOT "size"."isWhole" AND ${FOR_DESK(hospitalId)} AND ${wanted}
      ORDER BY d."createdAt" DESC, d."id" DESC LIMIT ${take}::int) w`;

type PairPage = {
  isSetAside: boolean;
  after: { value: string; id: string } | null;
  take: number;
  mostGathered?: number;
};

/** The likely pairs among a hospital's own patients, newest first. */
export const likelyPairs = statement(pairColumns, (hospitalId: string, page: PairPage) => {
  const { isSetAside, after, take, mostGathered } = page;
  const beyond = after
    ? Prisma.sql`AND (d."createdAt", d."id") < (${after.value}::timestamptz, ${after.id}::uuid)`
    : Prisma.empty;
  const wanted = Prisma.sql`${SET_ASIDE(hospitalId)} = ${isSetAside} ${beyond}`;
  return Prisma.sql`${KNOWN(hospitalId, mostGathered)}
    SELECT d."id", d."firstId", d."secondId", d."likeness"::text, d."createdAt", ${isSetAside}::boolean AS "isSetAside"
    FROM (${PAIRS(hospitalId, wanted, take)}) d ORDER BY d."createdAt" DESC, d."id" DESC LIMIT ${take}::int`;
});

/** Whether there are likely pairs to look at, up to a number. */
export const countPairs = statement(
  { count: "int4" },
  (hospitalId: string, most: number, mostGathered?: number) => Prisma.sql`${KNOWN(hospitalId, mostGathered)}
    SELECT count(*)::int AS "count" FROM (
      SELECT 1 FROM (${PAIRS(hospitalId, Prisma.sql`NOT ${SET_ASIDE(hospitalId)}`, most)}) p LIMIT ${most}::int) t`,
);

/** One of them; no row when one of the two isn't the hospital's. */
export const pairById = statement(
  pairColumns,
  (hospitalId: string, id: string) =>
    Prisma.sql`
    SELECT d."id", d."firstId", d."secondId", d."likeness"::text, d."createdAt", ${SET_ASIDE(hospitalId)} AS "isSetAside"
    FROM "LikelyDuplicate" d WHERE d."id" = ${id}::uuid AND ${FOR_DESK(hospitalId)}`,
);

const LIVE = Prisma.sql`('HELD', 'PENDING', 'CONFIRMED', 'CHECKED_IN', 'IN_PROGRESS')`;

/** What a hospital's desk knows about patients, side by side: nothing of other places, nothing clinical. */
export const recordsAt = statement(
  {
    id: "uuid",
    name: "text",
    bornOn: "text?",
    phone: "text?",
    createdAt: "timestamptz",
    holder: typed<Holder>("text"),
    appointments: "int4",
    upcoming: "int4",
    lastAt: "timestamptz?",
    stays: "int4",
    ambulances: "int4",
    timeZone: "text",
  },
  (hospitalId: string, ids: string[]) => Prisma.sql`
    SELECT p."id", p."name", to_char(p."bornOn", 'YYYY-MM-DD') AS "bornOn", p."phone", p."createdAt",
      CASE WHEN ${OWN(Prisma.sql`p."id"`)} THEN 'OWN'
        WHEN EXISTS (SELECT 1 FROM "PatientAccess" s WHERE s."patientId" = p."id") THEN 'OTHERS' ELSE 'NONE' END AS "holder",
      v."count" AS "appointments", v."upcoming", v."lastAt",
      (SELECT count(*)::int FROM "BedBooking" b WHERE b."patientId" = p."id" AND b."hospitalId" = h."id") AS "stays",
      (SELECT count(*)::int FROM "AmbulanceBooking" c WHERE c."patientId" = p."id" AND c."hospitalId" = h."id") AS "ambulances",
      h."timeZone"
    FROM "Hospital" h CROSS JOIN "Patient" p CROSS JOIN LATERAL (
      SELECT count(*)::int AS "count",
        (count(*) FILTER (WHERE a."startsAt" > now() AND a."status" IN ${LIVE}))::int AS "upcoming",
        max(a."startsAt") FILTER (WHERE a."status" IN ('CHECKED_IN', 'IN_PROGRESS', 'COMPLETED')) AS "lastAt"
      FROM "Appointment" a WHERE a."patientId" = p."id" AND a."hospitalId" = h."id" AND a."holdExpiresAt" IS NULL) v
    WHERE h."id" = ${hospitalId}::uuid AND p."id" = ANY (${ids}::uuid[])`,
);

const obstacle = typed<Obstacle | "not-known" | "undone" | null>("text?");

/** What stands against either way of merging two records. */
export const obstaclesBetween = statement(
  { intoFirst: obstacle, intoSecond: obstacle },
  (hospitalId: string, firstId: string, secondId: string) => Prisma.sql`
    SELECT "merge_obstacle"(${hospitalId}::uuid, ${secondId}::uuid, ${firstId}::uuid) AS "intoFirst",
      "merge_obstacle"(${hospitalId}::uuid, ${firstId}::uuid, ${secondId}::uuid) AS "intoSecond"`,
);

/** Live appointments of two patients at the same time, both at this hospital. */
export const overlapsOf = statement(
  { one: "uuid", other: "uuid", startsAt: "timestamptz" },
  (hospitalId: string, firstId: string, secondId: string) => Prisma.sql`
    SELECT a."id" AS "one", b."id" AS "other", greatest(a."startsAt", b."startsAt") AS "startsAt"
    FROM "Appointment" a JOIN "Appointment" b ON a."startsAt" < b."endsAt" AND b."startsAt" < a."endsAt"
    WHERE a."patientId" = ${firstId}::uuid AND b."patientId" = ${secondId}::uuid
      AND a."hospitalId" = ${hospitalId}::uuid AND b."hospitalId" = ${hospitalId}::uuid
      AND a."holdExpiresAt" IS NULL AND b."holdExpiresAt" IS NULL AND a."status" IN ${LIVE} AND b."status" IN ${LIVE}
    ORDER BY 3, 1, 2 LIMIT 20`,
);

type MergeWanted = { id: string; hospitalId: string; sourceId: string; survivorId: string; take: MergeField[] };

/** Merges, and answers what stands against it; null when it is done. */
export const merge = statement(
  { obstacle },
  ({ id, hospitalId, sourceId, survivorId, take }: MergeWanted) => Prisma.sql`
    SELECT "merge_patients"(${id}::uuid, ${hospitalId}::uuid, ${sourceId}::uuid, ${survivorId}::uuid, ${take}::text[]) AS "obstacle"`,
);

/** Undoes a merge, and answers what stands against it; null when it is done. */
export const unmerge = statement(
  { obstacle },
  (id: string) => Prisma.sql`SELECT "unmerge_patients"(${id}::uuid) AS "obstacle"`,
);

/** The places and doctors of what a merge has moved. */
export const placesOfMerge = statement(
  { hospitalId: "uuid?", doctorId: "uuid?" },
  (mergeId: string) => Prisma.sql`
    SELECT DISTINCT t."hospitalId", t."doctorId" FROM "PatientMergeRow" r CROSS JOIN LATERAL (
      SELECT a."hospitalId", a."doctorId" FROM "Appointment" a WHERE r."tableName" = 'Appointment' AND a."id" = r."rowId"
      UNION ALL SELECT b."hospitalId", NULL FROM "BedBooking" b WHERE r."tableName" = 'BedBooking' AND b."id" = r."rowId"
      UNION ALL SELECT c."hospitalId", NULL FROM "AmbulanceBooking" c
        WHERE r."tableName" = 'AmbulanceBooking' AND c."id" = r."rowId"
      UNION ALL SELECT g."hospitalId", NULL FROM "Registration" g WHERE r."tableName" = 'Registration' AND g."id" = r."rowId") t
    WHERE r."mergeId" = ${mergeId}::uuid LIMIT 200`,
);

/** How much was added at a hospital to the surviving record of each merge since; what has been undone has no such number. */
export const addedSince = statement(
  { id: "uuid", count: "int4" },
  (ids: string[]) => Prisma.sql`
    SELECT m."id", (
      (SELECT count(*) FROM "Appointment" a WHERE a."patientId" = m."survivorId" AND a."hospitalId" = m."hospitalId"
        AND a."createdAt" > m."mergedAt" AND a."holdExpiresAt" IS NULL)
      + (SELECT count(*) FROM "BedBooking" b WHERE b."patientId" = m."survivorId" AND b."hospitalId" = m."hospitalId" AND b."createdAt" > m."mergedAt")
      + (SELECT count(*) FROM "AmbulanceBooking" c WHERE c."patientId" = m."survivorId" AND c."hospitalId" = m."hospitalId" AND c."createdAt" > m."mergedAt")
      + (SELECT count(*) FROM "Registration" g WHERE g."patientId" = m."survivorId" AND g."hospitalId" = m."hospitalId" AND g."createdAt" > m."mergedAt")
    )::int AS "count"
    FROM "PatientMerge" m WHERE m."id" = ANY (${ids}::uuid[]) AND m."undoneAt" IS NULL`,
);
