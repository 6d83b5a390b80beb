import type { EventDraft } from "@/lib/actor/record";

/** From now on the patient can read the signed encounter. */
export function encounterSigned(encounter: {
  id: string;
  appointmentId: string;
  patientId: string;
  doctorId: string;
}): EventDraft {
  return {
    type: "encounter.signed",
    aggregate: "encounter",
    aggregateId: encounter.id,
    audience: [`patient:${encounter.patientId}`, `doctor:${encounter.doctorId}`],
    refs: { encounterId: encounter.id, appointmentId: encounter.appointmentId, patientId: encounter.patientId },
    sinks: ["channels", "notifications"],
  };
}
