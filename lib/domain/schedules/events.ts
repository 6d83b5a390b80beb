import type { NewsDraft } from "@/lib/domain/contacts/events";
import type { EventDraft } from "@/lib/actor/record";

/**
 * A doctor's availability has changed: open booking pages refresh, the directory's next available time is recomputed, and
 * what has opened is offered to those who wait for it.
 */
export function availabilityChanged(doctorId: string): EventDraft {
  return {
    type: "availability.changed",
    aggregate: "doctor",
    aggregateId: doctorId,
    audience: [`public-doctor:${doctorId}`, `doctor:${doctorId}`],
    sinks: ["channels", "directory", "waitlist"],
  };
}

/** Hours at one place were created, changed or removed. */
export function scheduleChanged(schedule: { id: string; doctorId: string; hospitalId: string | null }): EventDraft {
  return {
    type: "schedule.changed",
    aggregate: "schedule",
    aggregateId: schedule.id,
    audience: schedule.hospitalId
      ? [`doctor:${schedule.doctorId}`, `hospital:${schedule.hospitalId}`]
      : [`doctor:${schedule.doctorId}`],
    refs: { scheduleId: schedule.id, doctorId: schedule.doctorId },
    sinks: ["channels"],
  };
}

type Visit = { id: string; doctorId: string; patientId: string; hospitalId: string | null };

/** A visit no longer fits the hours: it stays, and its patient is asked to choose another time. */
export function appointmentNeedsRebooking(visit: Visit): NewsDraft {
  return rebookingEvent("appointment.needs-rebooking", visit);
}

/** The hours cover it again: it keeps its time, and no one has to rebook. */
export function appointmentKeepsTime(visit: Visit): NewsDraft {
  return rebookingEvent("appointment.rebooking-withdrawn", visit);
}

function rebookingEvent(type: string, { id, doctorId, patientId, hospitalId }: Visit): NewsDraft {
  return {
    type,
    aggregate: "appointment",
    aggregateId: id,
    audience: [
      `patient:${patientId}`,
      `doctor:${doctorId}`,
      ...(hospitalId ? ([`hospital:${hospitalId}`] as const) : []),
    ],
    refs: { appointmentId: id, doctorId, patientId },
    sinks: ["channels", "notifications"],
    news: { about: "appointment", id, patientId, doctorId, hospitalId },
  };
}
