import type { NewsDraft } from "@/lib/domain/contacts/events";
import type { Audience } from "@/lib/actor/audience";
import type { EventDraft } from "@/lib/actor/record";
import type { AmbulanceBookingStatus } from "./status";

export const AMBULANCE_EVENTS = ["ambulance.added", "ambulance.changed", "ambulance.removed"] as const;

export const CALL_EVENTS = [
  "ambulance-booking.requested",
  /** A hospital is asked: the first, the next nearest, or one whose vehicle is free again. */
  "ambulance-booking.offered",
  /** A hospital has declined; the call stays open. */
  "ambulance-booking.passed-on",
  /** No other hospital can be asked at the moment. */
  "ambulance-booking.unanswered",
  "ambulance-booking.verified",
  "ambulance-booking.patient-named",
  /** The crew on its way has another phone number. */
  "ambulance-booking.crew-changed",
  /** Another vehicle of the same hospital has taken over the call. */
  "ambulance-booking.vehicle-replaced",
  "ambulance-booking.dispatched",
  "ambulance-booking.en-route",
  "ambulance-booking.on-scene",
  "ambulance-booking.transporting",
  "ambulance-booking.arrived",
  "ambulance-booking.completed",
  "ambulance-booking.declined",
  "ambulance-booking.cancelled",
] as const;
export type CallEventType = (typeof CALL_EVENTS)[number];

type Call = {
  id: string;
  patientId: string | null;
  requestedByUserId: string | null;
  trackingTokenHash: string | null;
  contactPhone: string;
  hospitalId: string | null;
  offers: { hospitalId: string }[];
};

/** An event of one vehicle, for its hospital's boards. */
export function ambulanceEvent(
  type: (typeof AMBULANCE_EVENTS)[number],
  ambulance: { id: string; hospitalId: string },
): EventDraft {
  return {
    type,
    aggregate: "ambulance",
    aggregateId: ambulance.id,
    audience: [`hospital:${ambulance.hospitalId}`],
    refs: { ambulanceId: ambulance.id, hospitalId: ambulance.hospitalId },
    sinks: ["channels"],
  };
}

/**
 * An event of one call, for the caller and the hospitals concerned: those asked, or the one whose vehicle comes. A
 * caller without an account receives it on the call's own private channel, which only the tracking token opens; if they
 * must be phoned, that is up to the hospital whose vehicle comes, or the nearest that was asked.
 */
export function callEvent(type: CallEventType, call: Call, hospitalIds: string[]): NewsDraft {
  const audience: Audience[] = [...new Set(hospitalIds)].map((id): Audience => `hospital:${id}`);
  if (call.patientId) audience.push(`patient:${call.patientId}`);
  if (call.requestedByUserId) audience.push(`user:${call.requestedByUserId}`);
  if (call.trackingTokenHash) audience.push(`call:${call.id}`);
  const refs: Record<string, string> = { ambulanceBookingId: call.id };
  if (call.patientId) refs.patientId = call.patientId;
  const { id, patientId, requestedByUserId: userId, contactPhone: phone } = call;
  const hospitalId = call.hospitalId ?? call.offers[0]?.hospitalId ?? null;
  const news = { about: "ambulance-booking", id, patientId, userId, phone, doctorId: null, hospitalId } as const;
  return {
    type,
    aggregate: "ambulance-booking",
    aggregateId: id,
    audience,
    refs,
    sinks: ["channels", "notifications"],
    news,
  };
}

/** Returns the event of a step to `status`. */
export function callStepEvent(status: AmbulanceBookingStatus, call: Call, hospitalIds: string[]): NewsDraft {
  return callEvent(`ambulance-booking.${status.toLowerCase().replace("_", "-")}` as CallEventType, call, hospitalIds);
}
