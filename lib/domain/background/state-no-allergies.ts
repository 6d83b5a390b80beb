import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError } from "@/lib/platform/errors/app-error";
import { noAllergiesStated } from "./events";
import { changedBy, leaveTrace, lockOf } from "./internal/leave-trace";
import { requireKept } from "./internal/require-kept";
import type { z } from "zod";
import type { stateNoAllergiesInput } from "./schema";

/**
 * States that the patient has no known allergies, as of now; an earlier statement ends. Throws `not-found`,
 * `invalid-transition` while an allergy is recorded.
 */
export function stateNoAllergies(
  actor: Actor,
  { patientId }: z.output<typeof stateNoAllergiesInput>,
): Promise<{ id: string }> {
  return inTransaction(
    actor,
    async (tx) => {
      await requireKept(tx, actor, patientId);
      if ((await tx.allergy.count({ where: { patientId, status: "ACTIVE" } })) > 0) {
        throw new AppError("invalid-transition", "An allergy is on the list. If it is wrong, change that entry first.");
      }
      const { changedById: statedById, changedAs: statedAs, changedAt: statedAt } = changedBy(actor, patientId);
      await tx.noKnownAllergies.updateMany({ where: { patientId, endedAt: null }, data: { endedAt: statedAt } });
      const stated = await tx.noKnownAllergies.create({
        data: { patientId, statedById, statedAs, statedAt },
        select: { id: true },
      });
      const audit = { action: "allergy.rule-out", subject: "patient", subjectId: patientId, patientId };
      await leaveTrace(tx, actor, audit, (concerned) => noAllergiesStated(stated.id, concerned));
      return stated;
    },
    { locks: [lockOf(patientId)] },
  );
}
