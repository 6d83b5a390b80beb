import type { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { hashSecretToken } from "@/lib/platform/auth/secret-token";
import { db, type Tx } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import { accessEvent, familyInvitationEvent } from "../events";
import type { familyLinkInput } from "../schema";
import { heldAccess } from "../statements";
import { findSender } from "./find-sender";
import { familyLock } from "./require-access";
import { giveUpOwnRecord } from "./give-up-own-record";

/**
 * Starts to act for a patient by the link from the mail, or takes over one's own record; effective from the next
 * request. The link counts, not the address, because people sign in with any account of theirs. Throws `invalid-token`
 * for a link that is unknown, used, withdrawn or expired, or whose sender has lost the right to give it, `forbidden` for
 * its own sender, `already-exists` for someone who already acts for the patient, or has a record of their own in use.
 */
export async function acceptFamilyInvitation(
  actor: Actor,
  { token }: z.output<typeof familyLinkInput>,
): Promise<{ patientId: string }> {
  const tokenHash = hashSecretToken(token);
  const known = await db.familyInvitation.findUnique({ where: { tokenHash }, select: { patientId: true } });
  const { userId } = actor;
  if (!known || userId === null) throw linkInvalid();
  return inTransaction(actor, (tx) => accept(tx, actor, userId, tokenHash), { locks: [familyLock(known.patientId)] });
}

async function accept(tx: Tx, actor: Actor, userId: string, tokenHash: string): Promise<{ patientId: string }> {
  const now = new Date();
  const [invitation] = await tx.familyInvitation.updateManyAndReturn({
    where: { tokenHash, status: "PENDING", expiresAt: { gt: now } },
    data: {
      status: "ACCEPTED",
      tokenHash: null,
      acceptedByUserId: userId,
      respondedAt: now,
      version: { increment: 1 },
    },
    select: {
      id: true,
      patientId: true,
      relation: true,
      scope: true,
      accessExpiresAt: true,
      createdByUserId: true,
    },
  });
  // What would be over already is not begun.
  if (!invitation || (invitation.accessExpiresAt && invitation.accessExpiresAt <= now)) throw linkInvalid();
  const { patientId, relation, scope, createdByUserId } = invitation;
  if (createdByUserId === userId)
    throw new AppError("forbidden", "You sent this invitation. Someone else has to accept it.");
  const sender = await findSender(tx, invitation);
  if (!sender) throw linkInvalid();
  if (relation === "SELF") await giveUpOwnRecord(tx, userId, patientId);
  const granted = {
    relation,
    scope,
    expiresAt: invitation.accessExpiresAt,
    untilMajority: sender.untilMajority,
    grantedById: createdByUserId,
  };
  const access = await grant(tx, { userId, patientId }, granted);
  const audit = {
    action: "patient-access.grant",
    subject: "patient-access",
    subjectId: access.id,
    patientId,
    details: { invitationId: invitation.id, relation, scope },
  };
  await recordChange(tx, actor, audit, [
    familyInvitationEvent("family-invitation.accepted", invitation),
    accessEvent("patient-access.granted", access),
  ]);
  return { patientId };
}

type Granted = {
  relation: "SELF" | "CHILD" | "PARENT" | "SPOUSE" | "OTHER";
  scope: "BOOK" | "READ" | "ALL";
  expiresAt: Date | null;
  untilMajority: boolean;
  grantedById: string;
};

/** A new access, or in place of one that has ended by itself. */
async function grant(tx: Tx, of: { userId: string; patientId: string }, granted: Granted) {
  const [held] = await heldAccess(tx, of.userId, of.patientId);
  if (held) throw new AppError("already-exists", "You already act for this person.");
  return tx.patientAccess.upsert({
    where: { userId_patientId: of },
    create: { ...of, ...granted },
    update: { ...granted, version: { increment: 1 } },
    select: { id: true, userId: true, patientId: true },
  });
}

function linkInvalid(): AppError {
  return new AppError(
    "invalid-token",
    "This link has been used, withdrawn, or is older than 14 days. Ask the person who sent it for a new one.",
  );
}
