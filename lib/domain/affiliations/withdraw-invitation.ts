import { recordNews } from "@/lib/domain/contacts/record-news";
import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError } from "@/lib/platform/errors/app-error";
import { requireVersion, versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { invitationEvent } from "./events";
import { requireOpen } from "./internal/require-open";
import { sidesOf } from "./policy";
import { getInvitationIn, type InvitationRow } from "./queries";
import { askingSide } from "./status";

/**
 * Withdraws, on the side that started it: a manager the invitation, the doctor the request. Its link stops working.
 * Throws `not-found`, `forbidden` (the other side answers instead), `invalid-transition`, `version-mismatch`.
 */
export function withdrawInvitation(
  actor: Actor,
  id: string,
  expectedVersion?: ExpectedVersion,
): Promise<InvitationRow> {
  return inTransaction(actor, (tx) => withdraw(tx, actor, id, expectedVersion));
}

async function withdraw(tx: Tx, actor: Actor, id: string, expectedVersion: ExpectedVersion): Promise<InvitationRow> {
  const now = new Date();
  const before = await getInvitationIn(tx, actor, id);
  if (!sidesOf(actor, before).includes(askingSide(before.direction))) {
    throw new AppError("forbidden", "Only the side that sent this can withdraw it.");
  }
  requireVersion(before, expectedVersion);
  requireOpen(before, now);
  const { count } = await tx.doctorInvitation.updateMany({
    where: { id, status: "PENDING", version: before.version },
    data: {
      status: "WITHDRAWN",
      tokenHash: null,
      respondedAt: now,
      respondedByUserId: actor.userId,
      version: { increment: 1 },
    },
  });
  // Someone was faster: report the outcome rather than a changed version.
  if (count === 0) {
    requireOpen(await getInvitationIn(tx, actor, id), now);
    throw versionMismatch();
  }
  const row = await getInvitationIn(tx, actor, id);
  const { doctorId, hospitalId } = row;
  const audit = { action: "invitation.withdraw", subject: "invitation", subjectId: id, doctorId, hospitalId };
  await recordNews(tx, actor, audit, [invitationEvent("WITHDRAWN", row, [])]);
  return row;
}
