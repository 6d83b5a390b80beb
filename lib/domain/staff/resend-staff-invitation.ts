import type { Actor } from "@/lib/actor/actor";
import { newSecretToken } from "@/lib/platform/auth/secret-token";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { staffInvitationEvent } from "./events";
import { requireStaffManaged } from "./internal/require-staff";
import { linkEndsAt } from "./invite-staff";
import { invitationSelect, toInvitation } from "./list-staff";
import { mailInvitation } from "./internal/mail-invitation";
import type { OfHospital, StaffInvitationOutput } from "./schema";
import { invitationEnded } from "./withdraw-staff-invitation";

/** Mails a new link for another 14 days; the previous one stops working. Throws `not-found`, `invalid-transition`. */
export function resendStaffInvitation(actor: Actor, { hospitalId, id }: OfHospital): Promise<StaffInvitationOutput> {
  return inTransaction(actor, async (tx) => {
    const hospital = await requireStaffManaged(tx, actor, hospitalId);
    const { token, tokenHash } = newSecretToken();
    const [row] = await tx.staffInvitation.updateManyAndReturn({
      where: { id, hospitalId, status: "PENDING" },
      data: { tokenHash, expiresAt: linkEndsAt(new Date()), version: { increment: 1 } },
      select: invitationSelect,
    });
    if (!row) throw await invitationEnded(tx, hospitalId, id);
    await mailInvitation(tx, { hospitalId, hospitalName: hospital.name }, row, { token, tokenHash });
    const audit = { action: "staff-invitation.resend", subject: "staff-invitation", subjectId: id, hospitalId };
    await recordChange(tx, actor, audit, [staffInvitationEvent("staff-invitation.sent", { id, hospitalId })]);
    return toInvitation(row);
  });
}
