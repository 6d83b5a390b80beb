import type { Audience } from "@/lib/actor/audience";
import type { EventDraft } from "@/lib/actor/record";

/** The patient whose document it is, and the doctors who read it. */
export type Concerned = { patientId: string; doctorIds: string[] };

/** A document was added to a patient's record, or removed from it. */
export function documentEvent(
  type: "document.added" | "document.removed",
  id: string,
  { patientId, doctorIds }: Concerned,
): EventDraft {
  return {
    type,
    aggregate: "document",
    aggregateId: id,
    audience: [`record:${patientId}`, ...doctorIds.map((doctorId): Audience => `doctor:${doctorId}`)],
    refs: { documentId: id, patientId },
    sinks: ["channels"],
  };
}
