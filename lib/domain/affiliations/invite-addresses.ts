import type { Actor } from "@/lib/actor/actor";
import { planMails } from "@/lib/domain/messages/plan-mails";
import { queueMessages } from "@/lib/domain/messages/queue-messages";
import { newSecretToken } from "@/lib/platform/auth/secret-token";
import type { Tx } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import { invitationDraft } from "./internal/mail-texts";
import { expiryOf } from "./status";

export type InvitedAddress = { email: string; departmentId: string | null; message: string | null };

/**
 * Invites many addresses at once in the caller's transaction, which records one event: `inviteDoctor` for each would
 * take a dozen round trips. An address with a pending invitation fails the whole by its unique index. Throws
 * `forbidden` for an unlisted hospital.
 */
export async function inviteAddressesIn(
  tx: Tx,
  actor: Actor,
  hospitalId: string,
  invited: InvitedAddress[],
  importId: string,
): Promise<void> {
  const hospital = await tx.hospital.findUniqueOrThrow({
    where: { id: hospitalId },
    select: { name: true, verification: true },
  });
  if (hospital.verification !== "VERIFIED")
    throw new AppError("forbidden", "Your hospital can invite doctors once it is verified.");
  const dueAt = await planMails(tx, hospitalId, invited.length);
  // The time to answer starts with the mail.
  const letters = invited.map((one, index) => ({
    ...one,
    ...newSecretToken(),
    expiresAt: expiryOf(dueAt[index] ?? new Date()),
    dueAt: dueAt[index] ?? new Date(),
  }));
  await tx.doctorInvitation.createMany({
    data: letters.map(({ email, departmentId, message, tokenHash, expiresAt }) => ({
      hospitalId,
      email,
      departmentId,
      message,
      tokenHash,
      importId,
      createdByUserId: actor.userId,
      expiresAt,
    })),
  });
  await queueMessages(
    tx,
    letters.map((one) => invitationDraft({ hospitalId, hospitalName: hospital.name }, one.email, one)),
  );
}
