/** Vehicles and calls (docs/domain.md §4). Pure: the database holds the same table of steps in a trigger. */
export const AMBULANCE_KINDS = ["BASIC", "ADVANCED", "ICU", "NEONATAL"] as const;
export type AmbulanceKind = (typeof AMBULANCE_KINDS)[number];

export const AMBULANCE_STATES = ["IN_SERVICE", "OUT_OF_SERVICE"] as const;

/** What a vehicle is now, as the view "AmbulanceNow" says: every one is exactly one of these. */
export const AMBULANCE_CONDITIONS = ["AVAILABLE", "ON_CALL", "OUT_OF_SERVICE"] as const;
export type AmbulanceCondition = (typeof AMBULANCE_CONDITIONS)[number];

export const AMBULANCE_BOOKING_STATUSES = [
  "REQUESTED",
  "DISPATCHED",
  "EN_ROUTE",
  "ON_SCENE",
  "TRANSPORTING",
  "ARRIVED",
  "COMPLETED",
  "DECLINED",
  "CANCELLED",
] as const;
export type AmbulanceBookingStatus = (typeof AMBULANCE_BOOKING_STATUSES)[number];

/** Those that take a vehicle. */
export const VEHICLE_STATUSES = [
  "DISPATCHED",
  "EN_ROUTE",
  "ON_SCENE",
  "TRANSPORTING",
  "ARRIVED",
] as const satisfies AmbulanceBookingStatus[];

/** Those a person may ask for by name. */
export const REQUESTABLE_BOOKING_STATUSES = [
  "DISPATCHED",
  "EN_ROUTE",
  "ON_SCENE",
  "TRANSPORTING",
  "ARRIVED",
  "COMPLETED",
  "DECLINED",
  "CANCELLED",
] as const satisfies AmbulanceBookingStatus[];
export type RequestableBookingStatus = (typeof REQUESTABLE_BOOKING_STATUSES)[number];

export type OfferStatus = "OPEN" | "DISPATCHED" | "DECLINED" | "CLOSED";

/**
 * In which capacity someone acts on a call. `caller`: who asked, or acts for the patient. `asked`: staff of a hospital
 * that is asked and has not answered. `sender`: staff of the hospital whose vehicle comes.
 */
export type Role = "caller" | "asked" | "sender" | "system";

type Step = Partial<Record<Role, "reason"[]>>;

/**
 * from → to → who may, and whether they say why. Which vehicle leaves, and whether its hospital rings back first, is
 * looked at where it is sent. DECLINED by a hospital ends its own offer; the call ends so only when nobody is left.
 */
export const TRANSITIONS: Partial<Record<AmbulanceBookingStatus, Partial<Record<AmbulanceBookingStatus, Step>>>> = {
  REQUESTED: { DISPATCHED: { asked: [] }, DECLINED: { asked: ["reason"], system: [] }, CANCELLED: { caller: [] } },
  DISPATCHED: { EN_ROUTE: { sender: [] }, CANCELLED: { caller: [], sender: ["reason"] } },
  EN_ROUTE: { ON_SCENE: { sender: [] }, CANCELLED: { caller: [], sender: ["reason"] } },
  ON_SCENE: { TRANSPORTING: { sender: [] }, CANCELLED: { sender: ["reason"] } },
  TRANSPORTING: { ARRIVED: { sender: [] } },
  ARRIVED: { COMPLETED: { sender: [] } },
};

/** Whether a call in this state takes a vehicle. */
export function takesVehicle(status: AmbulanceBookingStatus): boolean {
  return (VEHICLE_STATUSES as readonly AmbulanceBookingStatus[]).includes(status);
}

/** Whether another vehicle may take the call over: one is on its way, or has someone to bring. */
export function canReplaceVehicle(status: AmbulanceBookingStatus): boolean {
  return takesVehicle(status) && status !== "ARRIVED";
}

/** Whether the call is over. */
export function isOver(status: AmbulanceBookingStatus): boolean {
  return TRANSITIONS[status] === undefined;
}
