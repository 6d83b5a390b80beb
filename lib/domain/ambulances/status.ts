import { isFinal, type LifeCycle } from "@/lib/platform/life-cycle/life-cycle";

/** Vehicles and calls (docs/domain.md §4). */
export const AMBULANCE_KINDS = ["BASIC", "ADVANCED", "ICU", "NEONATAL"] as const;
export type AmbulanceKind = (typeof AMBULANCE_KINDS)[number];

export const AMBULANCE_STATES = ["IN_SERVICE", "OUT_OF_SERVICE"] as const;

/** A vehicle's condition, as in the view "AmbulanceNow": always exactly one of these. */
export const AMBULANCE_CONDITIONS = ["AVAILABLE", "ON_CALL", "OUT_OF_SERVICE"] as const;
export type AmbulanceCondition = (typeof AMBULANCE_CONDITIONS)[number];

/** States that occupy a vehicle, in the order of a call. */
export const VEHICLE_STATUSES = ["DISPATCHED", "EN_ROUTE", "ON_SCENE", "TRANSPORTING", "ARRIVED"] as const;

/** States a person may request by name. */
export const REQUESTABLE_BOOKING_STATUSES = [...VEHICLE_STATUSES, "COMPLETED", "DECLINED", "CANCELLED"] as const;

export const AMBULANCE_BOOKING_STATUSES = ["REQUESTED", ...REQUESTABLE_BOOKING_STATUSES] as const;
export type AmbulanceBookingStatus = (typeof AMBULANCE_BOOKING_STATUSES)[number];
export type RequestableBookingStatus = (typeof REQUESTABLE_BOOKING_STATUSES)[number];

export type OfferStatus = "OPEN" | "DISPATCHED" | "DECLINED" | "CLOSED";

/**
 * The role in which someone acts on a call. `caller`: who called, or acts for the patient. `asked`: staff of a hospital
 * that has an open offer. `sender`: staff of the hospital whose vehicle comes.
 */
export type Role = "caller" | "asked" | "sender" | "system";

/**
 * Which vehicle leaves, and whether its hospital rings back first, is checked where it is sent. DECLINED by a hospital
 * ends its own offer; the call ends so only when no hospital is left.
 */
export const CALL_LIFE_CYCLE: LifeCycle<{
  state: AmbulanceBookingStatus;
  requestable: RequestableBookingStatus;
  role: Role;
  condition: never;
  stamp: "dispatchedAt" | "enRouteAt" | "onSceneAt" | "transportingAt" | "arrivedAt" | "completedAt" | "endedAt";
}> = {
  states: AMBULANCE_BOOKING_STATUSES,
  requestable: REQUESTABLE_BOOKING_STATUSES,
  steps: {
    REQUESTED: { DISPATCHED: { asked: [] }, DECLINED: { asked: ["reason"], system: [] }, CANCELLED: { caller: [] } },
    DISPATCHED: { EN_ROUTE: { sender: [] }, CANCELLED: { caller: [], sender: ["reason"] } },
    EN_ROUTE: { ON_SCENE: { sender: [] }, CANCELLED: { caller: [], sender: ["reason"] } },
    ON_SCENE: { TRANSPORTING: { sender: [] }, CANCELLED: { sender: ["reason"] } },
    TRANSPORTING: { ARRIVED: { sender: [] } },
    ARRIVED: { COMPLETED: { sender: [] } },
  },
  stamps: {
    DISPATCHED: "dispatchedAt",
    EN_ROUTE: "enRouteAt",
    ON_SCENE: "onSceneAt",
    TRANSPORTING: "transportingAt",
    ARRIVED: "arrivedAt",
    COMPLETED: "completedAt",
    DECLINED: "endedAt",
    CANCELLED: "endedAt",
  },
};

/** Tells whether a call in this state occupies a vehicle. */
export function takesVehicle(status: AmbulanceBookingStatus): boolean {
  return (VEHICLE_STATUSES as readonly AmbulanceBookingStatus[]).includes(status);
}

/** Tells whether another vehicle may take over the call: one is on its way, or has someone to transport. */
export function canReplaceVehicle(status: AmbulanceBookingStatus): boolean {
  return takesVehicle(status) && status !== "ARRIVED";
}

/** Tells whether the call has ended. */
export function isOver(status: AmbulanceBookingStatus): boolean {
  return isFinal(CALL_LIFE_CYCLE, status);
}
