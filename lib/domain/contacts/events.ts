import type { Audience } from "@/lib/actor/audience";
import type { EventDraft } from "@/lib/actor/record";

/** What an event is about, and who it concerns. */
export type News = {
  about: "appointment" | "bed-booking" | "ambulance-booking";
  id: string;
  /** Null for a caller known only by phone number. */
  patientId: string | null;
  /** The account that requested it, if it isn't the patient's. */
  userId?: string | null;
  /** Where they can be phoned, if not at the patient's own number. */
  phone?: string | null;
  doctorId: string | null;
  hospitalId: string | null;
  /** They did it themselves, without an account that would show it. */
  isOwn?: boolean;
};

/** An event that a person may need to be notified of: recorded through `recordNews`, which knows how to reach them. */
export type NewsDraft = Omit<EventDraft, "news"> & { news: News };

export const TO_CALL_EVENTS = ["to-call.added", "to-call.withdrawn", "to-call.done"] as const;

type ToCall = { id: string; hospitalId: string | null; doctorId: string | null };

/** Someone must be phoned, or no longer: for the lists of the front desk and the doctor. */
export function toCallEvent(type: (typeof TO_CALL_EVENTS)[number], { id, hospitalId, doctorId }: ToCall): EventDraft {
  const audience: Audience[] = [
    ...(hospitalId ? ([`hospital:${hospitalId}`] as const) : []),
    ...(doctorId ? ([`doctor:${doctorId}`] as const) : []),
  ];
  return { type, aggregate: "to-call", aggregateId: id, audience, refs: { toCallId: id }, sinks: ["channels"] };
}
