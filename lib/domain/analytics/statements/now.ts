import { Prisma } from "@/lib/platform/db/db";
import { statement, typed } from "@/lib/platform/db/statement";
import type { WardKind } from "@/lib/domain/beds/status";

/** The moment of a snapshot, and the zone of the hospital's calendar. */
export const momentAtHospital = statement(
  { asOf: "timestamptz", timeZone: "text" },
  (id: string) => Prisma.sql`SELECT now() AS "asOf", h."timeZone" FROM "Hospital" h WHERE h."id" = ${id}::uuid`,
);

/** In the declared order of kinds. The row without a hospital is always there: it has the moment of the count. */
export const freeCapacity = statement(
  {
    hospitalId: "text?",
    what: typed<"bed" | "vehicle">("text"),
    kind: "text?",
    free: "int4?",
    asOf: "timestamptz",
  },
  (hospitalIds: string[]) => Prisma.sql`
    WITH listed AS MATERIALIZED (SELECT h."id" FROM "Hospital" h WHERE h."id" = ANY(${hospitalIds}::uuid[]) AND h."verification" = 'VERIFIED'),
    free AS (
      SELECT n."hospitalId", 1 AS "part", n."kind"::text AS "kind", array_position(enum_range(NULL::"WardKind"), n."kind") AS "place",
        count(*) FILTER (WHERE n."condition" = 'FREE')::int AS "free"
      FROM "BedNow" n WHERE n."hospitalId" IN (SELECT "id" FROM listed) GROUP BY n."hospitalId", n."kind"
      UNION ALL
      SELECT v."hospitalId", 2, v."kind"::text, array_position(enum_range(NULL::"AmbulanceKind"), v."kind"),
        count(*) FILTER (WHERE v."condition" = 'AVAILABLE')::int
      FROM "AmbulanceNow" v WHERE v."hospitalId" IN (SELECT "id" FROM listed) GROUP BY v."hospitalId", v."kind")
    SELECT f."hospitalId"::text, CASE f."part" WHEN 1 THEN 'bed' ELSE 'vehicle' END AS "what", f."kind", f."free", now() AS "asOf"
    FROM (SELECT 1) one LEFT JOIN free f ON true ORDER BY f."part", f."place"`,
);

/** Wards without beds included. */
export const wardCounts = statement(
  {
    id: "text",
    name: "text",
    kind: typed<WardKind>("text"),
    total: "int4",
    free: "int4",
    reserved: "int4",
    occupied: "int4",
    cleaning: "int4",
    outOfService: "int4",
    closed: "int4",
  },
  (hospitalId: string) => Prisma.sql`
    SELECT w."id"::text, w."name", w."kind"::text, count(n."id")::int AS "total",
      count(*) FILTER (WHERE n."condition" = 'FREE')::int AS "free",
      count(*) FILTER (WHERE n."condition" = 'RESERVED')::int AS "reserved",
      count(*) FILTER (WHERE n."condition" = 'OCCUPIED')::int AS "occupied",
      count(*) FILTER (WHERE n."condition" = 'CLEANING')::int AS "cleaning",
      count(*) FILTER (WHERE n."condition" = 'OUT_OF_SERVICE')::int AS "outOfService",
      count(*) FILTER (WHERE n."condition" = 'CLOSED')::int AS "closed"
    FROM "Ward" w LEFT JOIN "BedNow" n ON n."wardId" = w."id" AND n."hospitalId" = ${hospitalId}::uuid
    WHERE w."hospitalId" = ${hospitalId}::uuid AND w."removedAt" IS NULL
    GROUP BY w."id" ORDER BY w."name", w."id"`,
);

/** Visits of a day by status, an expired hold being EXPIRED; the row without a status has the median wait. */
export const visitsOfDay = statement(
  { status: "text?", count: "int4", seconds: "float8?" },
  (hospitalId: string, day: { from: Date; to: Date }) => Prisma.sql`
    WITH visit AS MATERIALIZED (
      SELECT CASE WHEN a."status" = 'HELD' AND a."holdExpiresAt" <= now() THEN 'EXPIRED' ELSE a."status"::text END AS "status",
        date_part('epoch', a."startedAt" - a."checkedInAt") AS "waited"
      FROM "Appointment" a
      WHERE a."hospitalId" = ${hospitalId}::uuid AND a."startsAt" >= ${day.from} AND a."startsAt" < ${day.to})
    SELECT "status", count(*)::int AS "count", NULL::float8 AS "seconds" FROM visit GROUP BY 1
    UNION ALL SELECT NULL, 0, percentile_cont(0.5) WITHIN GROUP (ORDER BY "waited") FROM visit`,
);

/** Doctors, vehicles and what awaits an answer. */
export const otherCounts = statement(
  { kind: typed<"doctor" | "vehicle" | "invitation" | "request">("text"), status: "text", count: "int4" },
  (hospitalId: string) => Prisma.sql`
    SELECT 'vehicle' AS "kind", v."condition" AS "status", count(*)::int AS "count"
    FROM "AmbulanceNow" v WHERE v."hospitalId" = ${hospitalId}::uuid GROUP BY 2
    UNION ALL
    SELECT 'doctor', f."status"::text, count(*)::int FROM "Affiliation" f WHERE f."hospitalId" = ${hospitalId}::uuid GROUP BY 2
    UNION ALL
    SELECT 'invitation', i."direction"::text, count(*)::int FROM "DoctorInvitation" i
    WHERE i."hospitalId" = ${hospitalId}::uuid AND i."status" = 'PENDING' AND i."expiresAt" > now() GROUP BY 2
    UNION ALL
    SELECT 'request', 'BED', count(*)::int FROM "BedBooking" b WHERE b."hospitalId" = ${hospitalId}::uuid AND b."status" = 'REQUESTED'
    UNION ALL
    SELECT 'request', 'AMBULANCE', count(*)::int FROM "AmbulanceOffer" o WHERE o."hospitalId" = ${hospitalId}::uuid AND o."status" = 'OPEN'`,
);

/** Of the stays that ended within the last thirty days; null without any. */
export const medianStay = statement(
  { seconds: "float8?" },
  (hospitalId: string) => Prisma.sql`
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY date_part('epoch', b."dischargedAt" - b."admittedAt")) AS "seconds"
    FROM "BedBooking" b
    WHERE b."hospitalId" = ${hospitalId}::uuid AND b."dischargedAt" > now() - interval '720 hours' AND b."dischargedAt" <= now()`,
);
