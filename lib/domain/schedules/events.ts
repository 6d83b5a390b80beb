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
