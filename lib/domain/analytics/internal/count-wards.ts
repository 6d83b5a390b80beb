import type { BedCounts } from "@/lib/domain/beds/schema";
import type { Tx } from "@/lib/platform/db/db";
import type { HospitalStats } from "../schema";

type Ward = HospitalStats["wards"][number];

/** Counts the beds of each ward by condition, wards without beds included, and the sum of all. */
export async function countWards(tx: Tx, hospitalId: string): Promise<{ beds: BedCounts; wards: Ward[] }> {
  const wards = await tx.$queryRaw<Ward[]>`
    SELECT w."id"::text, w."name", w."kind"::text, count(n."id")::int AS "total",
      count(*) FILTER (WHERE n."condition" = 'FREE')::int AS "free",
      count(*) FILTER (WHERE n."condition" = 'RESERVED')::int AS "reserved",
      count(*) FILTER (WHERE n."condition" = 'OCCUPIED')::int AS "occupied",
      count(*) FILTER (WHERE n."condition" = 'CLEANING')::int AS "cleaning",
      count(*) FILTER (WHERE n."condition" = 'OUT_OF_SERVICE')::int AS "outOfService"
    FROM "Ward" w LEFT JOIN "BedNow" n ON n."wardId" = w."id" AND n."hospitalId" = ${hospitalId}::uuid
    WHERE w."hospitalId" = ${hospitalId}::uuid AND w."removedAt" IS NULL
    GROUP BY w."id" ORDER BY w."name", w."id"`;
  const beds = { total: 0, free: 0, reserved: 0, occupied: 0, cleaning: 0, outOfService: 0 };
  for (const ward of wards) for (const key of Object.keys(beds) as (keyof BedCounts)[]) beds[key] += ward[key];
  return { beds, wards };
}
