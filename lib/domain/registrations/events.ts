import type { EventDraft } from "@/lib/actor/record";

/** A hospital's own facts about a patient, for its open pages. */
export function registrationEvent(
  type: "registration.added" | "registration.changed",
  { id, hospitalId, patientId }: { id: string; hospitalId: string; patientId: string },
): EventDraft {
  return {
    type,
    aggregate: "registration",
    aggregateId: id,
    audience: [`hospital:${hospitalId}`],
    refs: { hospitalId, patientId },
    sinks: ["channels"],
  };
}
