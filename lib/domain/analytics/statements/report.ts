import { Prisma } from "@/lib/platform/db/db";
import { statement, typed } from "@/lib/platform/db/statement";
import type { DayPart } from "../status";
import { CALL_COUNTS, STATE_COUNTS, STAY_COUNTS, VISIT_COUNTS } from "../status";

/** Whose numbers: of a hospital, of a doctor at all their places, of everyone (without both). */
export type Whose = { hospitalId?: string | undefined; doctorId?: string | undefined };
/** Local dates, both included. `before` starts the stretch of the same length that comes before `from`. */
export type Range = { before: string; from: string; to: string };

const sums = (names: readonly string[]) =>
  Prisma.raw(names.map((name) => `coalesce(sum(v."${name}"), 0)::float8 AS "${name}"`).join(", "));
const floats = <K extends string>(names: readonly K[]) =>
  Object.fromEntries(names.map((name) => [name, "float8"])) as Record<K, "float8">;

/** The rows of one owner: a doctor's at every place, or the sums above. */
const ownedBy = ({ hospitalId, doctorId }: Whose) => {
  if (doctorId !== undefined) return Prisma.sql`v."doctorId" = ${doctorId}::uuid`;
  return hospitalId === undefined
    ? Prisma.sql`v."doctorId" IS NULL AND v."hospitalId" IS NULL`
    : Prisma.sql`v."doctorId" IS NULL AND v."hospitalId" = ${hospitalId}::uuid`;
};

/** Written out, because no index finds IS NOT DISTINCT FROM. */
const atHospital = (hospitalId: string | null) =>
  hospitalId === null ? Prisma.sql`v."hospitalId" IS NULL` : Prisma.sql`v."hospitalId" = ${hospitalId}::uuid`;

/** How many appointments a row counts, whatever became of them. */
const ALL_STATES = Prisma.raw(STATE_COUNTS.map((name) => `v."${name}"`).join(" + "));

/** Which stretch a day is in: 0 before the first. */
const stretchOf = (starts: readonly string[]) => Prisma.sql`width_bucket(v."day", ${[...starts]}::text[]::date[])`;

/** Appointments by the stretches that begin on these days, and of all of them together by hour, lead time and reminder. */
export const visitSums = statement(
  { part: typed<DayPart>("text"), key: "int4", n: "int4", ...floats(VISIT_COUNTS) },
  (whose: Whose, { before, from, to }: Range, starts: readonly string[]) => Prisma.sql`
    SELECT v."part"::text AS "part", v."key"::int AS "key", CASE v."part" WHEN 'ALL' THEN ${stretchOf(starts)} ELSE 1 END AS "n", ${sums(VISIT_COUNTS)}
    FROM "VisitDay" v WHERE ${ownedBy(whose)} AND v."day" <= ${to}::date
      AND (v."part" = 'ALL' AND v."day" >= ${before}::date OR v."part" IN ('HOUR', 'LEAD', 'REMINDED') AND v."day" >= ${from}::date)
    GROUP BY 1, 2, 3`,
);

/** A hospital's doctors by how many appointments they had; the department is the one they are in now. */
export const doctorSums = statement(
  { id: "uuid", name: "text", department: "text?", ...floats(VISIT_COUNTS) },
  (hospitalId: string, { from, to }: Range, limit: number) => Prisma.sql`
    SELECT d."id", d."name", p."name" AS "department", ${sums(VISIT_COUNTS)}
    FROM "VisitDay" v JOIN "Doctor" d ON d."id" = v."doctorId"
    LEFT JOIN "Affiliation" f ON f."doctorId" = d."id" AND f."hospitalId" = v."hospitalId" AND f."status" <> 'ENDED'
    LEFT JOIN "Department" p ON p."id" = f."departmentId"
    WHERE v."hospitalId" = ${hospitalId}::uuid AND v."part" = 'ALL' AND v."doctorId" IS NOT NULL AND v."day" BETWEEN ${from}::date AND ${to}::date
    GROUP BY d."id", d."name", p."name" ORDER BY sum(${ALL_STATES}) DESC, d."id" LIMIT ${limit}`,
);

/** Hospitals by how many appointments they had; the places of a doctor. A practice has no ID. */
export const placeSums = statement(
  { id: "uuid?", name: "text?", ...floats(VISIT_COUNTS) },
  (doctorId: string | null, { from, to }: Range, limit: number) => {
    const whose =
      doctorId === null ? Prisma.sql`v."doctorId" IS NULL AND v."hospitalId" IS NOT NULL` : ownedBy({ doctorId });
    return Prisma.sql`
    SELECT h."id", h."name", ${sums(VISIT_COUNTS)} FROM "VisitDay" v LEFT JOIN "Hospital" h ON h."id" = v."hospitalId"
    WHERE ${whose} AND v."part" = 'ALL' AND v."day" BETWEEN ${from}::date AND ${to}::date
    GROUP BY h."id", h."name" ORDER BY sum(${ALL_STATES}) DESC, h."id" LIMIT ${limit}`;
  },
);

/** Beds by day, of a hospital or of all; the row without a day is what came and went before. */
export const staySums = statement(
  { day: "text?", ...floats(STAY_COUNTS) },
  (hospitalId: string | null, { before, to }: Range) => Prisma.sql`
    SELECT CASE WHEN v."day" >= ${before}::date THEN v."day"::text END AS "day", ${sums(STAY_COUNTS)}
    FROM "StayDay" v WHERE v."wardId" IS NULL AND ${atHospital(hospitalId)} AND v."day" <= ${to}::date
    GROUP BY 1 ORDER BY 1`,
);

/** Calls by the stretches that begin on these days, of a hospital or of all. */
export const callSums = statement(
  { n: "int4", ...floats(CALL_COUNTS) },
  (hospitalId: string | null, { before, to }: Range, starts: readonly string[]) => Prisma.sql`
    SELECT ${stretchOf(starts)} AS "n", ${sums(CALL_COUNTS)}
    FROM "CallDay" v WHERE ${atHospital(hospitalId)} AND v."day" BETWEEN ${before}::date AND ${to}::date
    GROUP BY 1`,
);

/** How many beds there are at the moment, of a hospital or of all. */
export const bedCount = statement(
  { beds: "int4" },
  (hospitalId: string | null) => Prisma.sql`
    SELECT count(*)::int AS "beds" FROM "Bed" b JOIN "Ward" w ON w."id" = b."wardId"
    WHERE b."removedAt" IS NULL AND w."removedAt" IS NULL AND (${hospitalId}::uuid IS NULL OR b."hospitalId" = ${hospitalId}::uuid)`,
);
