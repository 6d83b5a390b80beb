import type { DispatchView, VehicleChoice } from "@/components/ambulances/dispatch-view";
import type { CallCard, VehicleCard } from "@/lib/domain/ambulances/output";
import type { DispatchBoard } from "@/lib/domain/ambulances/load-dispatch-board";
import { metresBetween, type Point } from "@/lib/domain/ambulances/rules-point";
import { canServe, ESCALATION_MINUTES } from "@/lib/domain/ambulances/rules";

/** Returns the board for its components: each call with the vehicles that can be dispatched, or take over. */
export function toDispatch(board: DispatchBoard): DispatchView {
  const { hospital, asOf, canSetUpFleet, waiting, underWay, vehicles, stepActors, counts } = board;
  const home = pointOf(hospital);
  const withChoices = (call: CallCard) => ({
    ...call,
    vehicles: choicesFor(call, vehicles, home),
    stepActors: stepActors.get(call.id),
  });
  return {
    hospital: { id: hospital.id, name: hospital.name, isListed: hospital.isListed },
    asOf,
    escalationMinutes: ESCALATION_MINUTES,
    canSetUpFleet,
    waiting: waiting.map(withChoices),
    underWay: underWay.map(withChoices),
    vehicles,
    counts,
  };
}

/**
 * The requested kind first, because better equipped vehicles are reserved for calls that need them. Among equals the
 * nearest from its location, which is the hospital by default.
 */
function choicesFor(call: CallCard, vehicles: VehicleCard[], home: Point | null): VehicleChoice[] {
  const metresTo = (vehicle: VehicleCard) => {
    const from = pointOf(vehicle) ?? home;
    return from ? metresBetween(from, call.pickup) : Infinity;
  };
  return vehicles
    .filter(({ condition, kind }) => condition === "AVAILABLE" && canServe(kind, call.kind))
    .map((vehicle) => ({ vehicle, isOther: Number(vehicle.kind !== call.kind), metres: metresTo(vehicle) }))
    .sort((a, b) => a.isOther - b.isOther || (a.metres === b.metres ? 0 : a.metres - b.metres))
    .map(({ vehicle: { id, registration, kind } }) => ({ id, registration, kind }));
}

function pointOf({ latitude, longitude }: { latitude: number | null; longitude: number | null }): Point | null {
  return latitude === null || longitude === null ? null : { latitude, longitude };
}
