import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { notFound } from "@/lib/platform/errors/app-error";
import { grantEvent } from "./events";
import { requireRight, sharingLock } from "./internal/require-right";
import type { OfPatient } from "./schema";

/**
 * Stops sharing a record with a doctor: their next request reads nothing, and their open pages close. Ended twice is no
 * change. Throws `not-found`, `forbidden`.
 */
export function endGrant(actor: Actor, { patientId, id }: OfPatient): Promise<{ id: string }> {
  return inTransaction(
    actor,
    async (tx) => {
      await requireRight(tx, actor, patientId);
      const grant = await tx.recordGrant.findFirst({
        where: { id, patientId },
        select: { id: true, patientId: true, doctorId: true, endedAt: true },
      });
      if (!grant) throw notFound();
      if (grant.endedAt) return { id };
      await tx.recordGrant.update({ where: { id }, data: { endedAt: new Date(), endedById: actor.userId } });
      const { doctorId } = grant;
      const audit = { action: "record-grant.end", subject: "record-grant", subjectId: id, patientId, doctorId };
      await recordChange(tx, actor, audit, [grantEvent("record-grant.ended", grant)]);
      return { id };
    },
    { locks: [sharingLock(patientId)] },
  );
}
