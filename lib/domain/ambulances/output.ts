import type { Notified } from "@/lib/domain/contacts/schema";
import type { CallRow, ChangedCall } from "./queries";
import type { AmbulanceRow } from "./queries-fleet";
import { stepsFor, type AvailableStep } from "./rules";
import type { AmbulanceBookingOutput, AmbulanceOutput } from "./schema";
import { takesVehicle, type AmbulanceKind, type Role } from "./status";
import { type StampField } from "./format";
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
