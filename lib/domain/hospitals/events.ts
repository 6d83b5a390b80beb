import type { EventDraft } from "@/lib/actor/record";

/** A hospital's capacity has changed: free beds or vehicles, or reservations. */
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

/** A hospital's profile has changed: its own pages and its public one refresh. */
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
