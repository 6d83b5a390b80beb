import type { AppointmentStatus } from "@/lib/domain/appointments/status";
import { Prisma } from "@/lib/platform/db/db";
import { command, statement, typed } from "@/lib/platform/db/statement";
import { CALL_COUNTS, STAY_COUNTS, VISIT_COUNTS } from "../status";

/** A day of a place: its date, and the instants at which it starts and ends. */
export type PlaceDay = { doctorId: string | null; hospitalId: string | null; day: string; from: Date; to: Date };

/** The days as rows, numbered from 1. */
const daysOf = (days: readonly PlaceDay[]) => Prisma.sql`
    unnest(${days.map(({ doctorId }) => doctorId)}::uuid[], ${days.map(({ hospitalId }) => hospitalId)}::uuid[], ${days.map(({ day }) => day)}::text[]::date[],
      ${days.map(({ from }) => from.toISOString())}::text[]::timestamptz[], ${days.map(({ to }) => to.toISOString())}::text[]::timestamptz[])
      WITH ORDINALITY t("doctorId", "hospitalId", "day", "from", "to", "n")`;

/** Keeps PostgreSQL from comparing every row of a place with every day: each day is read from an index. */
const DAY_BY_DAY = Prisma.raw("OFFSET 0");

/** The appointments of each day; holds are none. */
export const visitsOfDays = statement(
  {
    n: "int4",
    startsAt: "timestamptz",
    endsAt: "timestamptz",
    status: typed<AppointmentStatus>("text"),
    createdAt: "timestamptz",
    checkedInAt: "timestamptz?",
    startedAt: "timestamptz?",
    isAttending: "bool",
    isReminded: "bool",
  },
  (days: readonly PlaceDay[]) => Prisma.sql`
    SELECT t."n"::int AS "n", a."startsAt", a."endsAt", a."status"::text, a."createdAt", a."checkedInAt", a."startedAt",
      a."attendanceConfirmedAt" IS NOT NULL AS "isAttending", r."appointmentId" IS NOT NULL AS "isReminded"
    FROM ${daysOf(days)}
    JOIN LATERAL (
      SELECT a.* FROM "Appointment" a WHERE a."doctorId" = t."doctorId" AND a."startsAt" >= t."from" AND a."startsAt" < t."to"
        AND a."hospitalId" IS NOT DISTINCT FROM t."hospitalId" AND a."holdExpiresAt" IS NULL ${DAY_BY_DAY}) a ON true
    LEFT JOIN "ReminderSent" r ON r."appointmentId" = a."id" AND r."startsAt" = a."startsAt"`,
);

/** The offers of the waitlist for times of each day, and how long the hours were open. */
export const offersOfDays = statement(
  {
    n: "int4",
    offers: "int4",
    offersTaken: "int4",
    filledMinutes: "float8",
    earlierMinutes: "float8",
    offeredMinutes: "int4",
  },
  (days: readonly PlaceDay[]) => Prisma.sql`
    SELECT t."n"::int AS "n", count(o."id")::int AS "offers", count(*) FILTER (WHERE o."status" = 'ACCEPTED')::int AS "offersTaken",
      coalesce(sum(date_part('epoch', o."endsAt" - o."startsAt") / 60) FILTER (WHERE o."status" = 'ACCEPTED'), 0) AS "filledMinutes",
      coalesce(sum(greatest(0, floor(date_part('epoch', o."replacedStartsAt" - o."startsAt") / 60))) FILTER (WHERE o."status" = 'ACCEPTED'), 0) AS "earlierMinutes",
      coalesce(max(f."minutes"), 0) AS "offeredMinutes"
    FROM ${daysOf(days)}
    LEFT JOIN "WaitlistOffer" o ON o."doctorId" = t."doctorId" AND o."startsAt" >= t."from" AND o."startsAt" < t."to"
      AND o."hospitalId" IS NOT DISTINCT FROM t."hospitalId"
    LEFT JOIN "OfferedDay" f ON f."doctorId" = t."doctorId" AND f."hospitalId" IS NOT DISTINCT FROM t."hospitalId" AND f."day" = t."day"
    GROUP BY t."n" HAVING count(o."id") > 0 OR max(f."minutes") > 0`,
);

const list = (names: readonly string[], write: (name: string) => string = (name) => `"${name}"`) =>
  Prisma.raw(names.map(write).join(", "));
