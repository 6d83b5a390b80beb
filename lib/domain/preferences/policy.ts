import type { Actor } from "@/lib/actor/actor";
import { PATIENT_TOPICS, WORK_TOPICS, type Topic } from "./status";

/** The topics that concern someone, by the roles they have now. */
export function topicsFor(actor: Actor): Topic[] {
  const works = actor.doctorId !== null || actor.staffRole !== null || actor.isAdmin;
  const looksAfter = actor.patientIds.length + actor.readablePatientIds.length > 0;
  return [...(looksAfter || !works ? PATIENT_TOPICS : []), ...(works ? WORK_TOPICS : [])];
}
