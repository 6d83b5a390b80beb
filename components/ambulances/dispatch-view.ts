import type { CallCard, VehicleCard } from "@/lib/domain/ambulances/output";
import {
  VEHICLE_STATUSES,
  type AmbulanceBookingStatus,
  type AmbulanceCondition,
  type AmbulanceKind,
} from "@/lib/domain/ambulances/status";

/** A free vehicle that may be sent to a call, the best one first. */
export type VehicleChoice = { id: string; registration: string; kind: AmbulanceKind };
export type CallOnBoard = CallCard & {
  vehicles: VehicleChoice[];
  /** Who took it into each of its states, as far as recorded. */
  stepActors?: Partial<Record<AmbulanceBookingStatus, string>> | undefined;
};

/** The dispatch board's data, as its components use it. */
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

/** The columns of open calls. */
export const COLUMNS = VEHICLE_STATUSES;
export type ColumnStatus = (typeof COLUMNS)[number];

const STAMPS = {
  DISPATCHED: "dispatchedAt",
  EN_ROUTE: "enRouteAt",
  ON_SCENE: "onSceneAt",
  TRANSPORTING: "transportingAt",
  ARRIVED: "arrivedAt",
} as const satisfies Record<ColumnStatus, keyof CallCard>;

/** Returns when a call entered its current state. */
export function since(call: CallCard): string {
  const stamp = call.status in STAMPS ? call[STAMPS[call.status as ColumnStatus]] : null;
  return stamp ?? call.createdAt;
}

/** Returns who a call is for, as far as known. */
export function subjectOf(call: CallCard): string {
  return call.patient?.name ?? call.contact.name;
}
