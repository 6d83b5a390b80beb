import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { familyInvitationEvent } from "./events";
import { familyLock, requireManaged } from "./internal/require-access";
import type { OfPatient } from "./schema";

/**
 * Withdraws an invitation: its link stops working. Throws `not-found`, `forbidden`, `invalid-transition` for an answered
 * one.
 */
export function withdrawFamilyInvitation(actor: Actor, { patientId, id }: OfPatient): Promise<{ id: string }> {
  return inTransaction(
    actor,
    async (tx) => {
      await requireManaged(tx, actor, patientId);
      const before = await tx.familyInvitation.findFirst({ where: { id, patientId }, select: { status: true } });
      if (!before) throw notFound();
      const [row] = await tx.familyInvitation.updateManyAndReturn({
        where: { id, status: "PENDING" },
        data: { status: "WITHDRAWN", tokenHash: null, respondedAt: new Date(), version: { increment: 1 } },
        select: { id: true, patientId: true, createdByUserId: true },
      });
      if (!row)
        throw new AppError("invalid-transition", "The invitation has already been answered or has ended.", {
          extra: { from: before.status },
        });
      const audit = { action: "family-invitation.withdraw", subject: "family-invitation", subjectId: id, patientId };
      await recordChange(tx, actor, audit, [familyInvitationEvent("family-invitation.withdrawn", row)]);
      return { id };
    },
    { locks: [familyLock(patientId)] },
  );
}
