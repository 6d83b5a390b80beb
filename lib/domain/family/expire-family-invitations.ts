import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inBatches, unanswered } from "@/lib/platform/jobs/in-batches";
import { inTransaction } from "@/lib/actor/transaction";
import { db } from "@/lib/platform/db/db";
import { familyInvitationEvent } from "./events";

/**
 * Expires invitations not accepted within 14 days. A timer runs it on any number of instances; each row is taken by
 * one. Returns how many expired.
 */
export function expireFamilyInvitations(now: Date = new Date()): Promise<number> {
  return inBatches(
    (take) => db.familyInvitation.findMany(unanswered(now, take)),
    ({ id }) => expireOne(id, now),
  );
}

function expireOne(id: string, now: Date): Promise<0 | 1> {
  return inTransaction(SYSTEM_ACTOR, async (tx) => {
    const [row] = await tx.familyInvitation.updateManyAndReturn({
      where: { id, status: "PENDING", expiresAt: { lte: now } },
      data: { status: "EXPIRED", tokenHash: null, respondedAt: now, version: { increment: 1 } },
      select: { id: true, patientId: true, createdByUserId: true },
    });
    if (!row) return 0;
    const { patientId } = row;
    const audit = { action: "family-invitation.expire", subject: "family-invitation", subjectId: id, patientId };
    await recordChange(tx, SYSTEM_ACTOR, audit, [familyInvitationEvent("family-invitation.expired", row)]);
    return 1;
  });
}
