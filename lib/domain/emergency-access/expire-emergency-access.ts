import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { db } from "@/lib/platform/db/db";
import { inBatches } from "@/lib/platform/jobs/in-batches";
import { emergencyEvent } from "./events";

/**
 * Closes what was opened in an emergency once its hours are over, so that open pages read again: it gives nothing since
 * that moment. A timer runs it on any number of instances; each row is taken by one. Returns how many.
 */
export function expireEmergencyAccess(now: Date = new Date()): Promise<number> {
  return inBatches(
    (take) =>
      db.emergencyAccess.findMany({
        where: { endedAt: null, expiresAt: { lte: now } },
        orderBy: { expiresAt: "asc" },
        take,
        select: { id: true, expiresAt: true },
      }),
    expireOne,
  );
}

function expireOne({ id, expiresAt }: { id: string; expiresAt: Date }): Promise<0 | 1> {
  return inTransaction(SYSTEM_ACTOR, async (tx) => {
    const [row] = await tx.emergencyAccess.updateManyAndReturn({
      where: { id, endedAt: null },
      data: { endedAt: expiresAt },
      select: { id: true, patientId: true, doctorId: true },
    });
    if (!row) return 0;
    const { patientId, doctorId } = row;
    const audit = {
      action: "emergency-access.expire",
      subject: "emergency-access",
      subjectId: id,
      patientId,
      doctorId,
    };
    await recordChange(tx, SYSTEM_ACTOR, audit, [emergencyEvent("emergency-access.expired", row)]);
    return 1;
  });
}
