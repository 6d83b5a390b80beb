import type { Actor } from "@/lib/actor/actor";
import { recordChange, type EventDraft } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import type { Tx } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import { accessEvent, familyInvitationEvent } from "./events";
import { familyLock, isLasting, requireAccess, requireAnotherHolder, requireHeld } from "./internal/require-access";
import { canLeave, canRule } from "./policy";
import type { OfPatient } from "./schema";

/**
 * Ends someone's access to a patient, or gives up one's own: the next request has none, open pages lose it at once, and
 * the invitations they have sent are withdrawn. Throws `not-found`, `forbidden` (a person's own), `last-access`.
 */
export function endAccess(actor: Actor, { patientId, id }: OfPatient): Promise<{ id: string }> {
  return inTransaction(
    actor,
    async (tx) => {
      const held = await requireHeld(tx, actor, patientId);
      const access = await requireAccess(tx, patientId, id);
      if (!canLeave(actor, access) && !canRule(held, access))
        throw new AppError("forbidden", "This access isn't yours to end.");
      if (isLasting(access)) await requireAnotherHolder(tx, held, patientId, id);
      await tx.patientAccess.delete({ where: { id }, select: { id: true } });
      const events = [accessEvent("patient-access.revoked", access), ...(await withdrawOf(tx, access))];
      const details = { userId: access.userId, scope: access.scope };
      const audit = { action: "patient-access.revoke", subject: "patient-access", subjectId: id, patientId, details };
      await recordChange(tx, actor, audit, events);
      return { id };
    },
    { locks: [familyLock(patientId)] },
  );
}

async function withdrawOf(tx: Tx, { patientId, userId }: { patientId: string; userId: string }): Promise<EventDraft[]> {
  const rows = await tx.familyInvitation.updateManyAndReturn({
    where: { patientId, createdByUserId: userId, status: "PENDING" },
    data: { status: "WITHDRAWN", tokenHash: null, respondedAt: new Date(), version: { increment: 1 } },
    select: { id: true, patientId: true, createdByUserId: true },
  });
  return rows.map((row) => familyInvitationEvent("family-invitation.withdrawn", row));
}
