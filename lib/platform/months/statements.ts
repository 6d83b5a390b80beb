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
