import * as closures from "@/lib/domain/ward-closures/statements";
import { sample, type Sample } from "./sample";
import type { World } from "./world";

export function wardClosureSamples({ hospitalId, wardId, stay, bed, now }: World): Sample[] {
  const period = { startsAt: now, endsAt: null };
  const ward = { wanted: { hospitalId, wardId, bedIds: null, ...period } };
  const one = { wanted: { hospitalId, wardId, bedIds: [bed.id], ...period } };
  const stored = { closureIds: [stay.id] };
  return [
    sample(closures.affectedStays, ward, undefined, 10),
    sample(closures.affectedStays, stored, { startsAt: now.toISOString(), id: stay.id }, 10),
    sample(closures.affectedCounts, ward),
    sample(closures.affectedCounts, stored),
    sample(closures.plannedStays, one),
    sample(closures.plannedStays, stored),
    sample(closures.keptStays, stay.id),
    sample(closures.dueClosures, [stay.id], 10),
    sample(closures.clockTime),
  ];
}
