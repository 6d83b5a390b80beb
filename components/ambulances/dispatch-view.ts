import type { CallCard, VehicleCard } from "@/lib/domain/ambulances/format";
import type { AmbulanceBookingStatus, AmbulanceCondition, AmbulanceKind } from "@/lib/domain/ambulances/status";

/** A free vehicle that may be sent to a call, the best one first. */
export type VehicleChoice = { id: string; registration: string; kind: AmbulanceKind };
export type CallOnBoard = CallCard & {
  vehicles: VehicleChoice[];
  /** Who took it into each of its states, as far as it was written down. */
  takenBy?: Partial<Record<AmbulanceBookingStatus, string>> | undefined;
};

/** The dispatch board as its components hold it. */
export type DispatchView = {
  hospital: { id: string; name: string; isListed: boolean };
  asOf: string;
  escalationMinutes: number;
  canSetUpFleet: boolean;
  waiting: CallOnBoard[];
  underWay: CallOnBoard[];
  vehicles: VehicleCard[];
  counts: Record<AmbulanceCondition, number> & { total: number };
};

/** The columns of what is under way. */
export const COLUMNS = [
  "DISPATCHED",
  "EN_ROUTE",
  "ON_SCENE",
  "TRANSPORTING",
  "ARRIVED",
] as const satisfies AmbulanceBookingStatus[];
type ColumnStatus = (typeof COLUMNS)[number];

const STAMPS = {
  DISPATCHED: "dispatchedAt",
  EN_ROUTE: "enRouteAt",
  ON_SCENE: "onSceneAt",
  TRANSPORTING: "transportingAt",
  ARRIVED: "arrivedAt",
} as const satisfies Record<ColumnStatus, keyof CallCard>;

/** Since when a call is in the state it is in. */
export function since(call: CallCard): string {
  const stamp = call.status in STAMPS ? call[STAMPS[call.status as ColumnStatus]] : null;
  return stamp ?? call.createdAt;
}

/** Whom a call is about, as far as anyone knows. */
export function subjectOf(call: CallCard): string {
  return call.patient?.name ?? call.contact.name;
}
