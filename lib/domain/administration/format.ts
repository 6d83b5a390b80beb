import {
  HINDRANCES,
  type AuditWay,
  type CountedThing,
  type Decision,
  type InvitationKind,
  type SessionEnd,
  type SessionKind,
  type Verification,
} from "./status";
import type { Overview } from "./schema-overview";
import type { PersonDetails, SignInFact } from "./schema-people";
import type { AffiliationStatus } from "@/lib/domain/affiliations/status";
import type { Change, ChangeDecisionInput, ProfileKind } from "./schema";
import type { ProfileDetails } from "./schema-profiles";
import { counted } from "@/lib/platform/text/counted";
import type { StatusTone } from "@/lib/platform/life-cycle/words";

export const VERIFICATION_LABELS: Record<Verification, { label: string; tone: StatusTone }> = {
  PENDING: { label: "Awaiting verification", tone: "wait" },
  VERIFIED: { label: "Verified", tone: "good" },
  REJECTED: { label: "Rejected", tone: "stop" },
  SUSPENDED: { label: "Suspended", tone: "stop" },
};

export const KIND_LABELS: Record<ProfileKind, string> = { doctor: "Doctor", hospital: "Hospital" };

export const DECISION_LABELS: Record<Decision, { label: string; done: string; question: string; text: string }> = {
  verify: {
    label: "Verify",
    done: "Verified and listed now",
    question: "Verify",
    text: "Patients can find and book them from now on.",
  },
  reject: {
    label: "Reject",
    done: "Rejected",
    question: "Reject",
    text: "They'll see your reason and can add what is missing.",
  },
  suspend: {
    label: "Suspend",
    done: "Suspended",
    question: "Suspend",
    text: "They are no longer listed and can't be booked. Booked appointments stay as they are.",
  },
};

/** Returns the page's title: the state of the queue. */
export function queueTitle(waiting: { doctor: number; hospital: number }): string {
  const total = waiting.doctor + waiting.hospital;
  if (total === 0) return "No one is awaiting verification";
  const parts = [
    waiting.doctor > 0 ? counted(waiting.doctor, "doctor") : null,
    waiting.hospital > 0 ? counted(waiting.hospital, "hospital") : null,
  ].filter((part) => part !== null);
  return `${parts.join(" and ")} awaiting verification`;
}

export const CHANGE_LABELS: Record<ChangeDecisionInput["decision"], { label: string; done: string; text: string }> = {
  approve: { label: "Approve", done: "Approved and public now", text: "The new values are public at once." },
  reject: { label: "Reject", done: "Rejected", text: "The old values stay public. They'll see your reason." },
};

export function changesTitle(count: number): string {
  if (count === 0) return "No changes to review";
  return counted(count, "change to review", "changes to review");
}

/** The overview's title: what waits for an administrator. */
export function overviewTitle({ doctors, hospitals, changes, reviews }: Overview["waiting"]): string {
  const total = doctors + hospitals + changes + reviews;
  if (total === 0) return "Nothing needs a decision";
  return counted(total, "thing needs a decision", "things need a decision");
}

/** What ended all sessions, as a sentence goes on: "All their sessions ended on Monday, when …". */
const SESSION_END_WORDS: Record<SessionEnd, string> = {
  "user.suspend": "when the account was suspended",
  "user.reinstate": "when the account was reinstated",
  "user.end-sessions": "when an administrator ended them",
  "account.signed-out-everywhere": "when they signed out everywhere",
  "account.password-changed": "when they changed their password",
  "account.password-reset": "when they chose a new password",
  "account.email-changed": "when their address changed",
};

/** Returns what ended the sessions, in words; nothing for what another version has noted. */
export function sessionEndWords(action: string): string {
  return SESSION_END_WORDS[action as SessionEnd] ?? "";
}

export const SESSION_KIND_LABELS: Record<SessionKind, string> = { BROWSER: "Browser", API: "Program (API)" };

export const INVITATION_WORDS: Record<InvitationKind, string> = {
  STAFF: "Invitation to the staff",
  DOCTOR: "Invitation to a doctor",
  FAMILY: "Invitation to a family",
};

/** Says what is true now: whether anything is known that keeps someone out. */
export function signInTitle(facts: readonly Pick<SignInFact, "code">[]): string {
  return facts.some(({ code }) => HINDRANCES.includes(code))
    ? "What keeps them from signing in"
    : "Nothing we know of keeps them from signing in";
}

/** The people an account acts for, by relation; SELF is the patient's own record. */
export const RELATION_WORDS: Record<PersonDetails["acts"][number]["relation"], string> = {
  SELF: "Own record",
  CHILD: "Children",
  PARENT: "Parents",
  SPOUSE: "Spouse",
  OTHER: "Others",
};

export const ACCESS_SCOPE_WORDS: Record<PersonDetails["acts"][number]["scope"], string> = {
  ALL: "everything",
  BOOK: "booking",
  READ: "reading",
};

export const KIND_PLURALS: Record<ProfileKind, string> = { doctor: "doctors", hospital: "hospitals" };

/** The steps of a verification, as they are listed. */
export const PROFILE_STEP_WORDS: Record<ProfileDetails["history"][number]["step"], string> = {
  verify: "Verified",
  reject: "Rejected",
  suspend: "Suspended",
};

export const COUNTED_LABELS: Record<CountedThing, string> = {
  staff: "Staff",
  doctors: "Doctors",
  departments: "Departments",
  wards: "Wards",
  beds: "Beds",
  ambulances: "Ambulances",
  hospitals: "Hospitals",
  services: "Services",
  hours: "Places with hours",
};

export const CHANGE_STATUS_LABELS: Record<Change["status"], { label: string; tone: StatusTone }> = {
  PENDING: { label: "Awaiting review", tone: "wait" },
  APPROVED: { label: "Approved", tone: "good" },
  REJECTED: { label: "Rejected", tone: "stop" },
  WITHDRAWN: { label: "Withdrawn", tone: "neutral" },
};

export const AFFILIATION_LABELS: Record<AffiliationStatus, { label: string; tone: StatusTone }> = {
  ACTIVE: { label: "Active", tone: "good" },
  SUSPENDED: { label: "Suspended", tone: "stop" },
  ENDED: { label: "Ended", tone: "neutral" },
};

/** The doors of the audit trail, in words. */
export const WAY_LABELS: Record<AuditWay, string> = {
  session: "Page",
  token: "API",
  link: "Link",
  system: "CareSync itself",
};
