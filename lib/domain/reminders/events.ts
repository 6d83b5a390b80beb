import type { EventDraft } from "@/lib/actor/record";
import type { Owner } from "@/lib/actor/owner";

type Visit = { id: string; patientId: string; doctorId: string };

/** A patient is reminded of an appointment. */
export function appointmentReminded({ id, patientId, doctorId }: Visit): EventDraft {
  return {
    type: "appointment.reminded",
    aggregate: "appointment",
    aggregateId: id,
    audience: [`patient:${patientId}`],
    refs: { appointmentId: id, doctorId, patientId },
    sinks: ["notifications"],
  };
}

/** When a doctor's or a hospital's patients are reminded has changed. */
export function reminderRuleChanged({ doctorId, hospitalId }: Owner): EventDraft {
  return {
    type: "reminder-rule.changed",
    aggregate: "reminder-rule",
    aggregateId: doctorId ?? hospitalId,
    audience: [doctorId === null ? `hospital:${hospitalId}` : `doctor:${doctorId}`],
    sinks: ["channels"],
  };
}
