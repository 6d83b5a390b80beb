import type { DispatchView, VehicleChoice } from "@/components/ambulances/dispatch-view";
import type { CallCard, VehicleCard } from "@/lib/domain/ambulances/format";
import type { DispatchBoard } from "@/lib/domain/ambulances/load-dispatch-board";
import { canServe, ESCALATION_MINUTES } from "@/lib/domain/ambulances/rules";

/** The board as its components hold it: each call with the vehicles that may go, or take over. */
export function toDispatch(board: DispatchBoard): DispatchView {
  const { hospital, asOf, canSetUpFleet, waiting, underWay, vehicles, counts } = board;
  const withChoices = (call: CallCard) => ({ ...call, vehicles: choicesFor(call, vehicles) });
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

/** Those of the asked kind first: better equipped ones are kept for whom nothing less will do. */
function choicesFor(call: CallCard, vehicles: VehicleCard[]): VehicleChoice[] {
  const able = vehicles.filter(({ condition, kind }) => condition === "AVAILABLE" && canServe(kind, call.kind));
  const exact = able.filter(({ kind }) => kind === call.kind);
  return [...exact, ...able.filter(({ kind }) => kind !== call.kind)].map(({ id, registration, kind }) => ({ id, registration, kind }));
}
