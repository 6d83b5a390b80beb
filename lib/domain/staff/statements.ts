import { Prisma } from "@/lib/platform/db/db";
import { statement } from "@/lib/platform/db/statement";

/** By what the name means, not how it is written. */
export const departmentWithName = statement(
  { id: "uuid" },
  (hospitalId: string, name: string, exceptId: string | null) => Prisma.sql`
    SELECT "id" FROM "Department" WHERE "hospitalId" = ${hospitalId}::uuid AND "nameKey" = "name_key"(${name})
      AND "id" IS DISTINCT FROM ${exceptId}::uuid`,
);
