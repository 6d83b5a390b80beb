import type { Actor } from "@/lib/actor/actor";
import { inSnapshot } from "@/lib/platform/db/snapshot";
import { notFound } from "@/lib/platform/errors/app-error";
import { momentAtHospital } from "./statements/now";
import { arrivalTimes, dispatchTimes, stayTimes, waitTimes } from "./statements/over-time";
import { canSeeNumbers } from "./policy";
import { listOccupancy, type OccupancyPoint } from "./list-occupancy";
import { spreadOverTime, type SpreadOverTime } from "./rules-spread";
import { listVisitOutcomes, type VisitPoint } from "./list-visit-outcomes";
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
    const [hospital] = await momentAtHospital(tx, hospitalId);
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
    return {
      asOf: hospital.asOf.toISOString(),
      units,
      wards,
      occupancy: await listOccupancy(tx, { hospitalId, wardId }, edges(units.occupancy)),
      stays: spreadOverTime(rare, await stayTimes(tx, { hospitalId, wardId }, rare), HOUR),
      visits: await listVisitOutcomes(tx, hospitalId, edges(units.visits)),
      waits: spreadOverTime(rare, await waitTimes(tx, hospitalId, rare), MINUTE),
      dispatches: spreadOverTime(rare, await dispatchTimes(tx, hospitalId, rare), MINUTE),
      arrivals: spreadOverTime(rare, await arrivalTimes(tx, hospitalId, rare), MINUTE),
    };
  });
}
