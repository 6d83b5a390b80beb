import {
  type AmbulanceBookingStatus,
  type AmbulanceCondition,
  type AmbulanceKind,
  type RequestableBookingStatus,
} from "./status";
import type { StatusTone, StepWords } from "@/lib/platform/life-cycle/words";

/** Works from every mobile phone in the world, whatever the country's own number (3GPP TS 22.101). */
export const EMERGENCY_NUMBER = "112";

export const KIND_LABELS: Record<AmbulanceKind, string> = {
  BASIC: "Basic ambulance",
  ADVANCED: "Ambulance with paramedics",
  ICU: "Intensive care ambulance",
  NEONATAL: "Ambulance for newborns",
};

/** What each kind is for, in everyday words. */
export const KIND_HINTS: Record<AmbulanceKind, string> = {
  BASIC: "Injured or ill, awake and breathing",
  ADVANCED: "Chest pain, stroke, heavy bleeding, unconscious",
  ICU: "On machines, from one hospital to another",
  NEONATAL: "A newborn who needs an incubator",
};

export const CONDITION_LABELS: Record<AmbulanceCondition, string> = {
  AVAILABLE: "Free",
  ON_CALL: "On a call",
  OUT_OF_SERVICE: "Out of service",
};

/** The hospital's labels for each state of a call. */
export const STATUS_LABELS: Record<AmbulanceBookingStatus, string> = {
  REQUESTED: "Waiting",
  DISPATCHED: "Dispatched",
  EN_ROUTE: "On the way",
  ON_SCENE: "With the patient",
  TRANSPORTING: "To the hospital",
  ARRIVED: "Arrived",
  COMPLETED: "Completed",
  DECLINED: "None available",
  CANCELLED: "Cancelled",
};

/** The caller's labels for the same. */
export const CALLER_LABELS: Record<AmbulanceBookingStatus, string> = {
  REQUESTED: "Asking the nearest hospital",
  DISPATCHED: "An ambulance is assigned",
  EN_ROUTE: "The ambulance is on the way",
  ON_SCENE: "The ambulance is with you",
  TRANSPORTING: "On the way to the hospital",
  ARRIVED: "At the hospital",
  COMPLETED: "Completed",
  DECLINED: "No hospital could send an ambulance",
  CANCELLED: "Cancelled",
};

/** The tone of a state; always shown with its label and an icon. */
export const STATUS_TONES: Record<AmbulanceBookingStatus, StatusTone> = {
  REQUESTED: "wait",
  DISPATCHED: "accent",
  EN_ROUTE: "accent",
  ON_SCENE: "accent",
  TRANSPORTING: "accent",
  ARRIVED: "good",
  COMPLETED: "neutral",
  DECLINED: "stop",
  CANCELLED: "stop",
};

export const CONDITION_TONES: Record<AmbulanceCondition, StatusTone> = {
  AVAILABLE: "good",
  ON_CALL: "accent",
  OUT_OF_SERVICE: "stop",
};

/** The hospital's texts for each step. */
export const STEP_WORDS: Record<RequestableBookingStatus, StepWords> = {
  DISPATCHED: { label: "Dispatch", done: "Dispatched. The caller can see it." },
  EN_ROUTE: { label: "On the way", done: "On the way" },
  ON_SCENE: { label: "With the patient", done: "With the patient" },
  TRANSPORTING: { label: "To the hospital", done: "On the way to the hospital" },
  ARRIVED: { label: "Arrived", done: "Arrived" },
  COMPLETED: { label: "Vehicle is free", done: "Completed. The vehicle is free." },
  DECLINED: {
    label: "Decline",
    done: "Declined. The next nearest hospital is asked.",
    question: "Decline this call?",
    consequence: "The next nearest hospital is asked at once. This can't be undone.",
  },
  CANCELLED: {
    label: "Cancel",
    done: "Cancelled",
    question: "Cancel this call?",
    consequence: "The vehicle becomes free again. The caller’s page shows your reason. This can't be undone.",
  },
};

/**
 * Returns what the caller should do besides waiting; null while a vehicle is on the way or a hospital is being asked.
 */
export function adviceFor(call: {
  status: AmbulanceBookingStatus;
  nobodyLeft: boolean;
  hospitalsAsked: number;
}): string | null {
  if (call.status === "DECLINED") return `No hospital here could send an ambulance. Call ${EMERGENCY_NUMBER} now.`;
  if (call.status !== "REQUESTED" || !call.nobodyLeft) return null;
  return call.hospitalsAsked === 0
    ? `No ambulance near you is free. Call ${EMERGENCY_NUMBER} now. We'll keep looking.`
    : `No hospital has confirmed yet, and there is no other hospital to ask. Call ${EMERGENCY_NUMBER} now. We'll keep asking.`;
}

/** Returns when each reached state began, in order. */
export function stampsOf(
  call: Record<StampField, string | null> & { createdAt: string; status: AmbulanceBookingStatus },
) {
  const reached: [AmbulanceBookingStatus, string | null][] = [
    ["REQUESTED", call.createdAt],
    ["DISPATCHED", call.dispatchedAt],
    ["EN_ROUTE", call.enRouteAt],
    ["ON_SCENE", call.onSceneAt],
    ["TRANSPORTING", call.transportingAt],
    ["ARRIVED", call.arrivedAt],
    ["COMPLETED", call.completedAt],
    ...(call.status === "DECLINED" || call.status === "CANCELLED"
      ? [[call.status, call.endedAt] as [AmbulanceBookingStatus, string | null]]
      : []),
  ];
  return reached.flatMap(([status, at]) => (at ? [{ status, at }] : []));
}

export type StampField =
  "dispatchedAt" | "enRouteAt" | "onSceneAt" | "transportingAt" | "arrivedAt" | "completedAt" | "endedAt";
