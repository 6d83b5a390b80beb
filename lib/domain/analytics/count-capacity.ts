import { db } from "@/lib/platform/db/db";
import type { Capacity } from "./schema";

type Counted = { hospitalId: string; what: "bed" | "vehicle"; kind: string; free: number; asOf: Date };

/**
 * Counts what listed hospitals have available now, all at one moment; nothing for unlisted ones. Kinds a hospital
 * doesn't have are left out: no beds is different from no free bed.
 */
export async function countCapacity(hospitalIds: readonly string[]): Promise<(hospitalId: string) => Capacity> {
  const ids = [...hospitalIds];
  const [rows, now] = ids.length === 0 ? [[], new Date()] : await countFree(ids);
  return (hospitalId) => {
    const of = (what: Counted["what"]) =>
      rows
        .filter((row) => row.hospitalId === hospitalId && row.what === what)
        .map(({ kind, free }) => ({ kind, free }));
    return { asOf: now.toISOString(), beds: of("bed"), ambulances: of("vehicle") } as Capacity;
  };
}

/** In the declared order of kinds. The row without a hospital is always there: it has the moment of the count. */
async function countFree(ids: string[]): Promise<[Counted[], Date]> {
  const rows = await db.$queryRaw<Counted[]>`
    WITH listed AS MATERIALIZED (SELECT h."id" FROM "Hospital" h WHERE h."id" = ANY(${ids}::uuid[]) AND h."verification" = 'VERIFIED'),
    free AS (
      SELECT n."hospitalId", 1 AS "part", n."kind"::text AS "kind", array_position(enum_range(NULL::"WardKind"), n."kind") AS "place",
        count(*) FILTER (WHERE n."condition" = 'FREE')::int AS "free"
      FROM "BedNow" n WHERE n."hospitalId" IN (SELECT "id" FROM listed) GROUP BY n."hospitalId", n."kind"
      UNION ALL
      SELECT v."hospitalId", 2, v."kind"::text, array_position(enum_range(NULL::"AmbulanceKind"), v."kind"),
        count(*) FILTER (WHERE v."condition" = 'AVAILABLE')::int
      FROM "AmbulanceNow" v WHERE v."hospitalId" IN (SELECT "id" FROM listed) GROUP BY v."hospitalId", v."kind")
    SELECT f."hospitalId"::text, CASE f."part" WHEN 1 THEN 'bed' ELSE 'vehicle' END AS "what", f."kind", f."free", now() AS "asOf"
    FROM (SELECT 1) one LEFT JOIN free f ON true ORDER BY f."part", f."place"`;
  return [rows.filter((row) => row.hospitalId !== null), rows[0]?.asOf ?? new Date()];
}
