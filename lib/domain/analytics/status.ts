import type { AppointmentStatus } from "@/lib/domain/appointments/status";

/** How a day's appointments are broken down; `ALL` is the whole day. */
export type DayPart = "ALL" | "HOUR" | "LEAD" | "REMINDED";

/** The ten states of an appointment, as columns of `VisitDay`. */
export const STATE_COUNTS = [
  "pending",
  "confirmed",
  "checkedIn",
  "inProgress",
  "completed",
  "declined",
  "cancelled",
  "expired",
  "noShow",
  "left",
] as const;

/** The columns of `VisitDay` that are added up. */
export const VISIT_COUNTS = [
  ...STATE_COUNTS,
  "attending",
  "leadMinutes",
  "waited",
  "waitedLong",
  "waitSeconds",
  "bookedMinutes",
  "cameMinutes",
  "offeredMinutes",
  "offers",
  "offersTaken",
  "filledMinutes",
  "earlierMinutes",
] as const;
export type VisitCounts = Record<(typeof VISIT_COUNTS)[number], number>;

/** The columns of `StayDay` that are added up. */
export const STAY_COUNTS = [
  "came",
  "cameSeconds",
  "went",
  "wentSeconds",
  "admitted",
  "discharged",
  "staySeconds",
  "turned",
  "emptySeconds",
] as const;
export type StayCounts = Record<(typeof STAY_COUNTS)[number], number>;

/** The columns of `CallDay` that are added up. */
export const CALL_COUNTS = [
  "calls",
  "completed",
  "cancelled",
  "dispatched",
  "dispatchSeconds",
  "reached",
  "reachSeconds",
  "withinEight",
  "withinFifteen",
] as const;
export type CallCounts = Record<(typeof CALL_COUNTS)[number], number>;

/** From how many days before the appointment it was booked: the start of each band. */
export const LEAD_BANDS = [0, 1, 3, 7, 14, 30] as const;

/** A wait of more than this is a long one. */
export const LONG_WAIT_MINUTES = 30;

/** The tables of a report that are files, too. */
export const REPORT_TABLES = [
  "days",
  "hours",
  "leads",
  "reminders",
  "doctors",
  "departments",
  "places",
  "beds",
  "calls",
] as const;
export type ReportTable = (typeof REPORT_TABLES)[number];

/** What else is counted at a hospital, as the lists behind its numbers have it. */
export const COUNTED_OPERATIONS = ["stays", "discharges", "turnovers", "calls", "gains"] as const;
export type CountedOperation = (typeof COUNTED_OPERATIONS)[number];

/** What became of an appointment, as the lists behind the numbers are narrowed by it. */
export const OUTCOMES = {
  came: ["CHECKED_IN", "IN_PROGRESS", "COMPLETED"],
  missed: ["NO_SHOW"],
  left: ["LEFT"],
  cancelled: ["CANCELLED"],
  refused: ["DECLINED", "EXPIRED"],
  open: ["PENDING", "CONFIRMED"],
} as const satisfies Record<string, readonly AppointmentStatus[]>;
export type Outcome = keyof typeof OUTCOMES;
