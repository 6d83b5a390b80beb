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

/**
 * A link to parts of a record was made, opened by a browser, or holds no longer: for all who read the record. Open pages of
 * the link itself hear that it has ended.
 */
export function linkEvent(
  type: `record-link.${"created" | "opened" | "ended" | "expired"}`,
  { id, patientId }: { id: string; patientId: string },
): EventDraft {
  const isOver = type === "record-link.ended" || type === "record-link.expired";
  return {
    type,
    aggregate: "record-link",
    aggregateId: id,
    audience: [`record:${patientId}`, ...(isOver ? [`link:${id}` as const] : [])],
    refs: { patientId },
    sinks: ["channels", "notifications"],
  };
}
