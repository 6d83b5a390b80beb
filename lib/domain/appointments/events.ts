import type { NewsDraft } from "@/lib/domain/contacts/events";
import type { Audience } from "@/lib/actor/audience";
import type { AppointmentStatus } from "./status";

type Concerned = { id: string; doctorId: string; patientId: string; hospitalId: string | null };

export const APPOINTMENT_EVENTS = [
  "appointment.booked",
  "appointment.confirmed",
  "appointment.declined",
  "appointment.cancelled",
  "appointment.rescheduled",
  "appointment.time-kept",
  "appointment.attendance-confirmed",
  "appointment.checked-in",
  "appointment.started",
  "appointment.completed",
  "appointment.no-show",
  "appointment.left",
  "appointment.check-in-undone",
  "appointment.start-undone",
  "appointment.no-show-undone",
  "appointment.left-undone",
  "appointment.expired",
  "appointment.needs-rebooking",
  "appointment.rebooking-withdrawn",
  "appointment.delayed",
  "appointment.on-time",
] as const;
export type AppointmentEventType = (typeof APPOINTMENT_EVENTS)[number];

const TYPE_OF_STATUS: Partial<Record<AppointmentStatus, AppointmentEventType>> = {
  CONFIRMED: "appointment.confirmed",
  DECLINED: "appointment.declined",
  CANCELLED: "appointment.cancelled",
  CHECKED_IN: "appointment.checked-in",
  IN_PROGRESS: "appointment.started",
  COMPLETED: "appointment.completed",
  NO_SHOW: "appointment.no-show",
  LEFT: "appointment.left",
  EXPIRED: "appointment.expired",
};

/** An event of one appointment, for its patient's accounts, its doctor and its hospital's front desk. */
export function appointmentEvent(type: AppointmentEventType, appointment: Concerned): NewsDraft {
  const { id, patientId, doctorId, hospitalId } = appointment;
  const audience: Audience[] = [`patient:${patientId}`, `doctor:${doctorId}`];
  if (hospitalId) audience.push(`hospital:${hospitalId}`);
  return {
    type,
    aggregate: "appointment",
    aggregateId: id,
    audience,
    refs: { appointmentId: id, doctorId, patientId },
    sinks: ["channels", "notifications"],
    news: { about: "appointment", id, patientId, doctorId, hospitalId },
  };
}

/** Returns the event of a step to `status`. */
export function statusEvent(status: AppointmentStatus, appointment: Concerned): NewsDraft {
  const type = TYPE_OF_STATUS[status];
  if (!type) throw new Error(`no event tells of ${status}`);
  return appointmentEvent(type, appointment);
}

const UNDONE: Partial<Record<AppointmentStatus, AppointmentEventType>> = {
  CHECKED_IN: "appointment.check-in-undone",
  IN_PROGRESS: "appointment.start-undone",
  NO_SHOW: "appointment.no-show-undone",
  LEFT: "appointment.left-undone",
};

/** Returns the event of undoing the step to `status`. */
export function undoneEvent(status: AppointmentStatus, appointment: Concerned): NewsDraft {
  const type = UNDONE[status];
  if (!type) throw new Error(`no event tells that ${status} was taken back`);
  return appointmentEvent(type, appointment);
}
