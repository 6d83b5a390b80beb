import type { EventDraft } from "@/lib/actor/record";

type Access = { id: string; patientId: string; doctorId: string };

/**
 * A doctor has opened a record in an emergency, has closed it, its hours are over, it was reviewed, or a
 * patient without an account was told otherwise: for the doctor, all
 * who read the record, and administrators.
 */
export function emergencyEvent(
  type: `emergency-access.${"opened" | "ended" | "expired" | "reviewed" | "told"}`,
  { id, patientId, doctorId }: Access,
): EventDraft {
  return {
    type,
    aggregate: "emergency-access",
    aggregateId: id,
    audience: [`doctor:${doctorId}`, `record:${patientId}`, "admin"],
    refs: { patientId, doctorId },
    sinks: ["channels", "notifications"],
  };
}
