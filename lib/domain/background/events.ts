import type { Audience } from "@/lib/actor/audience";
import type { EventDraft } from "@/lib/actor/record";

/** A patient, and the doctors who read their record. Who only books for the patient hears nothing: the type alone says too much. */
export type Concerned = { patientId: string; doctorIds: string[] };

type AllergyType = "allergy.recorded" | "allergy.changed";
type ConditionType = "condition.recorded" | "condition.changed";

/** An allergy was recorded, or its entry changed. */
export const allergyEvent = (type: AllergyType, id: string, concerned: Concerned) =>
  about(type, "allergy", id, { allergyId: id }, concerned);

/** A condition was recorded, or its entry changed. */
export const conditionEvent = (type: ConditionType, id: string, concerned: Concerned) =>
  about(type, "condition", id, { conditionId: id }, concerned);

/** Someone stated that the patient has no known allergies. */
export const noAllergiesStated = (id: string, concerned: Concerned) =>
  about("no-known-allergies.stated", "no-known-allergies", id, {}, concerned);

function about(
  type: string,
  aggregate: string,
  aggregateId: string,
  ids: Record<string, string>,
  { patientId, doctorIds }: Concerned,
): EventDraft {
  return {
    type,
    aggregate,
    aggregateId,
    audience: [`record:${patientId}`, ...doctorIds.map((id): Audience => `doctor:${id}`)],
    refs: { ...ids, patientId },
    sinks: ["channels"],
  };
}
