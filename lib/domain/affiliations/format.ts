import { counted } from "@/lib/platform/text/counted";
import type { AffiliationStatus, InvitationStatus } from "./status";

/** The texts for one that can no longer be answered. */
export const OVER_WORDS: Record<Exclude<InvitationStatus, "PENDING">, string> = {
  ACCEPTED: "This has already been accepted.",
  DECLINED: "This has already been declined.",
  WITHDRAWN: "This has been withdrawn.",
  EXPIRED: "This wasn't answered within 14 days, so it has expired.",
};

/** "3 upcoming appointments": what suspending or ending affects. */
export function comingVisitsText(count: number): string {
  if (count === 0) return "No upcoming appointments here.";
  return counted(count, "upcoming appointment here.", "upcoming appointments here.");
}

type Standing = { tone: "good" | "wait" | "stop" | "neutral"; label: string };

/** The status of an invitation. */
export const INVITATION_STANDING: Record<InvitationStatus, Standing> = {
  PENDING: { tone: "wait", label: "Not answered yet" },
  ACCEPTED: { tone: "good", label: "Accepted" },
  DECLINED: { tone: "stop", label: "Declined" },
  WITHDRAWN: { tone: "neutral", label: "Withdrawn" },
  EXPIRED: { tone: "neutral", label: "Not answered in time" },
};

type PartingWords = { label: string; question: (who: string) => string; text: string; done: string };

/** The texts of each change of an affiliation; LEAVE is a doctor's own ENDED. */
export const PARTING_WORDS: Record<AffiliationStatus | "LEAVE", PartingWords> = {
  ACTIVE: {
    label: "Reinstate",
    question: (who) => `Reinstate ${who}?`,
    text: "The hours here open again, and patients can book straight away.",
    done: "Reinstated. The doctor has been notified.",
  },
  SUSPENDED: {
    label: "Suspend",
    question: (who) => `Suspend ${who}?`,
    text: "Patients can't book the doctor here until you reinstate them. Booked appointments stay.",
    done: "Suspended. The doctor has been notified.",
  },
  ENDED: {
    label: "End the affiliation",
    question: (who) => `End the affiliation with ${who}?`,
    text: "The doctor's hours here close. Upcoming appointments are kept, and their patients are asked to choose another time.",
    done: "Ended. The doctor has been notified.",
  },
  LEAVE: {
    label: "Leave",
    question: (who) => `Leave ${who}?`,
    text: "Your hours there close. Upcoming appointments are kept, and their patients are asked to choose another time.",
    done: "You have left. The hospital has been notified.",
  },
};
