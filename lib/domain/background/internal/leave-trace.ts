import type { Actor } from "@/lib/actor/actor";
import { recordChange, type AuditDraft, type EventDraft } from "@/lib/actor/record";
import type { Tx } from "@/lib/platform/db/db";
import type { Concerned } from "../events";
import { sideOf } from "../policy";

/** More doctors than this don't have one patient's pages open. */
const MOST_DOCTORS = 50;

/** Everything about one patient's background happens one after the other. */
export const lockOf = (patientId: string) => `background:${patientId}`;

/** Who changes an entry, as it is stored. */
export const changedBy = (actor: Actor, patientId: string) => ({
  changedById: actor.userId,
  changedAs: sideOf(actor, patientId),
  changedAt: new Date(),
});

/** Writes the audit entry of a change and its event, for the patient and the doctors who read their record. */
export async function leaveTrace(
  tx: Tx,
  actor: Actor,
  { patientId, ...audit }: AuditDraft & { patientId: string },
  eventOf: (concerned: Concerned) => EventDraft,
): Promise<void> {
  const readers = await tx.recordReaderNow.findMany({
    where: { patientId },
    distinct: ["doctorId"],
    orderBy: { doctorId: "asc" },
    select: { doctorId: true },
    take: MOST_DOCTORS,
  });
  const doctorIds = readers.map(({ doctorId }) => doctorId);
  await recordChange(tx, actor, { ...audit, patientId }, [eventOf({ patientId, doctorIds })]);
}
