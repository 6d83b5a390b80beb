import type { EventDraft } from "@/lib/platform/events/record";

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
