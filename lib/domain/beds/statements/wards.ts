import { Prisma } from "@/lib/platform/db/db";
import { statement } from "@/lib/platform/db/statement";

export const wardInUse = statement(
  { id: "uuid" },
  (id: string, hospitalId: string) => Prisma.sql`
    SELECT "id" FROM "Ward" WHERE "id" = ${id}::uuid AND "hospitalId" = ${hospitalId}::uuid AND "removedAt" IS NULL`,
);

/** By what the name means, not how it is written. */
export const wardWithName = statement(
  { id: "uuid" },
  (hospitalId: string, name: string, exceptId: string | null) => Prisma.sql`
    SELECT "id" FROM "Ward" WHERE "hospitalId" = ${hospitalId}::uuid AND "nameKey" = "name_key"(${name}) AND "removedAt" IS NULL
      AND "id" IS DISTINCT FROM ${exceptId}::uuid`,
);

/** Of each ward, its beds by condition, through the one definition; a ward without beds is missing. */
export const bedCounts = statement(
  {
    wardId: "text",
    total: "int4",
    free: "int4",
    reserved: "int4",
    occupied: "int4",
    cleaning: "int4",
    outOfService: "int4",
    closed: "int4",
  },
  (wardIds: string[]) => Prisma.sql`
    SELECT "wardId"::text, count(*)::int AS "total",
      (count(*) FILTER (WHERE "condition" = 'FREE'))::int AS "free", (count(*) FILTER (WHERE "condition" = 'RESERVED'))::int AS "reserved",
      (count(*) FILTER (WHERE "condition" = 'OCCUPIED'))::int AS "occupied", (count(*) FILTER (WHERE "condition" = 'CLEANING'))::int AS "cleaning",
      (count(*) FILTER (WHERE "condition" = 'OUT_OF_SERVICE'))::int AS "outOfService", (count(*) FILTER (WHERE "condition" = 'CLOSED'))::int AS "closed"
    FROM "BedNow" WHERE "wardId" = ANY(${wardIds}::uuid[]) GROUP BY "wardId"`,
);

export const zoneOfHospital = statement(
  { timeZone: "text" },
  (id: string) => Prisma.sql`SELECT "timeZone" FROM "Hospital" WHERE "id" = ${id}::uuid`,
);

/** The transaction's own clock, which "BedNow" uses. */
export const transactionTime = statement({ now: "timestamptz" }, () => Prisma.sql`SELECT now() AS "now"`);
