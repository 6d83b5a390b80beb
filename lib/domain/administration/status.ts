/** Verification of doctors and hospitals: who is listed and who is not. */
export type Verification = "PENDING" | "VERIFIED" | "REJECTED" | "SUSPENDED";
export type Decision = "verify" | "reject" | "suspend";

export const DECISIONS: Record<Decision, { from: readonly Verification[]; to: Verification; needsReason: boolean }> = {
  verify: { from: ["PENDING", "REJECTED", "SUSPENDED"], to: "VERIFIED", needsReason: false },
  reject: { from: ["PENDING"], to: "REJECTED", needsReason: true },
  suspend: { from: ["VERIFIED"], to: "SUSPENDED", needsReason: true },
};

/** Returns the possible decisions in this state, the most favourable first. */
export function decisionsFrom(state: Verification): Decision[] {
  return (Object.keys(DECISIONS) as Decision[]).filter((decision) => DECISIONS[decision].from.includes(state));
}

/** What is known about an account's way in, the most decisive first. */
export const SIGN_IN_FACTS = [
  "suspended",
  "no-password",
  "slowed",
  "wrong-password",
  "link-failed",
  "link-waiting",
  "link-open",
  "email-changed",
  "email-change-pending",
  "sessions-ended",
  "never",
  "fine",
  "signed-in",
] as const;
export type SignInFactCode = (typeof SIGN_IN_FACTS)[number];

/** Those that keep someone out, or may explain it; the others only say how things stand. */
export const HINDRANCES: readonly SignInFactCode[] = [
  "suspended",
  "no-password",
  "slowed",
  "wrong-password",
  "link-failed",
];

/** What ends all sessions of an account, by the action in the audit trail. */
export const SESSION_ENDS = [
  "user.suspend",
  "user.reinstate",
  "user.end-sessions",
  "account.signed-out-everywhere",
  "account.password-changed",
  "account.password-reset",
  "account.email-changed",
] as const;
export type SessionEnd = (typeof SESSION_ENDS)[number];

/** A browser, or a program that uses the API. */
export const SESSION_KINDS = ["BROWSER", "API"] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

/** The invitations that wait at an address: to a hospital's staff, to a doctor, to act for a patient. */
export const INVITATION_KINDS = ["STAFF", "DOCTOR", "FAMILY"] as const;
export type InvitationKind = (typeof INVITATION_KINDS)[number];

/** The steps of a profile's verification, as the audit trail names them behind "doctor." or "hospital.". */
export const PROFILE_STEPS = ["verify", "reject", "suspend"] as const satisfies Decision[];

/** What is counted on a profile's page: of a hospital, or of a doctor. */
export const COUNTED = [
  "staff",
  "doctors",
  "departments",
  "wards",
  "beds",
  "ambulances",
  "hospitals",
  "services",
  "hours",
] as const;
export type CountedThing = (typeof COUNTED)[number];

/** What the overview counts in one statement. */
export type NowCounted = "appointment" | "bed" | "call" | "sign-up" | "signed-in";

/** The doors through which something is done, as the audit trail names them. */
export const AUDIT_WAYS = ["session", "token", "link", "system"] as const;
export type AuditWay = (typeof AUDIT_WAYS)[number];
