import type { EventDraft } from "@/lib/platform/events/record";

/** How much a hospital can take has changed: free beds or vehicles, or what is on its way there. */
export function capacityChanged(hospitalId: string): EventDraft {
  return {
    type: "capacity.changed",
    aggregate: "hospital",
    aggregateId: hospitalId,
    audience: [`hospital:${hospitalId}`, `public-hospital:${hospitalId}`],
    refs: { hospitalId },
    sinks: ["channels"],
  };
}

/** What a hospital says of itself has changed: its own pages and its public one read again. */
export function hospitalChanged(hospitalId: string): EventDraft {
  return {
    type: "hospital.changed",
    aggregate: "hospital",
    aggregateId: hospitalId,
    audience: [`hospital:${hospitalId}`, `public-hospital:${hospitalId}`],
    refs: { hospitalId },
    sinks: ["channels"],
  };
}

type Member = { id: string; userId: string; hospitalId: string };

/** Who works for a hospital has changed: its managers see it, and the person's own open pages read again at once. */
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

/** A place on the staff was offered, taken up, taken back, or has run out. */
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
