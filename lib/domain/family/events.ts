import type { Audience } from "@/lib/actor/audience";
import type { EventDraft } from "@/lib/actor/record";

type Access = { id: string; patientId: string; userId: string };

/** The person concerned, and all who act for the patient. */
const family = (patientId: string, userId: string): Audience[] => [
  `user:${userId}`,
  `patient:${patientId}`,
  `record:${patientId}`,
];

/** Someone may act for a patient from now on, in another way, or no longer. */
export function accessEvent(
  type: "patient-access.granted" | "patient-access.changed" | "patient-access.revoked",
  { id, patientId, userId }: Access,
): EventDraft {
  return {
    type,
    aggregate: "patient-access",
    aggregateId: id,
    audience: family(patientId, userId),
    refs: { patientId },
    sinks: ["channels", "notifications"],
  };
}

/** A child's name or date of birth was corrected. */
export function childChanged(patientId: string): EventDraft {
  return {
    type: "patient.changed",
    aggregate: "patient",
    aggregateId: patientId,
    audience: [`patient:${patientId}`, `record:${patientId}`],
    refs: { patientId },
    sinks: ["channels"],
  };
}

type Invitation = { id: string; patientId: string; createdByUserId: string };
type InvitationEventType = `family-invitation.${"created" | "resent" | "accepted" | "withdrawn" | "expired"}`;

/** An invitation to act for a patient was sent, sent again, accepted, withdrawn, or has expired. */
export function familyInvitationEvent(
  type: InvitationEventType,
  { id, patientId, createdByUserId }: Invitation,
): EventDraft {
  return {
    type,
    aggregate: "family-invitation",
    aggregateId: id,
    audience: family(patientId, createdByUserId),
    refs: { patientId },
    sinks: ["channels", "notifications"],
  };
}
