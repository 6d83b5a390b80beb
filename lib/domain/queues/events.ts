import type { Audience } from "@/lib/actor/audience";
import type { EventDraft } from "@/lib/actor/record";

/** `moved`: someone came, was seen or went. */
export type QueueEventType =
  `queue.${"moved" | "called" | "call-missed" | "recalled" | "priority-changed" | "room-changed"}`;

/** A queue, and who follows it besides the doctor and the front desk. */
export type FollowedQueue = {
  id: string;
  doctorId: string;
  hospitalId: string | null;
  /** Those who wait in it. */
  patientIds: string[] | null;
  /** The screens that show it. */
  displayIds: string[] | null;
};

/** An event of a queue, for its doctor, its hospital's front desk, everyone who waits in it and the screens on the wall. */
export function queueEvent(
  type: QueueEventType,
  { id, doctorId, hospitalId, patientIds, displayIds }: FollowedQueue,
): EventDraft {
  const audience: Audience[] = [`doctor:${doctorId}`];
  if (hospitalId) audience.push(`hospital:${hospitalId}`);
  for (const patientId of patientIds ?? []) audience.push(`patient:${patientId}`);
  for (const displayId of displayIds ?? []) audience.push(`display:${displayId}`);
  return { type, aggregate: "waiting-queue", aggregateId: id, audience, refs: { queueId: id }, sinks: ["channels"] };
}
