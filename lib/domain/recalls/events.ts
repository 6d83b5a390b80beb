import type { EventDraft } from "@/lib/actor/record";

export const RECALL_EVENTS = [
  "recall.set",
  "recall.changed",
  "recall.removed",
  "recall.dismissed",
  "recall.due",
] as const;

type Concerned = { id: string; patientId: string; doctorId: string };

/** A recall has changed, or is due: for the doctor, and those who act for the patient. */
export function recallEvent(type: (typeof RECALL_EVENTS)[number], { id, patientId, doctorId }: Concerned): EventDraft {
  return {
    type,
    aggregate: "recall",
    aggregateId: id,
    audience: [`patient:${patientId}`, `doctor:${doctorId}`],
    refs: { recallId: id, patientId, doctorId },
    sinks: ["channels", "notifications"],
  };
}
