import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import type { Tx } from "@/lib/platform/db/db";
import { purposeOf } from "./policy";

/** Records that the actor looked at a part of a patient's record, such as `prescription.list`, and what for. */
export function recordLook(tx: Tx, actor: Actor, action: string, patientId: string): Promise<void> {
  return recordChange(tx, actor, {
    action,
    subject: "patient",
    subjectId: patientId,
    patientId,
    purpose: purposeOf(actor, patientId),
  });
}
