import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { staffInvitationEvent } from "./events";
import { requireStaffManaged } from "./internal/find-staff";
import type { OfHospital } from "./schema";

/** Takes an invitation back: its link stops working. Throws `not-found`, `invalid-transition` for one that is answered. */
export function withdrawStaffInvitation(actor: Actor, { hospitalId, id }: OfHospital): Promise<{ id: string }> {
  return inTransaction(actor, async (tx) => {
    await requireStaffManaged(tx, actor, hospitalId);
    // Of this and an acceptance at the same moment the first to write wins; the other finds it over.
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

/** Why an invitation cannot be changed: it is not this hospital's, or it has been answered. */
export async function invitationEnded(tx: Tx, hospitalId: string, id: string): Promise<AppError> {
  const row = await tx.staffInvitation.findFirst({ where: { id, hospitalId }, select: { status: true } });
  if (!row) return notFound();
  const said =
    row.status === "ACCEPTED"
      ? "The invitation has already been accepted."
      : "The invitation has already expired or been withdrawn.";
  return new AppError("invalid-transition", said, { extra: { from: row.status } });
}
