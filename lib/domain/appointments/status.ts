import { isFinal, type LifeCycle } from "@/lib/platform/life-cycle/life-cycle";

/** The life of an appointment (docs/domain.md §3). */
export const APPOINTMENT_STATUSES = [
  "HELD",
  "PENDING",
  "CONFIRMED",
  "CHECKED_IN",
  "IN_PROGRESS",
  "COMPLETED",
  "DECLINED",
  "CANCELLED",
  "EXPIRED",
  "NO_SHOW",
  "LEFT",
] as const;

export type AppointmentStatus = (typeof APPOINTMENT_STATUSES)[number];

/** Statuses a person may request by name; the others follow from booking or time. */
export const REQUESTABLE_STATUSES = [
  "CONFIRMED",
  "DECLINED",
  "CANCELLED",
  "CHECKED_IN",
  "IN_PROGRESS",
  "COMPLETED",
  "NO_SHOW",
  "LEFT",
] as const satisfies AppointmentStatus[];

export type RequestableStatus = (typeof REQUESTABLE_STATUSES)[number];

/** The role in which someone acts on an appointment; one person may have several. */
export type Role = "patient" | "doctor" | "staff" | "system";

/**
 * What must be true besides role and status. `listed`: nothing new is agreed with a doctor who is not verified (any
 * more), and no visit with one starts; a started one can be completed, and everything can be cancelled.
 */
export type Condition = "notice" | "near-start" | "that-day" | "started" | "signed" | "listed";

/** How long after a step it can be undone, in minutes; the database's trigger allows a minute more for the request. */
export const UNDO_MINUTES = 30;

/** A booking never changes a hold: the hold expires, and the appointment is a row of its own. */
export const APPOINTMENT_LIFE_CYCLE: LifeCycle<{
  state: AppointmentStatus;
  requestable: RequestableStatus;
  role: Role;
  condition: Condition;
  stamp: "confirmedAt" | "checkedInAt" | "startedAt" | "completedAt" | "endedAt";
}> = {
  states: APPOINTMENT_STATUSES,
  requestable: REQUESTABLE_STATUSES,
  steps: {
    HELD: { EXPIRED: { patient: [], system: [] } },
    PENDING: {
      CONFIRMED: { doctor: ["listed"], staff: ["listed"] },
      DECLINED: { doctor: ["reason"], staff: ["reason"] },
      CANCELLED: { patient: ["notice"], doctor: ["reason"], staff: ["reason"] },
      EXPIRED: { system: ["started"] },
    },
    CONFIRMED: {
      CANCELLED: { patient: ["notice"], doctor: ["reason"], staff: ["reason"] },
      CHECKED_IN: { patient: ["near-start"], doctor: ["that-day"], staff: ["that-day"] },
      IN_PROGRESS: { doctor: ["listed"] },
      NO_SHOW: { doctor: ["started"], staff: ["started"] },
    },
    CHECKED_IN: {
      IN_PROGRESS: { doctor: ["listed"] },
      NO_SHOW: { doctor: ["started"], staff: ["started"] },
      LEFT: { doctor: [], staff: [] },
    },
    IN_PROGRESS: { COMPLETED: { doctor: ["signed"] } },
  },
  undo: {
    CHECKED_IN: { by: ["doctor", "staff"] },
    IN_PROGRESS: { by: ["doctor"], withinMinutes: UNDO_MINUTES },
    NO_SHOW: { by: ["doctor", "staff"], withinMinutes: UNDO_MINUTES },
    LEFT: { by: ["doctor", "staff"], withinMinutes: UNDO_MINUTES },
  },
  stamps: {
    CONFIRMED: "confirmedAt",
    CHECKED_IN: "checkedInAt",
    IN_PROGRESS: "startedAt",
    COMPLETED: "completedAt",
    DECLINED: "endedAt",
    CANCELLED: "endedAt",
    EXPIRED: "endedAt",
    NO_SHOW: "endedAt",
    LEFT: "endedAt",
  },
  sameChoice: { CANCELLED: "DECLINED" },
};

/** Whether an appointment in this state does not take place. */
export function isCancelled(status: AppointmentStatus): boolean {
  return status === "DECLINED" || status === "CANCELLED" || status === "EXPIRED";
}

/** Whether an appointment in this state takes the doctor's and the patient's time. */
export function isLive(status: AppointmentStatus): boolean {
  return !isFinal(APPOINTMENT_LIFE_CYCLE, status);
}
