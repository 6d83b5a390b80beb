import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import type { Tx } from "@/lib/platform/db/db";
import { documentEvent } from "../events";

/** More doctors than this don't have one patient's pages open. */
const MOST_DOCTORS = 50;

/** Writes the audit entry of a change and its event, for the patient and the doctors who read the document. */
export async function leaveTrace(
  tx: Tx,
  actor: Actor,
  change: "add" | "remove",
  { id, patientId }: { id: string; patientId: string },
): Promise<void> {
  const readers = await tx.recordReaderNow.findMany({
    where: { patientId, coversNotes: true },
    distinct: ["doctorId"],
    orderBy: { doctorId: "asc" },
    select: { doctorId: true },
    take: MOST_DOCTORS,
  });
  const concerned = { patientId, doctorIds: readers.map(({ doctorId }) => doctorId) };
  const audit = { action: `document.${change}`, subject: "document", subjectId: id, patientId };
  const type = change === "add" ? "document.added" : "document.removed";
  await recordChange(tx, actor, audit, [documentEvent(type, id, concerned)]);
}
