import type { Audience } from "@/lib/actor/audience";
import type { EventDraft } from "@/lib/actor/record";

type WaitlistEventType =
  `waitlist.${"joined" | "offered" | "accepted" | "declined" | "lapsed" | "withdrawn" | "left" | "expired"}`;

type Concerned = { id: string; patientId: string; doctorId: string | null; hospitalId: string | null };

/** An entry or its offer has changed: for those who book for the patient, the doctor and the hospital's front desk. */
export function waitlistEvent(type: WaitlistEventType, { id, patientId, doctorId, hospitalId }: Concerned): EventDraft {
  const audience: Audience[] = [`patient:${patientId}`];
  if (doctorId) audience.push(`doctor:${doctorId}`);
  if (hospitalId) audience.push(`hospital:${hospitalId}`);
  return {
    type,
    aggregate: "waitlist-entry",
    aggregateId: id,
    audience,
    refs: { waitlistEntryId: id, patientId },
    sinks: ["channels", "notifications"],
  };
}
