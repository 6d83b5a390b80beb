import type { Actor } from "@/lib/actor/actor";
import { Prisma } from "@/lib/platform/db/db";
import { inSnapshot } from "@/lib/platform/db/snapshot";
import { notFound } from "@/lib/platform/errors/app-error";
import { canSeeNumbers } from "./policy";
import { readOccupancy, type OccupancyPoint } from "./read-occupancy";
import { readSpread, type SpreadOverTime } from "./read-spread";
import { readVisits, type VisitPoint } from "./read-visits";
import { edgesOf, UNITS, type Period, type Unit } from "./rules-time";

const HOUR = 3600;
const MINUTE = 60;

export type HospitalNumbers = {
  asOf: string;
  units: { occupancy: Unit; visits: Unit; rare: Unit };
  wards: { id: string; name: string }[];
  occupancy: OccupancyPoint[];
  /** Hours, by the discharge. */
  stays: SpreadOverTime;
  visits: VisitPoint[];
  /** Minutes from check-in to the start, by the visit's planned start. */
  waits: SpreadOverTime;
  /** Minutes from the call to the dispatch, and to the arrival at the scene, by the call. */
  dispatches: SpreadOverTime;
  arrivals: SpreadOverTime;
};

type Asked = { hospitalId: string; period: Period; wardId: string | null };

/**
 * Returns a hospital's numbers over time, for its staff, all of one moment. Beds and stays can be those of one ward,
 * which counts the stays that ended there. Throws `not-found` for everyone else and for a ward of another hospital.
 */
export async function loadNumbers(actor: Actor, { hospitalId, period, wardId }: Asked): Promise<HospitalNumbers> {
  if (!canSeeNumbers(actor, hospitalId)) throw notFound();
  return inSnapshot(async (tx) => {
    const [hospital] = await tx.$queryRaw<{ asOf: Date; timeZone: string }[]>`
      SELECT now() AS "asOf", h."timeZone" FROM "Hospital" h WHERE h."id" = ${hospitalId}::uuid`;
    if (!hospital) throw notFound();
    const wards = await tx.ward.findMany({
      where: { hospitalId, removedAt: null },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: 500,
      select: { id: true, name: true },
    });
    if (wardId && !wards.some(({ id }) => id === wardId)) throw notFound();
    const units = UNITS[period];
    const edges = (unit: Unit) => edgesOf(period, unit, hospital.asOf, hospital.timeZone);
    const rare = edges(units.rare);
    const [from, to] = [rare[0]!, rare.at(-1)!];
    const calls = (until: Prisma.Sql) => Prisma.sql`
      SELECT c."createdAt" AS "at", date_part('epoch', ${until} - c."createdAt") AS "seconds"
      FROM "AmbulanceBooking" c WHERE c."hospitalId" = ${hospitalId}::uuid AND c."createdAt" >= ${from} AND c."createdAt" < ${to}`;
    return {
      asOf: hospital.asOf.toISOString(),
      units,
      wards,
      occupancy: await readOccupancy(tx, { hospitalId, wardId }, edges(units.occupancy)),
      stays: await readSpread(tx, rare, staysIn(hospitalId, wardId, from, to), HOUR),
      visits: await readVisits(tx, hospitalId, edges(units.visits)),
      waits: await readSpread(tx, rare, waitsIn(hospitalId, from, to), MINUTE),
      dispatches: await readSpread(tx, rare, calls(Prisma.sql`c."dispatchedAt"`), MINUTE),
      arrivals: await readSpread(tx, rare, calls(Prisma.sql`c."onSceneAt"`), MINUTE),
    };
  });
}

function staysIn(hospitalId: string, wardId: string | null, from: Date, to: Date): Prisma.Sql {
  const seconds = Prisma.sql`date_part('epoch', b."dischargedAt" - b."admittedAt")`;
  const ward = wardId
    ? Prisma.sql`AND EXISTS (SELECT 1 FROM "Bed" d WHERE d."id" = b."bedId" AND d."wardId" = ${wardId}::uuid)`
    : Prisma.empty;
  return Prisma.sql`SELECT b."dischargedAt" AS "at", ${seconds} AS "seconds" FROM "BedBooking" b
    WHERE b."hospitalId" = ${hospitalId}::uuid AND b."dischargedAt" >= ${from} AND b."dischargedAt" < ${to} ${ward}`;
}

function waitsIn(hospitalId: string, from: Date, to: Date): Prisma.Sql {
  return Prisma.sql`SELECT a."startsAt" AS "at", date_part('epoch', a."startedAt" - a."checkedInAt") AS "seconds" FROM "Appointment" a
    WHERE a."hospitalId" = ${hospitalId}::uuid AND a."startsAt" >= ${from} AND a."startsAt" < ${to}
    AND a."checkedInAt" IS NOT NULL AND a."startedAt" IS NOT NULL`;
}
