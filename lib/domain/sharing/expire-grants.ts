import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { inBatches } from "@/lib/platform/jobs/in-batches";
import { grantEvent } from "./events";

/**
 * Closes grants whose last day is over, so that open pages read again: they give nothing since that moment. A timer runs it
 * on any number of instances; each row is taken by one. Returns how many.
 */
export function expireGrants(now: Date = new Date()): Promise<number> {
  return inBatches(
    (take) =>
      inTransaction(SYSTEM_ACTOR, (tx) =>
        tx.recordGrant.findMany({
          where: { endedAt: null, expiresAt: { lte: now } },
          orderBy: { expiresAt: "asc" },
          take,
          select: { id: true, expiresAt: true },
        }),
      ),
    expireOne,
  );
}

function expireOne({ id, expiresAt }: { id: string; expiresAt: Date | null }): Promise<0 | 1> {
  return inTransaction(SYSTEM_ACTOR, async (tx) => {
    const [row] = await tx.recordGrant.updateManyAndReturn({
      where: { id, endedAt: null },
      data: { endedAt: expiresAt },
      select: { id: true, patientId: true, doctorId: true },
    });
    if (!row) return 0;
    const { patientId, doctorId } = row;
    const audit = { action: "record-grant.expire", subject: "record-grant", subjectId: id, patientId, doctorId };
    await recordChange(tx, SYSTEM_ACTOR, audit, [grantEvent("record-grant.expired", row)]);
    return 1;
  });
}
