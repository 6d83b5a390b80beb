import * as present from "@/lib/domain/analytics/statements/now";
import * as overTime from "@/lib/domain/analytics/statements/over-time";
import { sample, type Sample } from "./sample";
import type { World } from "./world";

export function analyticsSamples({ hospitalId, wardId, edges }: World): Sample[] {
  const everywhere = { hospitalId, wardId: null };
  const inWard = { hospitalId, wardId };
  return [
    sample(present.momentAtHospital, hospitalId),
    sample(present.freeCapacity, [hospitalId]),
    sample(present.wardCounts, hospitalId),
    sample(present.visitsOfDay, hospitalId, { from: edges[0]!, to: edges[1]! }),
    sample(present.otherCounts, hospitalId),
    sample(present.medianStay, hospitalId),
    sample(overTime.stayTimes, everywhere, edges),
    sample(overTime.stayTimes, inWard, edges),
    sample(overTime.waitTimes, hospitalId, edges),
    sample(overTime.dispatchTimes, hospitalId, edges),
    sample(overTime.arrivalTimes, hospitalId, edges),
    sample(overTime.stayMovements, everywhere, edges),
    sample(overTime.stayMovements, inWard, edges),
    sample(overTime.bedMovements, everywhere, edges),
    sample(overTime.bedMovements, inWard, edges),
    sample(overTime.visitOutcomes, hospitalId, edges, edges[1]!),
  ];
}
