import type { Actor } from "@/lib/actor/actor";
import { recordChange, type AuditDraft, type EventDraft } from "@/lib/actor/record";
import { purposeOf, treatingVisits } from "@/lib/domain/patients/policy";
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

/** Writes the audit entry of a change and its event, for the patient and the doctors who treat them. */
export async function leaveTrace(
  tx: Tx,
  actor: Actor,
  { patientId, ...audit }: AuditDraft & { patientId: string },
  eventOf: (concerned: Concerned) => EventDraft,
): Promise<void> {
  const visits = await tx.appointment.findMany({
    where: { patientId, ...treatingVisits(new Date()) },
    distinct: ["doctorId"],
    select: { doctorId: true },
    take: MOST_DOCTORS,
  });
  const doctorIds = visits.map(({ doctorId }) => doctorId);
  await recordChange(tx, actor, { ...audit, patientId, purpose: purposeOf(actor, patientId) }, [
    eventOf({ patientId, doctorIds }),
  ]);
}
