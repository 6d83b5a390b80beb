import type { EventDraft } from "@/lib/actor/record";

type Given = { id: string; patientId: string; doctorId: string };

/** A record is shared with a doctor from now on, or no longer: for the doctor, and all who read the record. */
export function grantEvent(
  type: "record-grant.given" | "record-grant.ended" | "record-grant.expired",
  { id, patientId, doctorId }: Given,
): EventDraft {
  return {
    type,
    aggregate: "record-grant",
    aggregateId: id,
    audience: [`doctor:${doctorId}`, `record:${patientId}`],
    refs: { patientId, doctorId },
    sinks: ["channels", "notifications"],
  };
}