const sums = (names: readonly string[], sign = "") => list(names, (name) => `${sign}sum("${name}")`);
/** Adds to a row that is there already. */
const added = (table: string, names: readonly string[]) =>
  list(names, (name) => `"${name}" = ${table}."${name}" + EXCLUDED."${name}"`);

/**
 * The rows above: of the hospital, and of all. They only ever change by what a row below them changes, in one transaction,
 * and so stay its sum. A practice is of no hospital.
 */
const visitsAbove = (from: Prisma.Sql, sign: string) => Prisma.sql`
    INSERT INTO "VisitDay" AS v ("hospitalId", "day", "part", "key", ${list(VISIT_COUNTS)})
    SELECT "hospitalId", "day", "part", "key", ${sums(VISIT_COUNTS, sign)} FROM ${from}
    GROUP BY GROUPING SETS (("day", "part", "key", "hospitalId"), ("day", "part", "key"))
    HAVING grouping("hospitalId") = 1 OR "hospitalId" IS NOT NULL
    ON CONFLICT ("hospitalId", "doctorId", "part", "day", "key") DO UPDATE SET ${added("v", VISIT_COUNTS)}`;

/** Takes the counts of doctors' days out, and out of the sums above. */
export const takeOutVisits = command(
  (days: readonly PlaceDay[]) => Prisma.sql`
    WITH gone AS (
      DELETE FROM "VisitDay" v USING ${daysOf(days)}
      WHERE v."doctorId" = t."doctorId" AND v."day" = t."day" AND v."hospitalId" IS NOT DISTINCT FROM t."hospitalId" RETURNING v.*)
    ${visitsAbove(Prisma.sql`gone`, "-")}`,
);

/** Puts counts of doctors' days in, and into the sums above. `rows`: JSON. */
export const putInVisits = command(
  (rows: string) => Prisma.sql`
    WITH fresh AS (
      INSERT INTO "VisitDay" ("hospitalId", "doctorId", "day", "part", "key", ${list(VISIT_COUNTS)})
      SELECT "hospitalId", "doctorId", "day", "part", "key", ${list(VISIT_COUNTS)}
      FROM jsonb_populate_recordset(NULL::"VisitDay", ${rows}::jsonb) RETURNING *)
    ${visitsAbove(Prisma.sql`fresh`, "")}`,
);

const staysAbove = (from: Prisma.Sql, sign: string) => Prisma.sql`
    INSERT INTO "StayDay" AS v ("hospitalId", "day", ${list(STAY_COUNTS)})
    SELECT "hospitalId", "day", ${sums(STAY_COUNTS, sign)} FROM ${from}
    GROUP BY GROUPING SETS (("day", "hospitalId"), ("day"))
    ON CONFLICT ("hospitalId", "day", "wardId") DO UPDATE SET ${added("v", STAY_COUNTS)}`;

export const takeOutStays = command(
  (days: readonly PlaceDay[]) => Prisma.sql`
    WITH gone AS (
      DELETE FROM "StayDay" v USING ${daysOf(days)}
      WHERE v."hospitalId" = t."hospitalId" AND v."day" = t."day" AND v."wardId" IS NOT NULL RETURNING v.*)
    ${staysAbove(Prisma.sql`gone`, "-")}`,
);

