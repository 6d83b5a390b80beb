import type { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { newSecretToken } from "@/lib/platform/auth/secret-token";
import type { Tx } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import { localDateAt } from "@/lib/platform/time/local-date";
import { familyInvitationEvent } from "./events";
import { endOfDay } from "@/lib/domain/patients/end-of-day";
import { familyLock, requireManaged, type Held } from "./internal/require-access";
import { linkEndsAt } from "./internal/link-ends-at";
import { mailInvitation } from "./internal/mail-invitation";
import { nameOf } from "./internal/name-of";
import { invitationSelect, toInvitation } from "./list-access";
import { canHandOver, HAND_OVER_AGE, MAX_HOLDERS } from "./rules";
import type { FamilyInvitationOutput, inviteInput } from "./schema";

type Input = z.output<typeof inviteInput>;

/**
 * Invites someone by mail to act for a patient, or, as `SELF`, the young person to take over their own record: a link
 * that works once, for 14 days. Who invites does not learn whether the address has an account. Throws `not-found`,
 * `forbidden`, `invalid` (the last day), `already-exists` for someone who already acts for the patient or is invited,
 * `quota-reached`.
 */
export function inviteRelative(actor: Actor, input: Input): Promise<FamilyInvitationOutput> {
  const { patientId, email, relation } = input;
  const now = new Date();
  return inTransaction(
    actor,
    async (tx) => {
      const held = await requireManaged(tx, actor, patientId);
      if (relation === "SELF") requireHandOver(actor, held, now);
      const accessExpiresAt = relation === "SELF" ? null : endOfDay(actor, input.endsOn ?? null, now);
      await requireRoom(tx, patientId, email);
      // An expired one that no timer has cleared yet does not block a new one.
      await tx.familyInvitation.updateMany({
        where: { patientId, email, status: "PENDING", expiresAt: { lte: now } },
        data: { status: "EXPIRED", tokenHash: null, respondedAt: now, version: { increment: 1 } },
      });
      const { token, tokenHash } = newSecretToken();
      const [row] = await tx.familyInvitation.createManyAndReturn({
        data: [
          {
            patientId,
            email,
            relation,
            scope: relation === "SELF" ? "ALL" : input.scope,
            accessExpiresAt,
            tokenHash,
            createdByUserId: actor.userId ?? "",
            expiresAt: linkEndsAt(now),
          },
        ],
        skipDuplicates: true,
        select: { ...invitationSelect, createdByUserId: true },
      });
      if (!row) throw exists("This address is already invited. You can send it again.");
      await mailInvitation(tx, await nameOf(tx, actor), row, { token, tokenHash });
      const details = { relation, scope: row.scope };
      const audit = {
        action: "family-invitation.create",
        subject: "family-invitation",
        subjectId: row.id,
        patientId,
        details,
      };
      await recordChange(tx, actor, audit, [familyInvitationEvent("family-invitation.created", row)]);
      const { createdByUserId: _, ...shown } = row;
      return toInvitation(shown);
    },
    { locks: [familyLock(patientId)] },
  );
}

function requireHandOver(actor: Actor, held: Held, now: Date): void {
  if (held.hasAccount) throw exists("They already have an account of their own.", "relation");
  if (held.relation !== "CHILD" || !canHandOver(held.bornOn, localDateAt(now, actor.timeZone)))
    throw new AppError("forbidden", `A parent can hand over from the ${HAND_OVER_AGE}th birthday on.`);
}

async function requireRoom(tx: Tx, patientId: string, email: string): Promise<void> {
  const [holders, invited] = [
    await tx.patientAccess.findMany({ where: { patientId }, select: { id: true, user: { select: { email: true } } } }),
    await tx.familyInvitation.count({ where: { patientId, status: "PENDING", expiresAt: { gt: new Date() } } }),
  ];
  const holder = holders.find(({ user }) => user.email === email);
  if (holder) throw exists("This person is already on the list.");
  if (holders.length + invited >= MAX_HOLDERS)
    throw new AppError("quota-reached", `At most ${MAX_HOLDERS} people can act for one person.`);
}

function exists(message: string, path = "email"): AppError {
  return new AppError("already-exists", message, { fields: [{ path, message }] });
}
