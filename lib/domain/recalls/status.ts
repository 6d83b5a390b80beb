import type { LifeCycle } from "@/lib/platform/life-cycle/life-cycle";

/** What a doctor and a patient decide of a recall (docs/domain.md §3). */
export const RECALL_STATUSES = ["OPEN", "DISMISSED", "REMOVED"] as const;
export type RecallStatus = (typeof RECALL_STATUSES)[number];

/** What has become of it, as the view RecallNow says: an open one is BOOKED as long as an appointment meets it. */
export const RECALL_STATES = ["OPEN", "BOOKED", "DISMISSED", "REMOVED"] as const;
export type RecallState = (typeof RECALL_STATES)[number];

export const RECALL_LIFE_CYCLE: LifeCycle<{
  state: RecallStatus;
  requestable: "DISMISSED" | "REMOVED";
  role: "patient" | "doctor";
  condition: never;
  stamp: "endedAt";
}> = {
  states: RECALL_STATUSES,
  requestable: ["DISMISSED", "REMOVED"],
  steps: { OPEN: { DISMISSED: { patient: [] }, REMOVED: { doctor: [] } } },
  stamps: { DISMISSED: "endedAt", REMOVED: "endedAt" },
};

/** How urgent an open recall is: its month is still far, near, or over. */
export const DUENESS = ["LATER", "DUE", "OVERDUE"] as const;
export type Dueness = (typeof DUENESS)[number];

/** Which recalls a list has. */
export const RECALL_VIEWS = ["due", "later", "booked", "dismissed"] as const;
export type RecallView = (typeof RECALL_VIEWS)[number];

/** So many are open at most for a patient with one doctor. */
export const MOST_RECALLS = 10;
/** How far ahead one is set, in months. */
export const MOST_MONTHS = 60;
