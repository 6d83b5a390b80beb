/**
 * How doctors and hospitals join and part (docs/domain.md §1 and §5). Pure; database triggers guard the final states.
 */
export const INVITATION_STATUSES = ["PENDING", "ACCEPTED", "DECLINED", "WITHDRAWN", "EXPIRED"] as const;
export type InvitationStatus = (typeof INVITATION_STATUSES)[number];

/** Who started it: the hospital invites, or the doctor asks to join. */
export const INVITATION_DIRECTIONS = ["INVITATION", "REQUEST"] as const;
export type InvitationDirection = (typeof INVITATION_DIRECTIONS)[number];

export const AFFILIATION_STATUSES = ["ACTIVE", "SUSPENDED", "ENDED"] as const;
export type AffiliationStatus = (typeof AFFILIATION_STATUSES)[number];

/** The two sides; managers act for the hospital. One person can be both. */
export type Side = "doctor" | "hospital";

/** The side that started it may withdraw it while it is pending. */
export function askingSide(direction: InvitationDirection): Side {
  return direction === "INVITATION" ? "hospital" : "doctor";
}

/** The other side accepts or declines. */
export function answeringSide(direction: InvitationDirection): Side {
  return direction === "INVITATION" ? "doctor" : "hospital";
}

export type AffiliationStep = { by: readonly Side[]; needsReason: boolean };

/** from → to → who may. A doctor may always leave; after ENDED there is only a new affiliation. */
export const AFFILIATION_STEPS: Record<AffiliationStatus, Partial<Record<AffiliationStatus, AffiliationStep>>> = {
  ACTIVE: {
    SUSPENDED: { by: ["hospital"], needsReason: true },
    ENDED: { by: ["hospital", "doctor"], needsReason: true },
  },
  SUSPENDED: {
    ACTIVE: { by: ["hospital"], needsReason: false },
    ENDED: { by: ["hospital", "doctor"], needsReason: true },
  },
  ENDED: {},
};

/** How long an invitation or a request can be answered. */
export const INVITATION_DAYS = 14;

/** Returns when a new one expires. */
export function expiryOf(now: Date): Date {
  return new Date(now.getTime() + INVITATION_DAYS * 24 * 3600_000);
}
