import type { EventDraft } from "@/lib/actor/record";

type Member = { id: string; userId: string; hospitalId: string };

/** A hospital's staff has changed: its managers see it, and the person's own open pages refresh at once. */
export function staffEvent(
  type: "staff.added" | "staff.removed" | "staff.role-changed",
  { id, userId, hospitalId }: Member,
): EventDraft {
  return {
    type,
    aggregate: "staff",
    aggregateId: id,
    audience: [`hospital:${hospitalId}`, `user:${userId}`],
    refs: { hospitalId },
    sinks: ["channels", "notifications"],
  };
}

type InvitationEventType = `staff-invitation.${"sent" | "accepted" | "withdrawn" | "expired"}`;

/** A staff invitation was sent, accepted, withdrawn, or has expired. */
export function staffInvitationEvent(
  type: InvitationEventType,
  { id, hospitalId }: { id: string; hospitalId: string },
): EventDraft {
  return {
    type,
    aggregate: "staff-invitation",
    aggregateId: id,
    audience: [`hospital:${hospitalId}`],
    refs: { hospitalId },
    sinks: ["channels"],
  };
}
