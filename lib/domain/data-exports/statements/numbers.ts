import { Prisma } from "@/lib/platform/db/db";
import { statement } from "@/lib/platform/db/statement";
import type { Batch, Scope } from "./scope";

/** The days of a period, by UTC; without a beginning, from the first account on. */
const daysOf = ({ fromAt, toAt }: Scope) => Prisma.sql`
    generate_series(
      coalesce(${fromAt}::timestamptz, (SELECT date_trunc('day', min(u."createdAt"), 'UTC') FROM "User" u)) AT TIME ZONE 'UTC',
      coalesce(${toAt}::timestamptz, now()) AT TIME ZONE 'UTC' - interval '1 millisecond', interval '1 day')`;

/** How many rows of a table fall on each day of the batch. */
const perDay = (table: Prisma.Sql, at: Prisma.Sql, counts: Prisma.Sql) => Prisma.sql`
    SELECT (x.${at} AT TIME ZONE 'UTC')::date AS "day", ${counts} FROM ${table} x
    WHERE x.${at} >= (SELECT min("day") FROM "days")::timestamp AT TIME ZONE 'UTC'
      AND x.${at} < ((SELECT max("day") FROM "days") + 1)::timestamp AT TIME ZONE 'UTC'
    GROUP BY 1`;

const ONE = Prisma.sql`count(*)::int AS "count"`;
const [CREATED, STARTS] = [Prisma.sql`"createdAt"`, Prisma.sql`"startsAt"`];

/** What happened on the platform, a row for each day of UTC. */
export const numberRows = statement(
  {
    day: "text",
    accounts: "int4",
    patients: "int4",
    appointments: "int4",
    completed: "int4",
    missed: "int4",
    cancelled: "int4",
    admissions: "int4",
    discharges: "int4",
    ambulance_calls: "int4",
  },
  (scope: Scope, { after, take }: Batch) => Prisma.sql`
    WITH "days" AS MATERIALIZED (
      SELECT "day"::date AS "day" FROM ${daysOf(scope)} AS "day"
      WHERE ${after?.[0] ?? null}::date IS NULL OR "day"::date > ${after?.[0] ?? null}::date ORDER BY "day" LIMIT ${take}::int),
    "accounts" AS (${perDay(Prisma.sql`"User"`, CREATED, ONE)}),
    "patients" AS (${perDay(Prisma.sql`"Patient"`, CREATED, ONE)}),
    "visits" AS (${perDay(
      Prisma.sql`(SELECT "startsAt", "status" FROM "Appointment" WHERE "holdExpiresAt" IS NULL)`,
      STARTS,
      Prisma.sql`${ONE}, count(*) FILTER (WHERE x."status" = 'COMPLETED')::int AS "completed",
        count(*) FILTER (WHERE x."status" = 'NO_SHOW')::int AS "missed", count(*) FILTER (WHERE x."status" = 'CANCELLED')::int AS "cancelled"`,
    )}),
    "admissions" AS (${perDay(Prisma.sql`"BedBooking"`, Prisma.sql`"admittedAt"`, ONE)}),
    "discharges" AS (${perDay(Prisma.sql`"BedBooking"`, Prisma.sql`"dischargedAt"`, ONE)}),
    "calls" AS (${perDay(Prisma.sql`"AmbulanceBooking"`, CREATED, ONE)})
    SELECT to_char(n."day", 'YYYY-MM-DD') AS "day", coalesce(u."count", 0) AS "accounts", coalesce(p."count", 0) AS "patients",
      coalesce(v."count", 0) AS "appointments", coalesce(v."completed", 0) AS "completed", coalesce(v."missed", 0) AS "missed",
      coalesce(v."cancelled", 0) AS "cancelled", coalesce(i."count", 0) AS "admissions", coalesce(o."count", 0) AS "discharges",
      coalesce(c."count", 0) AS "ambulance_calls"
    FROM "days" n LEFT JOIN "accounts" u USING ("day") LEFT JOIN "patients" p USING ("day") LEFT JOIN "visits" v USING ("day")
    LEFT JOIN "admissions" i USING ("day") LEFT JOIN "discharges" o USING ("day") LEFT JOIN "calls" c USING ("day")
    ORDER BY n."day"`,
);

export const dayCount = statement(
  { count: "int4" },
  (scope: Scope) => Prisma.sql`SELECT count(*)::int AS "count" FROM ${daysOf(scope)} AS "day"`,
);
