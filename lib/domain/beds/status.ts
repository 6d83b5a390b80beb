import { isFinal, type LifeCycle } from "@/lib/platform/life-cycle/life-cycle";

/** Wards, beds and stays (docs/domain.md §4). */
export const WARD_KINDS = ["GENERAL", "ICU", "HDU", "MATERNITY", "PAEDIATRIC", "ISOLATION", "EMERGENCY"] as const;
export type WardKind = (typeof WARD_KINDS)[number];

/** Whether a bed could take someone. Whether it is taken follows from its bookings. */
export const BED_STATES = ["READY", "CLEANING", "OUT_OF_SERVICE"] as const;
export type BedState = (typeof BED_STATES)[number];

/** What a bed is now, state and bookings together: each bed is exactly one of these (the view "BedNow"). */
export const BED_CONDITIONS = ["FREE", "RESERVED", "OCCUPIED", "CLEANING", "OUT_OF_SERVICE"] as const;
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

/** Those that are not over. */
export const OPEN_STATUSES = ["REQUESTED", "RESERVED", "ADMITTED"] as const satisfies BedBookingStatus[];

/** Those a person may ask for by name; a request is made by asking, and time alone lets one expire. */
export const REQUESTABLE_STATUSES = [
  "RESERVED",
  "ADMITTED",
  "DISCHARGED",
  "DECLINED",
  "CANCELLED",
] as const satisfies BedBookingStatus[];
export type RequestableStatus = (typeof REQUESTABLE_STATUSES)[number];

/** In which capacity someone acts on a stay; one person may hold several. */
export type Role = "patient" | "staff" | "system";

/**
 * What has to hold besides role and state. `bed`: a bed is named or held already. `live`: the reservation has not run
 * out. `listed`: a hospital that is not verified (any more) agrees to nothing new; whoever lies there is cared for.
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

/** Whether it is not over yet. */
export function isOpen(status: BedBookingStatus): boolean {
  return !isFinal(BED_BOOKING_LIFE_CYCLE, status);
}
