import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import type { Tx } from "@/lib/platform/db/db";

/**
 * Records that the actor looked at a part of a patient's record, such as `prescription.list`; PostgreSQL adds what for.
 * Throws `not-found` for those who don't read that record now.
 */
export function recordLook(tx: Tx, actor: Actor, action: string, patientId: string): Promise<void> {
  return recordChange(tx, actor, { action, subject: "patient", subjectId: patientId, patientId });
}
