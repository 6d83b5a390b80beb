import { Prisma, type Db } from "@/lib/platform/db/db";
import { REACH_KM, higherKinds } from "./rules";
import type { AmbulanceKind } from "./status";

export type Nearest = { hospitalId: string; distanceMetres: number };

type Search = {
  kind: AmbulanceKind;
  latitude: number;
  longitude: number;
  /** Hospitals that have been asked already. */
  except?: string[];
  reachKm?: number;
};

/**
 * Finds the nearest listed hospital with a free vehicle of the requested kind, by the great circle; null when there is
 * none within reach. A better equipped vehicle is used only when none of the requested kind is free within reach.
 */
export async function findNearest(from: Db, search: Search): Promise<Nearest | null> {
  const exact = await nearestWith(from, [search.kind], search);
  const higher = higherKinds(search.kind);
  return exact ?? (higher.length > 0 ? nearestWith(from, higher, search) : null);
}

async function nearestWith(from: Db, kinds: AmbulanceKind[], search: Search): Promise<Nearest | null> {
  const [row] = await from.$queryRaw<Nearest[]>(nearestStatement(kinds, search));
  return row ?? null;
}

/**
 * Walks the index "Hospital_near" outwards from the pick-up and stops at the first hospital with a free vehicle. Chords
 * through the earth grow with the arcs above them, so the index's order is that of the great circles, also across the
 * poles and the date line. The vehicles come from "Ambulance_to_send"; LATERAL keeps the planner from reading all of
 * them.
 */
export function nearestStatement(
  kinds: AmbulanceKind[],
  { latitude, longitude, except = [], reachKm = REACH_KM }: Search,
): Prisma.Sql {
  const here = Prisma.sql`"place_on_earth"(h."latitude", h."longitude")`;
  const pickup = Prisma.sql`"place_on_earth"(${latitude}::float8, ${longitude}::float8)`;
  const reach = Prisma.sql`${reachKm * 1000}::float8`;
  return Prisma.sql`
    SELECT h."id" AS "hospitalId", round("metres_between"(${here}, ${pickup}))::int AS "distanceMetres"
    FROM "Hospital" h CROSS JOIN LATERAL (${freeVehicle(kinds)}) v
    WHERE h."latitude" IS NOT NULL AND h."verification" = 'VERIFIED' AND h."id" <> ALL(${except}::uuid[])
      AND "box_around"(${pickup}, ${reach}) @> ${here} AND "metres_between"(${here}, ${pickup}) <= ${reach}
    ORDER BY ${here} <-> ${pickup} LIMIT 1`;
}

/** A free vehicle of hospital `h`, as defined by the view. */
function freeVehicle(kinds: AmbulanceKind[]): Prisma.Sql {
  return Prisma.sql`
    SELECT a."id" FROM "Ambulance" a
    WHERE a."hospitalId" = h."id" AND a."kind" = ANY(${kinds}::"AmbulanceKind"[]) AND a."removedAt" IS NULL AND a."state" = 'IN_SERVICE'
      AND EXISTS (SELECT 1 FROM "AmbulanceNow" n WHERE n."id" = a."id" AND n."condition" = 'AVAILABLE')
    LIMIT 1`;
}

/** Returns those of the hospitals that have a free vehicle for such a call. */
export async function hospitalsWithFreeVehicle(
  from: Db,
  hospitalIds: string[],
  kind: AmbulanceKind,
): Promise<string[]> {
  if (hospitalIds.length === 0) return [];
  const kinds = [kind, ...higherKinds(kind)];
  const rows = await from.$queryRaw<{ id: string }[]>`
    SELECT h."id" FROM "Hospital" h CROSS JOIN LATERAL (${freeVehicle(kinds)}) v
    WHERE h."id" = ANY(${hospitalIds}::uuid[]) AND h."verification" = 'VERIFIED'`;
  return rows.map(({ id }) => id);
}
