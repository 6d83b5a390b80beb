import type { Notified } from "@/lib/domain/contacts/schema";
import type { AmbulanceRow, CallRow, ChangedCall } from "./queries";
import { stepsFor, type AvailableStep } from "./rules";
import type { AmbulanceBookingOutput, AmbulanceOutput } from "./schema";
import {
  takesVehicle,
  type AmbulanceBookingStatus,
  type AmbulanceCondition,
  type AmbulanceKind,
  type RequestableBookingStatus,
  type Role,
} from "./status";

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

export type StatusTone = "neutral" | "good" | "wait" | "stop" | "accent";

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

type StepWords = { label: string; done: string; question?: string; consequence?: string };

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

type StampField =
  "dispatchedAt" | "enRouteAt" | "onSceneAt" | "transportingAt" | "arrivedAt" | "completedAt" | "endedAt";
const STAMPS: StampField[] = [
  "dispatchedAt",
  "enRouteAt",
  "onSceneAt",
  "transportingAt",
  "arrivedAt",
  "completedAt",
  "endedAt",
];

/** Returns a row's stamps as text. */
export function stampTexts(row: Record<StampField, Date | null>): Record<StampField, string | null> {
  return Object.fromEntries(STAMPS.map((field) => [field, row[field]?.toISOString() ?? null])) as Record<
    StampField,
    string | null
  >;
}

export function openOffers(row: Pick<CallRow, "offers">): number {
  return row.offers.filter(({ status }) => status === "OPEN").length;
}

/** The reader a call is formatted for. */
export type Reader = { patientIds: string[]; hospitalId: string | null };

/** Returns the wire format of a call. A caller does not learn who the hospital identified as the patient. */
export function toCallOutput(row: CallRow, reader: Reader): AmbulanceBookingOutput {
  const isAsked = row.offers.some(({ hospitalId, status }) => status === "OPEN" && hospitalId === reader.hospitalId);
  const isForHospital = reader.hospitalId !== null && (row.hospitalId === reader.hospitalId || isAsked);
  const knowsPatient = isForHospital || (row.patientId !== null && reader.patientIds.includes(row.patientId));
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    pickup: { latitude: row.pickupLatitude, longitude: row.pickupLongitude, address: row.pickupAddress },
    contact: { name: row.contactName, phone: row.contactPhone },
    patientId: knowsPatient ? row.patientId : null,
    hospitalId: row.hospitalId,
    ambulanceId: row.ambulanceId,
    crewPhone: takesVehicle(row.status) ? (row.ambulance?.crewPhone ?? null) : null,
    bedKind: row.bedKind,
    bedBookingId: row.bedBookingId,
    statusReason: row.statusReason,
    hospitalsAsked: row.status === "REQUESTED" ? openOffers(row) : 0,
    nobodyLeft: row.status === "REQUESTED" && row.nobodyLeftAt !== null,
    verifiedAt: row.verifiedAt?.toISOString() ?? null,
    callBackFirst: isForHospital && row.callBackFirst,
    ...stampTexts(row),
    version: row.version,
    createdAt: row.createdAt.toISOString(),
  };
}

/** Returns the same for a changed one, with how the caller is notified. */
export function toChangedCallOutput(row: ChangedCall, reader: Reader): AmbulanceBookingOutput & { notified: Notified } {
  return { ...toCallOutput(row, reader), notified: row.notified };
}

/** A call as the dispatch board shows it: instants as text, and names where the hospital may read them. */
export type CallCard = AmbulanceBookingOutput & {
  patient: { id: string; name: string } | null;
  vehicle: { id: string; registration: string; kind: AmbulanceKind; crewPhone: string } | null;
  bed: { id: string; status: string; label: string | null } | null;
  /** From the pick-up to this hospital, in kilometres with one decimal. */
  distanceKm: number | null;
  /** When this hospital was asked, and when the next one is. */
  offeredAt: string | null;
  escalatesAt: string | null;
  /** The hospital must ring back before a vehicle leaves, and has not done so yet. */
  needsCallback: boolean;
  steps: AvailableStep[];
};

export function toCallCard(
  row: CallRow,
  reader: Reader,
  roles: Role[],
  hospital: { id: string; verifiesCallers: boolean },
): CallCard {
  const offer = row.offers.find(({ hospitalId }) => hospitalId === hospital.id);
  const bed = row.bedBooking?.bed;
  return {
    ...toCallOutput(row, reader),
    patient: row.patient,
    vehicle: takesVehicle(row.status) ? row.ambulance : null,
    bed: row.bedBooking
      ? { id: row.bedBooking.id, status: row.bedBooking.status, label: bed ? `${bed.ward.name}, ${bed.label}` : null }
      : null,
    distanceKm: offer?.distanceMetres == null ? null : Math.round(offer.distanceMetres / 100) / 10,
    offeredAt: offer?.offeredAt.toISOString() ?? null,
    escalatesAt: row.status === "REQUESTED" ? (row.escalatesAt?.toISOString() ?? null) : null,
    needsCallback:
      row.status === "REQUESTED" &&
      hospital.verifiesCallers &&
      row.requestedByUserId === null &&
      row.verifiedAt === null,
    steps: stepsFor(row.status, roles),
  };
}

/** A vehicle as its hospital's staff see it. */
export type VehicleCard = AmbulanceOutput & { stateChangedAt: string; callId: string | null };

export function toVehicleCard(row: AmbulanceRow): VehicleCard {
  return {
    ...toAmbulanceOutput(row),
    stateChangedAt: row.stateChangedAt.toISOString(),
    callId: row.bookings[0]?.id ?? null,
  };
}

/** Returns the wire format of a vehicle. */
export function toAmbulanceOutput(row: AmbulanceRow): AmbulanceOutput {
  return {
    id: row.id,
    hospitalId: row.hospitalId,
    registration: row.registration,
    kind: row.kind,
    crewPhone: row.crewPhone,
    state: row.state,
    condition: row.bookings.length > 0 ? "ON_CALL" : row.state === "OUT_OF_SERVICE" ? "OUT_OF_SERVICE" : "AVAILABLE",
    reason: row.stateReason,
    latitude: row.latitude,
    longitude: row.longitude,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
  };
}
