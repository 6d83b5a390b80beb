import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { notFound } from "@/lib/platform/errors/app-error";
import { emergencyEvent } from "./events";
import { openedBy } from "./policy";

/** Closes a record the acting doctor has opened in an emergency; what is over already stays so. Throws `not-found`. */
export function endEmergencyAccess(actor: Actor, { id }: { id: string }): Promise<{ id: string }> {
  return inTransaction(actor, async (tx) => {
    const row = await tx.emergencyAccess.findFirst({
      where: { AND: [{ id }, openedBy(actor)] },
      select: { id: true, patientId: true, doctorId: true },
    });
    if (!row) throw notFound();
    const { count } = await tx.emergencyAccess.updateMany({
      where: { id, endedAt: null, expiresAt: { gt: new Date() } },
      data: { endedAt: new Date() },
    });
    if (count === 0) return { id };
    const { patientId, doctorId } = row;
    const audit = { action: "emergency-access.end", subject: "emergency-access", subjectId: id, patientId, doctorId };
    await recordChange(tx, actor, audit, [emergencyEvent("emergency-access.ended", row)]);
    return { id };
  });
}
