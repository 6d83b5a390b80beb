import type { CallReason } from "./rules";
import type { Notified, NotifiedCount, ToCallOutput } from "./schema";
import { counted, plural } from "@/lib/platform/text/counted";
import { routes, type Route } from "@/lib/site/routes";

/** Says how a person was notified of a change; null when there was nothing to say. */
export function notifiedText(notified: Notified): string | null {
  switch (notified?.by) {
    case undefined:
      return null;
    case "EMAIL":
      return "The patient gets a notification and an email.";
    case "NOTIFICATION":
      return "The patient gets a notification.";
    case "PHONE":
      return "No account: please call them.";
    case "NONE":
      return "No account and no phone number: we couldn't notify them.";
  }
}

/** Says the same for several people. */
export function countText({ told, toCall }: NotifiedCount): string | null {
  const patients = (count: number) => counted(count, "patient");
  const by = told > 0 ? `${patients(told)} ${plural(told, "gets", "get")} a notification.` : null;
  const phone = toCall > 0 ? `${patients(toCall)} without an account: please call them.` : null;
  return [by, phone].filter(Boolean).join(" ") || null;
}

/** Returns the link to the visit, stay or call in the reader's portal. */
export function aboutHref(
  { appointmentId, bedBookingId, ambulanceBookingId }: ToCallOutput,
  portal: "hospital" | "doctor",
): Route {
  if (appointmentId)
    return portal === "doctor" ? routes.doctor.visit(appointmentId) : routes.hospital.appointment(appointmentId);
  return bedBookingId ? routes.hospital.stay(bedBookingId) : routes.hospital.ambulanceCall(ambulanceBookingId ?? "");
}

/** Returns the list's title with the number of people to call. */
export function toCallTitle(count: number): string {
  if (count === 0) return "No one to call";
  if (count >= 100) return "More than 99 people to call";
  return counted(count, "person to call", "people to call");
}

/** What to say on the phone. */
export const CALL_WORDS: Record<CallReason, string> = {
  "appointment.unconfirmed": "Ask whether they will come: the appointment isn't confirmed yet",
  "appointment.confirmed": "The appointment is confirmed",
  "appointment.declined": "The request was declined",
  "appointment.cancelled": "The appointment is cancelled",
  "appointment.rescheduled": "The appointment has a new time",
  "appointment.time-kept": "The appointment's local time has changed",
  "appointment.expired": "The request wasn't answered in time",
  "appointment.needs-rebooking": "The appointment needs a new time",
  "appointment.delayed": "The doctor is running late: the appointment starts later",
  "appointment.on-time": "The appointment starts on time after all",
  "appointment.no-show": "The appointment was marked as missed",
  "bed-booking.reserved": "A bed is reserved",
  "bed-booking.reservation-changed": "The reserved bed has changed",
  "bed-booking.needs-bed": "The reserved bed is closed then: they will get another one",
  "bed-booking.bed-kept": "The reserved bed can be used after all",
  "bed-booking.declined": "The bed request was declined",
  "bed-booking.cancelled": "The hospital stay is cancelled",
  "bed-booking.expired": "The bed is no longer reserved",
  "ambulance-booking.unanswered": "No ambulance is confirmed yet: tell them to call 112",
  "ambulance-booking.vehicle-replaced": "Another ambulance is coming",
  "ambulance-booking.declined": "No ambulance could be sent: tell them to call 112",
  "ambulance-booking.cancelled": "The ambulance is cancelled",
  "recall.due": "It is time for the next appointment: please arrange one",
};
