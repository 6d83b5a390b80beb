import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { newSecretToken } from "@/lib/platform/auth/secret-token";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { familyInvitationEvent } from "./events";
import { linkEndsAt } from "./internal/link-ends-at";
import { mailInvitation } from "./internal/mail-invitation";
import { nameOf } from "./internal/name-of";
import { familyLock, requireManaged } from "./internal/require-access";
import { invitationSelect, toInvitation } from "./list-access";
import type { FamilyInvitationOutput, OfPatient } from "./schema";

/**
 * Mails a new link for another 14 days; the previous one stops working. Who sends it again stands for it from then on.
 * Throws `not-found`, `forbidden`, `invalid-transition` for one that was answered or whose last day is over.
 */
export function resendFamilyInvitation(actor: Actor, { patientId, id }: OfPatient): Promise<FamilyInvitationOutput> {
  const now = new Date();
  return inTransaction(
    actor,
    async (tx) => {
      await requireManaged(tx, actor, patientId);
      const before = await tx.familyInvitation.findFirst({ where: { id, patientId }, select: { status: true } });
      if (!before) throw notFound();
      const { token, tokenHash } = newSecretToken();
      const [row] = await tx.familyInvitation.updateManyAndReturn({
        where: { id, status: "PENDING", OR: [{ accessExpiresAt: null }, { accessExpiresAt: { gt: now } }] },
        data: {
          tokenHash,
          createdByUserId: actor.userId ?? "",
          expiresAt: linkEndsAt(now),
          version: { increment: 1 },
        },
        select: { ...invitationSelect, createdByUserId: true },
      });
      if (!row)
        throw new AppError("invalid-transition", "The invitation was answered, or has ended. Send a new one.", {
          extra: { from: before.status },
        });
      const { createdByUserId: _, ...shown } = row;
      await mailInvitation(tx, await nameOf(tx, actor), row, { token, tokenHash });
      const audit = { action: "family-invitation.resend", subject: "family-invitation", subjectId: id, patientId };
      await recordChange(tx, actor, audit, [familyInvitationEvent("family-invitation.resent", row)]);
      return toInvitation(shown);
    },
    { locks: [familyLock(patientId)] },
  );
}
