import { db, type Db } from "@/lib/platform/db/db";
import type { LookAlike, ProfileKind } from "../schema";

/** How similar two names must be, from 0 to 1. Doctors often share names, so theirs must be nearly identical. */
const MIN_SIMILARITY: Record<ProfileKind, number> = { hospital: 0.7, doctor: 0.9 };
const LIMIT = 3;

/**
 * Finds listed profiles of the same kind with similar names, the most similar first, by the ID of each given profile.
 */
export async function findLookAlikes(
  names: { kind: ProfileKind; id: string; name: string }[],
  from: Db = db,
): Promise<Map<string, LookAlike[]>> {
  if (names.length === 0) return new Map();
  const json = JSON.stringify(names.map(({ kind, id, name }) => ({ kind, id, name, least: MIN_SIMILARITY[kind] })));
  const rows = await from.$queryRaw<(LookAlike & { of: string })[]>`
    SELECT n."id"::text AS "of", l."slug", l."name", l."city"
    FROM jsonb_to_recordset(${json}::jsonb) AS n("kind" text, "id" uuid, "name" text, "least" float8)
    CROSS JOIN LATERAL (SELECT "look_alike"(n."name") AS "looks" OFFSET 0) s
    CROSS JOIN LATERAL (
      SELECT * FROM (
        SELECT h."slug", h."name", h."city", similarity(h."lookAlike", s."looks") AS "alike" FROM "Hospital" h
          WHERE n."kind" = 'hospital' AND h."verification" = 'VERIFIED' AND h."id" <> n."id" AND h."lookAlike" % s."looks"
        UNION ALL
        SELECT d."slug", d."name", d."city", similarity(d."lookAlike", s."looks") AS "alike" FROM "Doctor" d
          WHERE n."kind" = 'doctor' AND d."verification" = 'VERIFIED' AND d."id" <> n."id" AND d."lookAlike" % s."looks"
      ) x WHERE x."alike" >= n."least" ORDER BY x."alike" DESC, x."slug" LIMIT ${LIMIT}
    ) l`;
  const found = new Map<string, LookAlike[]>();
  for (const { of, ...one } of rows) found.set(of, [...(found.get(of) ?? []), one]);
  return found;
}
