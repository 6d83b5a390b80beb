import type { EventDraft } from "@/lib/actor/record";

/** How much a hospital can take has changed: free beds or vehicles, or what is on its way there. */
export function capacityChanged(hospitalId: string): EventDraft {
  return {
    type: "capacity.changed",
    aggregate: "hospital",
    aggregateId: hospitalId,
    audience: [`hospital:${hospitalId}`, `public-hospital:${hospitalId}`],
    refs: { hospitalId },
    sinks: ["channels"],
  };
}

/** What a hospital says of itself has changed: its own pages and its public one read again. */
export function hospitalChanged(hospitalId: string): EventDraft {
  return {
    type: "hospital.changed",
    aggregate: "hospital",
    aggregateId: hospitalId,
    audience: [`hospital:${hospitalId}`, `public-hospital:${hospitalId}`],
    refs: { hospitalId },
    sinks: ["channels"],
  };
}
