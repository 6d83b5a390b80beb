import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { inBatches, unanswered } from "@/lib/platform/jobs/in-batches";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { staffInvitationEvent } from "./events";

/**
 * Expires invitations not accepted within 14 days. A timer runs it on any number of instances; each row is taken by
 * one. Returns how many expired.
 */
export function expireStaffInvitations(now: Date = new Date()): Promise<number> {
  return inBatches(
    (take) => db.staffInvitation.findMany(unanswered(now, take)),
    ({ id }) => expireOne(id, now),
  );
}

function expireOne(id: string, now: Date): Promise<0 | 1> {
  return inTransaction(SYSTEM_ACTOR, async (tx) => {
    // Resent meanwhile, so still valid.
    const [row] = await tx.staffInvitation.updateManyAndReturn({
      where: { id, status: "PENDING", expiresAt: { lte: now } },
      data: { status: "EXPIRED", tokenHash: null, respondedAt: now, version: { increment: 1 } },
      select: { id: true, hospitalId: true },
    });
    if (!row) return 0;
    const audit = {
      action: "staff-invitation.expire",
      subject: "staff-invitation",
      subjectId: id,
      hospitalId: row.hospitalId,
    };
    await recordChange(tx, SYSTEM_ACTOR, audit, [staffInvitationEvent("staff-invitation.expired", row)]);
    return 1;
  });
}
