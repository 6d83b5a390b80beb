import type { NewsDraft } from "@/lib/domain/contacts/events";
import type { EventDraft } from "@/lib/actor/record";
import type { BedBookingStatus, BedState } from "./status";

export const BED_BOOKING_EVENTS = [
  "bed-booking.requested",
  "bed-booking.reserved",
  "bed-booking.changed",
  /** Another bed is reserved, or until another time. */
  "bed-booking.reservation-changed",
  /** The reserved bed is closed then, so another is needed. */
  "bed-booking.needs-bed",
  /** The reserved bed is open after all. */
  "bed-booking.bed-kept",
  "bed-booking.admitted",
  "bed-booking.transferred",
  "bed-booking.discharged",
  "bed-booking.discharge-undone",
  "bed-booking.declined",
  "bed-booking.cancelled",
  "bed-booking.expired",
] as const;
export type BedBookingEventType = (typeof BED_BOOKING_EVENTS)[number];

export type BedEventType =
  "bed.added" | "bed.changed" | "bed.cleaning" | "bed.ready" | "bed.out-of-service" | "bed.removed";

export type WardEventType = "ward.added" | "ward.changed" | "ward.removed";

type Concerned = { id: string; patientId: string; hospitalId: string };

const TYPE_OF_STATUS: Record<BedBookingStatus, BedBookingEventType> = {
  REQUESTED: "bed-booking.requested",
  RESERVED: "bed-booking.reserved",
  ADMITTED: "bed-booking.admitted",
  DISCHARGED: "bed-booking.discharged",
  DECLINED: "bed-booking.declined",
  CANCELLED: "bed-booking.cancelled",
  EXPIRED: "bed-booking.expired",
};

/** An event of one stay, for its patient's accounts and its hospital's staff. */
export function bedBookingEvent(type: BedBookingEventType, { id, patientId, hospitalId }: Concerned): NewsDraft {
  return {
    type,
    aggregate: "bed-booking",
    aggregateId: id,
    audience: [`patient:${patientId}`, `hospital:${hospitalId}`],
    refs: { bedBookingId: id, hospitalId, patientId },
    sinks: ["channels", "notifications"],
    news: { about: "bed-booking", id, patientId, doctorId: null, hospitalId },
  };
}

/** Returns the event of a step to `status`. */
export function statusEvent(status: BedBookingStatus, booking: Concerned): NewsDraft {
  return bedBookingEvent(TYPE_OF_STATUS[status], booking);
}

/** An event of a bed, for its hospital's staff. */
export function bedEvent(type: BedEventType, bed: { id: string; hospitalId: string }): EventDraft {
  const { id, hospitalId } = bed;
  return {
    type,
    aggregate: "bed",
    aggregateId: id,
    audience: [`hospital:${hospitalId}`],
    refs: { bedId: id, hospitalId },
    sinks: ["channels"],
  };
}

/** Returns the event of a bed's new state. */
export function bedStateEvent(state: BedState, bed: { id: string; hospitalId: string }): EventDraft {
  return bedEvent(state === "READY" ? "bed.ready" : state === "CLEANING" ? "bed.cleaning" : "bed.out-of-service", bed);
}

/** An event of a ward, for its hospital's staff. */
export function wardEvent(type: WardEventType, ward: { id: string; hospitalId: string }): EventDraft {
  const { id, hospitalId } = ward;
  return {
    type,
    aggregate: "ward",
    aggregateId: id,
    audience: [`hospital:${hospitalId}`],
    refs: { wardId: id, hospitalId },
    sinks: ["channels"],
  };
}
