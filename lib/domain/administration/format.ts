import type { Decision, Verification } from "./status";
import type { ChangeDecisionInput, ProfileKind } from "./schema";
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
