import { isFinal, type LifeCycle } from "@/lib/platform/life-cycle/life-cycle";

/** Wards, beds and stays (docs/domain.md §4). */
export const WARD_KINDS = ["GENERAL", "ICU", "HDU", "MATERNITY", "PAEDIATRIC", "ISOLATION", "EMERGENCY"] as const;
export type WardKind = (typeof WARD_KINDS)[number];

/** Whether a bed can be used. Whether it is occupied follows from its bookings. */
export const BED_STATES = ["READY", "CLEANING", "OUT_OF_SERVICE"] as const;
export type BedState = (typeof BED_STATES)[number];

/**
 * A bed's condition, from state, bookings and closings together: always exactly one of these (the view "BedNow"). Someone who
 * lies in a closed bed still occupies it.
 */
export const BED_CONDITIONS = ["FREE", "RESERVED", "OCCUPIED", "CLEANING", "OUT_OF_SERVICE", "CLOSED"] as const;
export type BedCondition = (typeof BED_CONDITIONS)[number];

export const BED_BOOKING_STATUSES = [
  "REQUESTED",
  "RESERVED",
  "ADMITTED",
  "DISCHARGED",
  "DECLINED",
  "CANCELLED",
  "EXPIRED",
] as const;
export type BedBookingStatus = (typeof BED_BOOKING_STATUSES)[number];

/** Statuses that are not final. */
export const OPEN_STATUSES = ["REQUESTED", "RESERVED", "ADMITTED"] as const satisfies BedBookingStatus[];

/** Statuses a person may request by name; a request is created by asking, and only time expires one. */
export const REQUESTABLE_STATUSES = [
  "RESERVED",
  "ADMITTED",
  "DISCHARGED",
  "DECLINED",
  "CANCELLED",
] as const satisfies BedBookingStatus[];
export type RequestableStatus = (typeof REQUESTABLE_STATUSES)[number];

/** The role in which someone acts on a stay; one person may have several. */
export type Role = "patient" | "staff" | "system";

/**
 * What must be true besides role and status. `bed`: a bed is named or assigned already. `live`: the reservation has not
 * expired. `listed`: a hospital that is not verified (any more) agrees to nothing new, but cares for its patients.
 */
export type Condition = "bed" | "live" | "listed";

/** How long after a discharge it can be undone, in minutes; the database's trigger allows a minute more for the request. */
export const UNDO_MINUTES = 30;

/** A reservation that changes within its state moves to another bed or is reserved for longer; a stay gets another planned end. */
export const BED_BOOKING_LIFE_CYCLE: LifeCycle<{
  state: BedBookingStatus;
  requestable: RequestableStatus;
  role: Role;
  condition: Condition;
  stamp: "reservedAt" | "admittedAt" | "dischargedAt" | "endedAt";
}> = {
  states: BED_BOOKING_STATUSES,
  requestable: REQUESTABLE_STATUSES,
  steps: {
    REQUESTED: {
      RESERVED: { staff: ["listed", "bed"] },
      DECLINED: { staff: ["reason"] },
      CANCELLED: { patient: [], staff: ["reason"] },
      EXPIRED: { system: [] },
    },
    RESERVED: {
      RESERVED: { staff: ["live"] },
      ADMITTED: { staff: ["live"] },
      DECLINED: { staff: ["reason"] },
      CANCELLED: { patient: [], staff: ["reason"] },
      EXPIRED: { system: [] },
    },
    ADMITTED: {
      ADMITTED: { staff: [] },
      DISCHARGED: { staff: [] },
    },
  },
  undo: { DISCHARGED: { by: ["staff"], withinMinutes: UNDO_MINUTES } },
  stamps: {
    RESERVED: "reservedAt",
    ADMITTED: "admittedAt",
    DISCHARGED: "dischargedAt",
    DECLINED: "endedAt",
    CANCELLED: "endedAt",
    EXPIRED: "endedAt",
  },
  sameChoice: { CANCELLED: "DECLINED" },
};

/** Tells whether it is not over yet. */
export function isOpen(status: BedBookingStatus): boolean {
  return !isFinal(BED_BOOKING_LIFE_CYCLE, status);
}
