import type { Actor } from "@/lib/actor/actor";
import { planMails } from "@/lib/domain/messages/plan-mails";
import { queueMessages } from "@/lib/domain/messages/queue-messages";
import { newSecretToken } from "@/lib/platform/auth/secret-token";
import type { Tx } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import { linkEndsAt } from "./invite-staff";
import { expirePending } from "./internal/expire-pending";
import { invitationDraft } from "./internal/mail-invitation";
import { requireStaffManaged } from "./internal/require-staff";
import type { StaffRole } from "./schema";

type InvitedStaff = { email: string; role: StaffRole };

/**
 * Invites many addresses to a hospital's staff at once, in the caller's transaction, which records one event. An address with a
 * pending invitation fails the whole by its unique index. Throws `not-found`, `forbidden` for an unverified hospital.
 */
export async function inviteStaffAddressesIn(
  tx: Tx,
  actor: Actor,
  hospitalId: string,
  invited: InvitedStaff[],
  importId: string,
): Promise<void> {
  const { name: hospitalName, verification } = await requireStaffManaged(tx, actor, hospitalId);
  if (verification !== "VERIFIED")
    throw new AppError("forbidden", "Your hospital can invite people once it is verified.");
  await expirePending(tx, { hospitalId, email: { in: invited.map(({ email }) => email) } });
  const dueAt = await planMails(tx, hospitalId, invited.length);
  // The time to answer starts with the mail.
  const links = invited.map((one, at) => {
    const due = dueAt[at] ?? new Date();
    return { ...one, ...newSecretToken(), dueAt: due, expiresAt: linkEndsAt(due) };
  });
  const origin = { hospitalId, importId, createdByUserId: actor.userId };
  await tx.staffInvitation.createMany({
    data: links.map(({ email, role, tokenHash, expiresAt }) => ({ ...origin, email, role, tokenHash, expiresAt })),
  });
  await queueMessages(
    tx,
    links.map((link) => invitationDraft({ hospitalId, hospitalName }, link)),
  );
}
