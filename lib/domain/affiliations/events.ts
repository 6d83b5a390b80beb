import type { Audience } from "@/lib/actor/audience";
import type { EventDraft } from "@/lib/actor/record";
import type { InvitationDirection, InvitationStatus } from "./status";

type Invitation = { id: string; hospitalId: string; doctorId: string | null; direction: InvitationDirection };
type Affiliation = { id: string; hospitalId: string; doctorId: string };

/** The outcome of an invitation, and of a request to join: two kinds of notification. */
const TYPES: Record<InvitationDirection, Record<InvitationStatus, string>> = {
  INVITATION: {
    PENDING: "invitation.created",
    ACCEPTED: "invitation.accepted",
    DECLINED: "invitation.declined",
    WITHDRAWN: "invitation.withdrawn",
    EXPIRED: "invitation.expired",
  },
  REQUEST: {
    PENDING: "invitation.requested",
    ACCEPTED: "invitation.request-accepted",
    DECLINED: "invitation.request-declined",
    WITHDRAWN: "invitation.request-withdrawn",
    EXPIRED: "invitation.request-expired",
  },
};

/**
 * An invitation or request has reached `status`. Open pages of both sides refresh; the doctor and each of the
 * hospital's managers are notified, coordinators aren't involved.
 */
export function invitationEvent(status: InvitationStatus, invitation: Invitation, managerIds: string[]): EventDraft {
  const { id, hospitalId, doctorId, direction } = invitation;
  const doctor: Audience[] = doctorId ? [`doctor:${doctorId}`] : [];
  return {
    type: TYPES[direction][status],
    aggregate: "invitation",
    aggregateId: id,
    audience: [...doctor, `hospital:${hospitalId}`, ...managerIds.map((userId): Audience => `user:${userId}`)],
    refs: { invitationId: id, hospitalId, ...(doctorId ? { doctorId } : {}) },
    sinks: ["channels", "notifications"],
  };
}

export type AffiliationEventType =
  | "affiliation.created"
  | "affiliation.suspended"
  | "affiliation.reinstated"
  | "affiliation.ended"
  | "affiliation.changed";

/** An affiliation was created or changed. The hospital's and the doctor's own events cover its public side. */
export function affiliationEvent(
  type: AffiliationEventType,
  { id, doctorId, hospitalId }: Affiliation,
  managerIds: string[] = [],
): EventDraft {
  return {
    type,
    aggregate: "affiliation",
    aggregateId: id,
    audience: [
      `doctor:${doctorId}`,
      `hospital:${hospitalId}`,
      ...managerIds.map((userId): Audience => `user:${userId}`),
    ],
    refs: { affiliationId: id, doctorId, hospitalId },
    sinks: ["channels", "notifications"],
  };
}
