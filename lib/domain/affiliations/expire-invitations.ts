import { recordNews } from "@/lib/domain/contacts/record-news";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { db, type Prisma, type Tx } from "@/lib/platform/db/db";
import { inBatches, unanswered } from "@/lib/platform/jobs/in-batches";
import { inTransaction } from "@/lib/actor/transaction";
import { invitationEvent } from "./events";
import { listManagers } from "./queries";

/**
 * Expires what was not answered within fourteen days, for the system. A timer runs it on any number of instances; each
 * row is taken by one. Returns how many expired.
 */
export function expireInvitations(now: Date = new Date()): Promise<number> {
  return inBatches(
    (take) => db.doctorInvitation.findMany(unanswered(now, take)),
    ({ id }) => inTransaction(SYSTEM_ACTOR, (tx) => expireIn(tx, { id }, now)),
  );
}

/** Does the same for some, in the transaction that finds them in the way before the timer runs. */
export async function expireIn(tx: Tx, which: Prisma.DoctorInvitationWhereInput, now: Date): Promise<number> {
  const rows = await tx.doctorInvitation.updateManyAndReturn({
    where: { AND: [which, { status: "PENDING", expiresAt: { lte: now } }] },
    data: { status: "EXPIRED", tokenHash: null, respondedAt: now, version: { increment: 1 } },
    select: { id: true, hospitalId: true, doctorId: true, direction: true },
  });
  for (const row of rows) {
    const { id, doctorId, hospitalId } = row;
    const audit = { action: "invitation.expire", subject: "invitation", subjectId: id, doctorId, hospitalId };
    await recordNews(tx, SYSTEM_ACTOR, audit, [invitationEvent("EXPIRED", row, await listManagers(tx, hospitalId))]);
  }
  return rows.length;
}
