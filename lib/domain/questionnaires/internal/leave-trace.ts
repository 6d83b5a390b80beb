import type { Actor } from "@/lib/actor/actor";
import { recordChange, type EventDraft } from "@/lib/actor/record";
import type { Tx } from "@/lib/platform/db/db";

type Visit = { id: string; patientId: string; doctorId: string };

/** Writes the audit entry of a look at the answers for a visit or their files, or of a change; PostgreSQL adds what for. */
export function leaveTrace(
  tx: Tx,
  actor: Actor,
  { id, patientId, doctorId }: Visit,
  action: `answers.${"read" | "write" | "submit" | "add-file" | "open-file" | "remove-file"}`,
  events: EventDraft[] = [],
): Promise<void> {
  return recordChange(tx, actor, { action, subject: "answers", subjectId: id, patientId, doctorId }, events);
}