/** Counts the beds of hospitals' days from the stays, and puts them in. */
export const putInStays = command(
  (days: readonly PlaceDay[]) => Prisma.sql`
    WITH day AS MATERIALIZED (SELECT * FROM ${daysOf(days)}),
    moved AS (
      SELECT t."hospitalId", s."wardId", t."day", 1 AS "came", date_part('epoch', s."startsAt" - t."from") AS "cameSeconds", 0 AS "went", 0::float8 AS "wentSeconds",
        0 AS "admitted", 0 AS "discharged", 0::float8 AS "staySeconds", (before."endsAt" IS NOT NULL)::int AS "turned",
        coalesce(date_part('epoch', s."startsAt" - before."endsAt"), 0) AS "emptySeconds"
      FROM day t JOIN LATERAL (SELECT s.* FROM "BedStay" s WHERE s."hospitalId" = t."hospitalId" AND s."startsAt" >= t."from" AND s."startsAt" < t."to" ${DAY_BY_DAY}) s ON true
      LEFT JOIN LATERAL (SELECT p."endsAt" FROM "BedStay" p WHERE p."bedId" = s."bedId" AND p."startsAt" < s."startsAt" ORDER BY p."startsAt" DESC LIMIT 1) before ON true
      UNION ALL
      SELECT t."hospitalId", s."wardId", t."day", 0, 0, 1, date_part('epoch', s."endsAt" - t."from"), 0, 0, 0, 0, 0
      FROM day t JOIN LATERAL (SELECT s.* FROM "BedStay" s WHERE s."hospitalId" = t."hospitalId" AND s."endsAt" >= t."from" AND s."endsAt" < t."to" ${DAY_BY_DAY}) s ON true
      UNION ALL
      SELECT t."hospitalId", w."wardId", t."day", 0, 0, 0, 0, 1, 0, 0, 0, 0
      FROM day t JOIN LATERAL (SELECT b.* FROM "BedBooking" b WHERE b."hospitalId" = t."hospitalId" AND b."admittedAt" >= t."from" AND b."admittedAt" < t."to" ${DAY_BY_DAY}) b ON true
      JOIN LATERAL (SELECT s."wardId" FROM "BedStay" s WHERE s."bookingId" = b."id" ORDER BY s."startsAt" LIMIT 1) w ON true
      UNION ALL
      SELECT t."hospitalId", w."wardId", t."day", 0, 0, 0, 0, 0, 1, date_part('epoch', b."dischargedAt" - b."admittedAt"), 0, 0
      FROM day t JOIN LATERAL (SELECT b.* FROM "BedBooking" b WHERE b."hospitalId" = t."hospitalId" AND b."dischargedAt" >= t."from" AND b."dischargedAt" < t."to" AND b."admittedAt" IS NOT NULL ${DAY_BY_DAY}) b ON true
      JOIN LATERAL (SELECT s."wardId" FROM "BedStay" s WHERE s."bookingId" = b."id" ORDER BY s."startsAt" DESC LIMIT 1) w ON true),
    fresh AS (
      INSERT INTO "StayDay" ("hospitalId", "wardId", "day", ${list(STAY_COUNTS)})
      SELECT "hospitalId", "wardId", "day", ${list(STAY_COUNTS, (name) => `round(sum("${name}"))`)} FROM moved GROUP BY 1, 2, 3 RETURNING *)
    ${staysAbove(Prisma.sql`fresh`, "")}`,
);

const callsAbove = (from: Prisma.Sql, sign: string) => Prisma.sql`
    INSERT INTO "CallDay" AS v ("day", ${list(CALL_COUNTS)})
    SELECT "day", ${sums(CALL_COUNTS, sign)} FROM ${from} GROUP BY "day"
    ON CONFLICT ("hospitalId", "day") DO UPDATE SET ${added("v", CALL_COUNTS)}`;

export const takeOutCalls = command(
  (days: readonly PlaceDay[]) => Prisma.sql`
    WITH gone AS (DELETE FROM "CallDay" v USING ${daysOf(days)} WHERE v."hospitalId" = t."hospitalId" AND v."day" = t."day" RETURNING v.*)
    ${callsAbove(Prisma.sql`gone`, "-")}`,
);

/** Counts the calls that hospitals took on their days, and puts them in. */
export const putInCalls = command(
  (days: readonly PlaceDay[]) => Prisma.sql`
    WITH taken AS (
      SELECT t."hospitalId", t."day", c."status"::text AS "status", date_part('epoch', c."dispatchedAt" - c."createdAt") AS "dispatch",
        date_part('epoch', c."onSceneAt" - c."createdAt") AS "reach"
      FROM ${daysOf(days)} JOIN LATERAL (SELECT c.* FROM "AmbulanceBooking" c WHERE c."hospitalId" = t."hospitalId" AND c."createdAt" >= t."from" AND c."createdAt" < t."to" ${DAY_BY_DAY}) c ON true),
    fresh AS (
      INSERT INTO "CallDay" ("hospitalId", "day", ${list(CALL_COUNTS)})
      SELECT "hospitalId", "day", count(*), count(*) FILTER (WHERE "status" = 'COMPLETED'), count(*) FILTER (WHERE "status" = 'CANCELLED'),
        count("dispatch"), coalesce(round(sum("dispatch")), 0), count("reach"), coalesce(round(sum("reach")), 0),
        count(*) FILTER (WHERE "reach" <= 480), count(*) FILTER (WHERE "reach" <= 900) FROM taken GROUP BY 1, 2 RETURNING *)
    ${callsAbove(Prisma.sql`fresh`, "")}`,
);
