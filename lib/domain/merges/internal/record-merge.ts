import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import type { Tx } from "@/lib/platform/db/db";
import { mergeEvent } from "../events";
import { placesOfMerge } from "../statements";

/** In the trail of the record that was merged away; the log of the other one has the line for both. */
const AWAY = { merge: "patient.merge-away", unmerge: "patient.set-free" };

type Done = { mergeId: string; hospitalId: string; sourceId: string; survivorId: string };

/**
 * Writes what a merge or its undo leaves behind: an entry in the trail of either record, and one event for the patient and for
 * all places and doctors whose lists show what has moved.
 */
export async function recordMerge(tx: Tx, actor: Actor, what: "merge" | "unmerge", done: Done): Promise<void> {
  const { mergeId, hospitalId, sourceId, survivorId } = done;
  const places = await placesOfMerge(tx, mergeId);
  const hospitalIds = new Set([hospitalId, ...places.flatMap((place) => place.hospitalId ?? [])]);
  const doctorIds = new Set(places.flatMap((place) => place.doctorId ?? []));
  const event = mergeEvent(`patient.${what}d`, {
    mergeId,
    survivorId,
    hospitalIds: [...hospitalIds],
    doctorIds: [...doctorIds],
  });
  const ofSource = { action: AWAY[what], subject: "patient", subjectId: sourceId, patientId: sourceId };
  await recordChange(tx, actor, { ...ofSource, details: { mergeId, survivorId } });
  const ofSurvivor = { action: `patient.${what}`, subject: "patient", subjectId: survivorId, patientId: survivorId };
  await recordChange(tx, actor, { ...ofSurvivor, hospitalId, details: { mergeId, sourceId } }, [event]);
}
