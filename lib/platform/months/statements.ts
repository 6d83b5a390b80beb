import { Prisma } from "@/lib/platform/db/db";
import { statement } from "@/lib/platform/db/statement";

export const addMonths = statement(
  { made: "int4" },
  (lock: number, ahead: number) => Prisma.sql`SELECT "make_months"(${lock}::bigint, ${ahead}::int) AS "made"`,
);

/** How long the parts of each table suffice. Less than nothing: what is written goes to the rest. */
export const monthsLeft = statement(
  { table: "text", seconds: "float8" },
  () => Prisma.sql`
    SELECT "tableName" AS "table", extract(epoch FROM max("untilAt") - now())::float AS "seconds"
    FROM "MonthlyPart" GROUP BY 1 ORDER BY 1`,
);

/** The pieces of archived months of a table in which one of these positions may lie. */
export const archivedPieces = statement(
  { file: "text", first: "int8", last: "int8", offset: "int8", bytes: "int8", sha256: "text" },
  (table: string, positions: string) => Prisma.sql`
    WITH "wanted" AS MATERIALIZED (SELECT unnest(string_to_array(${positions}, ',')::bigint[]) AS "position"),
    "reach" AS (SELECT min("position") AS "from", max("position") AS "to" FROM "wanted")
    SELECT p."file", x."first", x."last", x."offset", x."bytes", x."sha256"
    FROM "MonthlyPart" p JOIN "reach" r ON p."firstPosition" <= r."to" AND p."lastPosition" >= r."from"
    CROSS JOIN LATERAL jsonb_to_recordset(p."pieces") AS x("first" bigint, "last" bigint, "offset" bigint, "bytes" bigint, "sha256" text)
    WHERE p."tableName" = ${table} AND p."archivedAt" IS NOT NULL AND x."first" <= r."to" AND x."last" >= r."from"
      AND EXISTS (SELECT FROM "wanted" w WHERE w."position" BETWEEN x."first" AND x."last")
    ORDER BY p."fromAt", x."offset"`,
);

/** Until when the months of a table are in the archive; null without any. */
export const archivedUntil = statement(
  { until: "timestamptz?" },
  (table: string) => Prisma.sql`
    SELECT max("untilAt") AS "until" FROM "MonthlyPart" WHERE "tableName" = ${table} AND "archivedAt" IS NOT NULL`,
);
