import type { EventDraft } from "@/lib/platform/events/record";

/** What the public reads of a doctor has changed: open pages read again. */
export function doctorProfileChanged(doctorId: string): EventDraft {
  return {
    type: "doctor.profile-changed",
    aggregate: "doctor",
    aggregateId: doctorId,
    audience: [`public-doctor:${doctorId}`, `doctor:${doctorId}`],
    sinks: ["channels"],
  };
}
