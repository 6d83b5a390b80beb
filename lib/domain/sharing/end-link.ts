import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { notFound } from "@/lib/platform/errors/app-error";
import { linkEvent } from "./events";
import { requireRight, sharingLock } from "./internal/require-right";
import type { OfPatient } from "./schema";

/**
 * Ends a link at once: it opens nothing more, and pages that are open show that. What is over already stays as it is. Throws
 * `not-found`, `forbidden`.
 */
export function endLink(actor: Actor, { patientId, id }: OfPatient): Promise<{ id: string }> {
  return inTransaction(
    actor,
    async (tx) => {
      await requireRight(tx, actor, patientId);
      if ((await tx.recordLink.count({ where: { id, patientId } })) === 0) throw notFound();
      const { count } = await tx.recordLink.updateMany({
        where: { id, endedAt: null, expiresAt: { gt: new Date() } },
        data: { endedAt: new Date(), endedById: actor.userId },
      });
      if (count === 0) return { id };
      const audit = { action: "record-link.end", subject: "record-link", subjectId: id, patientId };
      await recordChange(tx, actor, audit, [linkEvent("record-link.ended", { id, patientId })]);
      return { id };
    },
    { locks: [sharingLock(patientId)] },
  );
}
