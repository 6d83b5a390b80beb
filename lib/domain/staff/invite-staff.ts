import type { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { newSecretToken } from "@/lib/platform/auth/secret-token";
import type { Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { AppError } from "@/lib/platform/errors/app-error";
import { staffInvitationEvent } from "./events";
import { STAFF_LINK_DAYS } from "./format";
import { expirePending } from "./internal/expire-pending";
import { requireManagersConsent, requireStaffManaged } from "./internal/require-staff";
import { invitationSelect, toInvitation } from "./list-staff";
import { mailInvitation } from "./internal/mail-invitation";
import type { inviteStaffInput, StaffInvitationOutput } from "./schema";

export const linkEndsAt = (now: Date) => new Date(now.getTime() + STAFF_LINK_DAYS * 86_400_000);

/**
 * Invites someone to a hospital's staff by mail: a link that works once, for 14 days. The manager does not learn
 * whether the address has an account. Throws `not-found`, `forbidden` (an unverified hospital; an administrator where
 * there is a manager), `already-exists` for a member or an address already invited.
 */
export function inviteStaff(
  actor: Actor,
  { hospitalId, email, role }: z.output<typeof inviteStaffInput>,
): Promise<StaffInvitationOutput> {
  const now = new Date();
  return inTransaction(actor, async (tx) => {
    const hospital = await requireStaffManaged(tx, actor, hospitalId);
    if (hospital.verification !== "VERIFIED")
      throw new AppError("forbidden", "Your hospital can invite people once it is verified.");
    await requireManagersConsent(tx, actor, hospitalId);
    await requireNoMember(tx, hospitalId, email);
    await expirePending(tx, { hospitalId, email }, now);
    const { token, tokenHash } = newSecretToken();
    const invitation = {
      hospitalId,
      email,
      role,
      tokenHash,
      createdByUserId: actor.userId,
      expiresAt: linkEndsAt(now),
    };
    const [row] = await tx.staffInvitation.createManyAndReturn({
      data: [invitation],
      skipDuplicates: true,
      select: invitationSelect,
    });
    if (!row) throw exists("This address already has an invitation. You can send it again.");
    await mailInvitation(tx, { hospitalId, hospitalName: hospital.name }, row, { token, tokenHash });
    const audit = {
      action: "staff-invitation.send",
      subject: "staff-invitation",
      subjectId: row.id,
      hospitalId,
      details: { role },
    };
    await recordChange(tx, actor, audit, [staffInvitationEvent("staff-invitation.sent", { id: row.id, hospitalId })]);
    return toInvitation(row);
  });
}

async function requireNoMember(tx: Tx, hospitalId: string, email: string): Promise<void> {
  const member = await tx.hospitalStaff.findFirst({ where: { hospitalId, user: { email } }, select: { id: true } });
  if (member) throw exists("This person is already on the staff.");
}

function exists(message: string): AppError {
  return new AppError("already-exists", message, { fields: [{ path: "email", message }] });
}
