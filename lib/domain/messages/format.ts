import type { StatusTone } from "@/lib/platform/life-cycle/words";
import type { MessageChannel, MessageState } from "./status";

export const CHANNEL_LABELS: Record<MessageChannel, string> = {
  EMAIL: "Email",
  PUSH: "Push",
  SMS: "Text message",
  IN_APP: "In the portal",
};

export const STATE_LABELS: Record<MessageState, string> = {
  DUE: "Waiting",
  SENDING: "On its way",
  SENT: "Sent",
  FAILED: "Trying again",
  GIVEN_UP: "Not sent",
  CANCELLED: "Cancelled",
};

const STATE_TONES: Record<MessageState, StatusTone> = {
  DUE: "wait",
  SENDING: "accent",
  SENT: "good",
  FAILED: "wait",
  GIVEN_UP: "stop",
  CANCELLED: "neutral",
};

/** How a message's state is shown. Without a provider nothing has gone wrong: it waits in the outbox. */
export function stateBadge({ state, answer }: { state: MessageState; answer: string | null }) {
  if (state === "GIVEN_UP" && answer === "not-configured")
    return { tone: "neutral" as const, label: "Kept in the outbox" };
  return { tone: STATE_TONES[state], label: STATE_LABELS[state] };
}

/** What CareSync itself has noted about a message, rather than a provider. */
const ANSWER_WORDS: Record<string, string> = {
  "account-suspended": "Account suspended",
  expired: "Too late to be of use",
  "no-access": "No longer acts for the patient",
  read: "Already read in the portal",
  unwanted: "Turned off by its reader",
  "not-configured": "No provider set up",
  "no-address": "No address or phone number",
  "no-device": "No device",
  "push-no-answer": "The push service didn’t answer",
  timeout: "No answer in time",
  interrupted: "Interrupted",
  fault: "Something went wrong on our side",
};

/** Returns an answer in words; what a provider answered is a code for those who look for the cause. */
export function answerWords(answer: string): string {
  return ANSWER_WORDS[answer] ?? answer;
}

/** What a message is about: a kind of its own, or the part of the product its event belongs to. Never more. */
const REASON_WORDS: Record<string, string> = {
  "password-reset": "Password reset",
  "password-changed": "Password changed",
  "email-change": "Consent to a new address",
  "email-change-notice": "Notice of a new address",
  "email-changed": "Address changed",
  "address-taken": "Someone tried to sign up",
  "staff-invitation": "Invitation to the staff",
  "doctor-invitation": "Invitation to a doctor",
  "family-invitation": "Invitation to a family",
  reminder: "Reminder",
  "appointment.reminded": "Reminder",
  appointment: "Appointment",
  answers: "Questions before an appointment",
  conversation: "Message about an appointment",
  waitlist: "Waitlist",
  recall: "Time for the next appointment",
  "bed-booking": "Hospital stay",
  "ambulance-booking": "Ambulance",
  encounter: "Notes from a visit",
  prescription: "Prescription",
  "record-grant": "Sharing a record",
  "record-link": "Sharing a record",
  "emergency-access": "Emergency access",
  patient: "Patient record",
  "patient-access": "Acting for someone",
  doctor: "Profile",
  hospital: "Hospital",
  staff: "Staff",
  invitation: "Invitation",
  affiliation: "Affiliation",
};

/** Returns what a message is about, in words for its reader. */
export function reasonWords(reason: string): string {
  return REASON_WORDS[reason] ?? REASON_WORDS[reason.split(".")[0] ?? ""] ?? "Message";
}
