import type { EventDraft } from "@/lib/actor/record";

/** A doctor has withdrawn the prescription of a visit: its code is no longer valid. */
export function prescriptionWithdrawn(encounter: {
  id: string;
  appointmentId: string;
  patientId: string;
  doctorId: string;
}): EventDraft {
  return {
    type: "prescription.withdrawn",
    aggregate: "encounter",
    aggregateId: encounter.id,
    audience: [`record:${encounter.patientId}`, `doctor:${encounter.doctorId}`],
    refs: { encounterId: encounter.id, appointmentId: encounter.appointmentId, patientId: encounter.patientId },
    sinks: ["channels", "notifications"],
  };
}
