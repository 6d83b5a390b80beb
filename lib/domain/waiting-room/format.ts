import type { PriorityReason, TicketState } from "@/lib/domain/queues/status";
import { counted } from "@/lib/platform/text/counted";

export const PRIORITY_LABELS: Record<PriorityReason, string> = {
  URGENT_SYMPTOMS: "Urgent symptoms",
  PAIN: "Severe pain",
  CHILD: "Small child",
  FRAIL: "Frail, or can't wait long",
  OTHER: "Another reason",
};

export const TICKET_LABELS: Record<TicketState, string> = {
  WAITING: "Waiting",
  CALLED: "Called now",
  SET_ASIDE: "Missed both calls",
  IN_PROGRESS: "With the doctor",
  OVER: "Over",
};

/** In which order people are called, as everyone who waits may read it. */
export const ORDER_RULES = [
  "Urgent patients go first. The doctor or the front desk decides who is urgent.",
  "Then it goes by the time of the appointment. If you have none, or came more than 15 minutes late, it goes by when you arrived.",
  "If you miss your call, you’re called again after the next two patients.",
  "If you miss two calls, tell the front desk that you’re back. You’re called after the next two patients.",
] as const;

/** Says how long someone will wait: "about 20–35 min". */
export function waitText({ low, high }: { low: number; high: number }): string {
  if (high <= 5) return "a few minutes";
  if (low === 0) return `up to ${high} min`;
  return low === high ? `about ${low} min` : `about ${low}–${high} min`;
}

/** Says how many are before someone: "You're next", "2 people are before you". */
export function aheadText(ahead: number): string {
  if (ahead === 0) return "You're next.";
  return ahead === 1 ? "1 person is before you." : `${ahead} people are before you.`;
}

/** The page's title: "3 patients waiting". */
export function waitingTitle(waiting: number): string {
  return waiting === 0 ? "No one is waiting" : `${counted(waiting, "patient")} waiting`;
}
