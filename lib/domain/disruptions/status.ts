import type { LifeCycle } from "@/lib/platform/life-cycle/life-cycle";

export const DISRUPTION_KINDS = ["AWAY", "LATE", "HOLIDAY", "CLOSED"] as const;
export type DisruptionKind = (typeof DISRUPTION_KINDS)[number];

export const DISRUPTION_STATUSES = ["PREPARED", "ANNOUNCED", "ENDED", "UNDONE"] as const;
export type DisruptionStatus = (typeof DISRUPTION_STATUSES)[number];

/** The job that tells the patients; the timer finds what a dead worker has left. */
export const TELL_TASK = "tell-patients";

/** How long a disruption can be undone before the patients are told, unless someone has them told at once. */
export const UNDO_SECONDS = 120;

/** How late a doctor can be said to be; a doctor who is later than that is away. */
export const LATE_MINUTES = { least: 5, most: 480 } as const;

/** The most dates one can cover: what is planned for longer is a change of the hours. */
export const MAX_AWAY_DAYS = 92;

/** The most affected appointments that a preview lists, the earliest first; it counts all. */
export const MAX_PREVIEWED = 100;

/** What must be true besides role and state: telling is due, or the last of it is over. */
type Condition = "due" | "over";

/** The most holidays that are closed at once: a year's. */
export const MAX_HOLIDAYS = 60;

/** How many years ahead holidays are closed: what the law says later isn't known yet. */
export const HOLIDAY_YEARS_AHEAD = 5;

/** The life of a disruption (docs/domain.md §3). */
export const DISRUPTION_LIFE_CYCLE: LifeCycle<{
  state: DisruptionStatus;
  requestable: Exclude<DisruptionStatus, "PREPARED">;
  role: "practice" | "system";
  condition: Condition;
  stamp: "announcedAt" | "endedAt" | "undoneAt";
}> = {
  states: DISRUPTION_STATUSES,
  requestable: ["ANNOUNCED", "ENDED", "UNDONE"],
  steps: {
    PREPARED: { ANNOUNCED: { practice: [], system: ["due"] }, UNDONE: { practice: [] } },
    ANNOUNCED: { ENDED: { practice: [], system: ["over"] } },
  },
  stamps: { ANNOUNCED: "announcedAt", ENDED: "endedAt", UNDONE: "undoneAt" },
};

/** What has become of an affected appointment. CHOSEN: its patient has chosen another time; MOVED: the practice has. */
export const VISIT_STANDS = ["WAITING", "NEEDS_TIME", "CHOSEN", "MOVED", "CANCELLED", "KEPT"] as const;
export type VisitStand = (typeof VISIT_STANDS)[number];
