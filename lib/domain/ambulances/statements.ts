import { Prisma } from "@/lib/platform/db/db";
import { statement, typed } from "@/lib/platform/db/statement";
import { higherKinds } from "./rules";
import { AMBULANCE_KINDS, type AmbulanceCondition, type AmbulanceKind } from "./status";

/** A free vehicle of hospital `h`, as defined by the view. */
const freeVehicle = (kinds: AmbulanceKind[]) => Prisma.sql`
    SELECT a."id" FROM "Ambulance" a
    WHERE a."hospitalId" = h."id" AND a."kind" = ANY(${kinds}::"AmbulanceKind"[]) AND a."removedAt" IS NULL AND a."state" = 'IN_SERVICE'
      AND EXISTS (SELECT 1 FROM "AmbulanceNow" n WHERE n."id" = a."id" AND n."condition" = 'AVAILABLE')
    LIMIT 1`;

type Search = { latitude: number; longitude: number; except: string[]; reachKm: number };

/**
 * Walks the index "Hospital_near" outwards from the pick-up and stops at the first hospital with a free vehicle. Chords
 * through the earth grow with the arcs above them, so the index's order is that of the great circles, also across the
 * poles and the date line. The vehicles come from "Ambulance_to_send"; LATERAL keeps the planner from reading all of
 * them.
 */
export const nearestHospital = statement(
  { hospitalId: "uuid", distanceMetres: "int4" },
  (kinds: AmbulanceKind[], { latitude, longitude, except, reachKm }: Search) => {
    const here = Prisma.sql`"place_on_earth"(h."latitude", h."longitude")`;
    const pickup = Prisma.sql`"place_on_earth"(${latitude}::float8, ${longitude}::float8)`;
    const reach = Prisma.sql`${reachKm * 1000}::float8`;
    return Prisma.sql`
    SELECT h."id" AS "hospitalId", round("metres_between"(${here}, ${pickup}))::int AS "distanceMetres"
    FROM "Hospital" h CROSS JOIN LATERAL (${freeVehicle(kinds)}) v
    WHERE h."latitude" IS NOT NULL AND h."verification" = 'VERIFIED' AND h."id" <> ALL(${except}::uuid[])
      AND "box_around"(${pickup}, ${reach}) @> ${here} AND "metres_between"(${here}, ${pickup}) <= ${reach}
    ORDER BY ${here} <-> ${pickup} LIMIT 1`;
  },
);

export const hospitalsThatCanSend = statement(
  { id: "uuid" },
  (hospitalIds: string[], kinds: AmbulanceKind[]) => Prisma.sql`
    SELECT h."id" FROM "Hospital" h CROSS JOIN LATERAL (${freeVehicle(kinds)}) v
    WHERE h."id" = ANY(${hospitalIds}::uuid[]) AND h."verification" = 'VERIFIED'`,
);

/** Null for a hospital without a location. */
export const distanceToHospital = statement(
  { metres: "int4?" },
  (id: string, { latitude, longitude }: { latitude: number; longitude: number }) => Prisma.sql`
    SELECT round("metres_between"("place_on_earth"("latitude", "longitude"), "place_on_earth"(${latitude}::float8, ${longitude}::float8)))::int AS "metres"
    FROM "Hospital" WHERE "id" = ${id}::uuid`,
);

/** A call's time has come, or none of the hospitals asked has a vehicle left. */
function isDue(now: Date): Prisma.Sql {
  const served = AMBULANCE_KINDS.map(
    (kind) =>
      Prisma.sql`(b."kind" = ${kind}::"AmbulanceKind" AND n."kind" = ANY(${[kind, ...higherKinds(kind)]}::"AmbulanceKind"[]))`,
  );
  return Prisma.sql`b."status" = 'REQUESTED' AND (b."escalatesAt" <= ${now} OR NOT EXISTS (
    SELECT 1 FROM "AmbulanceOffer" o JOIN "AmbulanceNow" n ON n."hospitalId" = o."hospitalId" AND n."condition" = 'AVAILABLE'
    WHERE o."bookingId" = b."id" AND o."status" = 'OPEN' AND (${Prisma.join(served, " OR ")})))`;
}

export const dueCalls = statement(
  { id: "uuid" },
  (now: Date) => Prisma.sql`SELECT b."id" FROM "AmbulanceBooking" b WHERE ${isDue(now)} ORDER BY b."createdAt"`,
);

/** The call, if it is still due. */
export const dueCall = statement(
  { id: "uuid" },
  (id: string, now: Date) =>
    Prisma.sql`SELECT b."id" FROM "AmbulanceBooking" b WHERE b."id" = ${id}::uuid AND ${isDue(now)}`,
);

/** By what the registration means, not how it is written. */
export const vehicleWithRegistration = statement(
  { id: "uuid" },
  (hospitalId: string, registration: string, exceptId: string) => Prisma.sql`
    SELECT "id" FROM "Ambulance" WHERE "hospitalId" = ${hospitalId}::uuid AND "registrationKey" = "registration_key"(${registration})
      AND "removedAt" IS NULL AND "id" <> ${exceptId}::uuid`,
);

export const vehicleCounts = statement(
  { condition: typed<AmbulanceCondition>("text"), count: "int4" },
  (hospitalId: string) => Prisma.sql`
    SELECT "condition", count(*)::int AS "count" FROM "AmbulanceNow" WHERE "hospitalId" = ${hospitalId}::uuid GROUP BY 1`,
);
