import type { Audience } from "@/lib/actor/audience";
import type { EventDraft } from "@/lib/actor/record";

/** What an event is about, and for whom it is news. */
export type News = {
  about: "appointment" | "bed-booking" | "ambulance-booking";
  id: string;
  /** Null for a caller of whom only the telephone is known. */
  patientId: string | null;
  /** The account that asked for it, if another than the patient's. */
  userId?: string | null;
  /** Where they can be phoned, if not at the patient's own number. */
  phone?: string | null;
  doctorId: string | null;
  hospitalId: string | null;
  /** They did it themselves, without an account that would say so. */
  isOwn?: boolean;
};

/** An event that may have to be told to a person: recorded through `recordNews`, which knows how they can be reached. */
export type NewsDraft = Omit<EventDraft, "news"> & { news: News };

export const TO_CALL_EVENTS = ["to-call.added", "to-call.withdrawn", "to-call.done"] as const;

type ToCall = { id: string; hospitalId: string | null; doctorId: string | null };

/** Someone is to be phoned, or not any more: for the lists of the front desk and the doctor. */
export function toCallEvent(type: (typeof TO_CALL_EVENTS)[number], { id, hospitalId, doctorId }: ToCall): EventDraft {
  const audience: Audience[] = [
    ...(hospitalId ? ([`hospital:${hospitalId}`] as const) : []),
    ...(doctorId ? ([`doctor:${doctorId}`] as const) : []),
  ];
  return { type, aggregate: "to-call", aggregateId: id, audience, refs: { toCallId: id }, sinks: ["channels"] };
}
