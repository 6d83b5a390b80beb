import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { db } from "@/lib/platform/db/db";
import { inBatches } from "@/lib/platform/jobs/in-batches";
import { linkEvent } from "./events";

/**
 * Closes links whose time is over, so that open pages read again: they open nothing since that moment. A timer runs it on any
 * number of instances; each row is taken by one. Returns how many.
 */
export function expireLinks(now: Date = new Date()): Promise<number> {
  const due = { endedAt: null, expiresAt: { lte: now } };
  const select = { id: true, expiresAt: true };
  return inBatches(
    (take) => db.recordLink.findMany({ where: due, orderBy: { expiresAt: "asc" }, take, select }),
    ({ id, expiresAt }) => closeOne(id, expiresAt),
  );
}

function closeOne(id: string, endedAt: Date): Promise<0 | 1> {
  return inTransaction(SYSTEM_ACTOR, async (tx) => {
    const where = { id, endedAt: null };
    const [row] = await tx.recordLink.updateManyAndReturn({ where, data: { endedAt }, select: { patientId: true } });
    if (!row) return 0;
    const link = { id, patientId: row.patientId };
    const audit = { action: "record-link.expire", subject: "record-link", subjectId: id, patientId: row.patientId };
    await recordChange(tx, SYSTEM_ACTOR, audit, [linkEvent("record-link.expired", link)]);
    return 1;
  });
}
