import type { EventDraft } from "@/lib/actor/record";
import type { NewsDraft } from "@/lib/domain/contacts/events";
import { appointmentEvent } from "@/lib/domain/appointments/events";

export type DisruptionEventType = `disruption.${"prepared" | "announced" | "progressed" | "ended" | "undone"}`;

/** A disruption was prepared, went one step further, or has told some of the patients: for the practice's open pages. */
export function disruptionEvent(
  type: DisruptionEventType,
  { id, doctorId, hospitalIds }: { id: string; doctorId: string | null; hospitalIds: string[] },
): EventDraft {
  return {
    type,
    aggregate: "disruption",
    aggregateId: id,
    audience: [
      ...(doctorId ? [`doctor:${doctorId}` as const] : []),
      ...hospitalIds.map((hospitalId) => `hospital:${hospitalId}` as const),
    ],
    refs: { disruptionId: id, ...(doctorId ? { doctorId } : {}) },
    sinks: ["channels"],
  };
}

type Visit = { id: string; doctorId: string; patientId: string; hospitalId: string | null };

/** The doctor runs late: the appointment is expected later than agreed. */
export function appointmentDelayed(visit: Visit): NewsDraft {
  return appointmentEvent("appointment.delayed", visit);
}

/** It is expected as agreed again. */
export function appointmentOnTime(visit: Visit): NewsDraft {
  return appointmentEvent("appointment.on-time", visit);
}
