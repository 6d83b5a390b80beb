import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { staffInvitationEvent } from "./events";
import { requireStaffManaged } from "./internal/require-staff";
import type { OfHospital } from "./schema";

/** Withdraws an invitation: its link stops working. Throws `not-found`, `invalid-transition` for an answered one. */
export function withdrawStaffInvitation(actor: Actor, { hospitalId, id }: OfHospital): Promise<{ id: string }> {
  return inTransaction(actor, async (tx) => {
    await requireStaffManaged(tx, actor, hospitalId);
    // If it is accepted at the same moment, the first write wins and the other gets an error.
    const { count } = await tx.staffInvitation.updateMany({
      where: { id, hospitalId, status: "PENDING" },
      data: { status: "WITHDRAWN", tokenHash: null, respondedAt: new Date(), version: { increment: 1 } },
    });
    if (count === 0) throw await invitationEnded(tx, hospitalId, id);
    const audit = { action: "staff-invitation.withdraw", subject: "staff-invitation", subjectId: id, hospitalId };
    await recordChange(tx, actor, audit, [staffInvitationEvent("staff-invitation.withdrawn", { id, hospitalId })]);
    return { id };
  });
}

/** Returns why an invitation can't be changed: it isn't this hospital's, or it has been answered. */
export async function invitationEnded(tx: Tx, hospitalId: string, id: string): Promise<AppError> {
  const row = await tx.staffInvitation.findFirst({ where: { id, hospitalId }, select: { status: true } });
  if (!row) return notFound();
  const said =
    row.status === "ACCEPTED"
      ? "The invitation has already been accepted."
      : "The invitation has already expired or been withdrawn.";
  return new AppError("invalid-transition", said, { extra: { from: row.status } });
}
