import type { EventDraft } from "@/lib/actor/record";

type Encounter = { id: string; appointmentId: string; patientId: string; doctorId: string };

/** From now on the patient can read the signed encounter. */
export const encounterSigned = (encounter: Encounter) => about("encounter.signed", encounter);

/** A doctor has added to a signed encounter. */
export const encounterAmended = (encounter: Encounter) => about("encounter.amended", encounter);

function about(type: string, encounter: Encounter): EventDraft {
  return {
    type,
    aggregate: "encounter",
    aggregateId: encounter.id,
    audience: [`record:${encounter.patientId}`, `doctor:${encounter.doctorId}`],
    refs: { encounterId: encounter.id, appointmentId: encounter.appointmentId, patientId: encounter.patientId },
    sinks: ["channels", "notifications"],
  };
}
