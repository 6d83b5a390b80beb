import type { Audience } from "@/lib/actor/audience";
import type { EventDraft } from "@/lib/actor/record";

type Merged = { mergeId: string; survivorId: string; hospitalIds: string[]; doctorIds: string[] };

/** Two records became one, or two again: for the patient, and for the places and doctors whose lists show it. */
export function mergeEvent(
  type: "patient.merged" | "patient.unmerged",
  { mergeId, survivorId, hospitalIds, doctorIds }: Merged,
): EventDraft {
  const places: Audience[] = [
    ...hospitalIds.map((id): Audience => `hospital:${id}`),
    ...doctorIds.map((id): Audience => `doctor:${id}`),
  ];
  return {
    type,
    aggregate: "patient",
    aggregateId: survivorId,
    audience: [`patient:${survivorId}`, `record:${survivorId}`, ...places],
    refs: { patientId: survivorId, mergeId },
    sinks: ["channels", "notifications"],
  };
}

/** A desk has looked at a likely pair: different people, or to be looked at again. */
export function duplicateEvent(
  type: "duplicate.set-aside" | "duplicate.restored",
  { id, hospitalId }: { id: string; hospitalId: string },
): EventDraft {
  return { type, aggregate: "duplicate", aggregateId: id, audience: [`hospital:${hospitalId}`], sinks: ["channels"] };
}
