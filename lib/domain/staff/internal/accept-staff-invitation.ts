import type { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { hashSecretToken } from "@/lib/platform/auth/secret-token";
import type { Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { AppError } from "@/lib/platform/errors/app-error";
import { staffEvent, staffInvitationEvent } from "../events";
import type { staffLinkInput } from "../schema";

/**
 * Joins a hospital's staff by the link from the mail, which works once; effective from the next request. The link
 * counts, not the address, because people sign in with any account of theirs. Throws `invalid-token` for a link that is
 * unknown, used, withdrawn or expired, `forbidden` for its own sender, `already-exists` for anyone on a hospital's
 * staff.
 */
export function acceptStaffInvitation(
  actor: Actor,
  { token }: z.output<typeof staffLinkInput>,
): Promise<{ hospitalId: string }> {
  const now = new Date();
  return inTransaction(actor, async (tx) => {
    const { userId } = actor;
    if (userId === null) throw linkInvalid();
    const accepted = {
      status: "ACCEPTED",
      tokenHash: null,
      acceptedByUserId: userId,
      respondedAt: now,
      version: { increment: 1 },
    } as const;
    const [invitation] = await tx.staffInvitation.updateManyAndReturn({
      where: { tokenHash: hashSecretToken(token), status: "PENDING", expiresAt: { gt: now } },
      data: accepted,
      select: { id: true, hospitalId: true, role: true, createdByUserId: true },
    });
    if (!invitation) throw linkInvalid();
    if (invitation.createdByUserId === userId)
      throw new AppError("forbidden", "You sent this invitation. Someone else has to accept it.");
    const { hospitalId, role } = invitation;
    const [member] = await tx.hospitalStaff.createManyAndReturn({
      data: [{ userId, hospitalId, role }],
      skipDuplicates: true,
      select: { id: true, userId: true },
    });
    // Rolled back with everything else: the link still works after they have left the other hospital.
    if (!member) throw await isAlreadyStaff(tx, userId, hospitalId);
    // Also invited at another address: nothing is left to accept.
    const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
    const others = await tx.staffInvitation.updateManyAndReturn({
      where: { hospitalId, email, status: "PENDING" },
      data: accepted,
      select: { id: true },
    });
    const audit = {
      action: "staff-invitation.accept",
      subject: "staff",
      subjectId: member.id,
      hospitalId,
      details: { invitationId: invitation.id, role },
    };
    await recordChange(tx, actor, audit, [
      ...[invitation, ...others].map(({ id }) => staffInvitationEvent("staff-invitation.accepted", { id, hospitalId })),
      staffEvent("staff.added", { ...member, hospitalId }),
    ]);
    return { hospitalId };
  });
}

/** A person works for one hospital. Which other one it is, is never revealed. */
async function isAlreadyStaff(tx: Tx, userId: string, hospitalId: string): Promise<AppError> {
  const here = await tx.hospitalStaff.count({ where: { userId, hospitalId } });
  const said =
    here > 0
      ? "You're already on the staff of this hospital."
      : "You're on the staff of another hospital. Leave it first, then open this link again.";
  return new AppError("already-exists", said);
}

function linkInvalid(): AppError {
  return new AppError(
    "invalid-token",
    "This link has been used, withdrawn, or is older than 14 days. Ask the hospital for a new one.",
  );
}
