import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import type { Tx } from "@/lib/platform/db/db";
import { recallEvent, type RECALL_EVENTS } from "../events";

type Concerned = { id: string; patientId: string; doctorId: string };

/** Writes what a change of a recall leaves behind: its entry in the audit trail, and the event. */
export function leaveTrace(
  tx: Tx,
  actor: Actor,
  action: `recall.${"dismiss" | "remove"}` | "recall-reason.write",
  type: (typeof RECALL_EVENTS)[number],
  recall: Concerned,
): Promise<void> {
  const { id, patientId, doctorId } = recall;
  const audit = { action, subject: "recall", subjectId: id, patientId, doctorId };
  return recordChange(tx, actor, audit, [recallEvent(type, recall)]);
}
