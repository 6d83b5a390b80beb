import type { EventDraft } from "@/lib/platform/events/record";

/** What a doctor offers has changed: open booking pages read again, the directory's next free time is recomputed. */
export function availabilityChanged(doctorId: string): EventDraft {
  return {
    type: "availability.changed",
    aggregate: "doctor",
    aggregateId: doctorId,
    audience: [`public-doctor:${doctorId}`, `doctor:${doctorId}`],
    sinks: ["channels", "directory"],
  };
}

/** Hours at one place were made, changed or removed. */
export function scheduleChanged(schedule: { id: string; doctorId: string; hospitalId: string | null }): EventDraft {
  return {
    type: "schedule.changed",
    aggregate: "schedule",
    aggregateId: schedule.id,
    audience: schedule.hospitalId ? [`doctor:${schedule.doctorId}`, `hospital:${schedule.hospitalId}`] : [`doctor:${schedule.doctorId}`],
    refs: { scheduleId: schedule.id, doctorId: schedule.doctorId },
    sinks: ["channels"],
  };
}

/** A visit no longer fits the hours: it stands, and its patient is asked to choose another time. */
export function appointmentNeedsRebooking(appointment: { id: string; doctorId: string; patientId: string; hospitalId: string | null }): EventDraft {
  return {
    type: "appointment.needs-rebooking",
    aggregate: "appointment",
    aggregateId: appointment.id,
    audience: [
      `patient:${appointment.patientId}`,
      `doctor:${appointment.doctorId}`,
      ...(appointment.hospitalId ? ([`hospital:${appointment.hospitalId}`] as const) : []),
    ],
    refs: { appointmentId: appointment.id, doctorId: appointment.doctorId, patientId: appointment.patientId },
    sinks: ["channels", "notifications"],
  };
}
