import type { Decision, Verification } from "./status";
import type { ProfileKind } from "./schema";

type Tone = "neutral" | "good" | "wait" | "stop" | "accent";

export const VERIFICATION_LABELS: Record<Verification, { label: string; tone: Tone }> = {
  PENDING: { label: "Waits for verification", tone: "wait" },
  VERIFIED: { label: "Verified", tone: "good" },
  REJECTED: { label: "Rejected", tone: "stop" },
  SUSPENDED: { label: "Suspended", tone: "stop" },
};

export const KIND_LABELS: Record<ProfileKind, string> = { doctor: "Doctor", hospital: "Hospital" };

export const DECISION_LABELS: Record<Decision, { label: string; done: string; question: string; text: string }> = {
  verify: { label: "Verify", done: "Verified and listed now", question: "Verify", text: "Patients find and book them from now on." },
  reject: { label: "Reject", done: "Rejected", question: "Reject", text: "They are told why, and can complete what is missing." },
  suspend: {
    label: "Suspend",
    done: "Suspended",
    question: "Suspend",
    text: "They are no longer listed and cannot be booked. Visits that are booked stay as they are.",
  },
};

/** The page's title: what is true of the queue now. */
export function queueTitle(waiting: { doctor: number; hospital: number }): string {
  const total = waiting.doctor + waiting.hospital;
  if (total === 0) return "Nobody waits for verification";
  const parts = [
    waiting.doctor > 0 ? `${waiting.doctor} ${waiting.doctor === 1 ? "doctor" : "doctors"}` : null,
    waiting.hospital > 0 ? `${waiting.hospital} ${waiting.hospital === 1 ? "hospital" : "hospitals"}` : null,
  ].filter((part) => part !== null);
  return `${parts.join(" and ")} ${total === 1 ? "waits" : "wait"} for verification`;
}
