import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { allergyEvent } from "./events";
import { changedBy, leaveTrace, lockOf } from "./internal/leave-trace";
import { listSubstances } from "./internal/list-substances";
import { requireKept } from "./internal/require-kept";
import { requireNew, requireRoom } from "./internal/require-room";
import { toAllergy } from "./internal/to-background";
import { allergySelect } from "./internal/rows";
import type { AddAllergyInput, Allergy } from "./schema";

/**
 * Records an allergy; a statement that there are none ends with it. Throws `not-found`, `already-exists`, `conflict` when
 * there are too many.
 */
export function addAllergy(actor: Actor, { patientId, ...values }: AddAllergyInput): Promise<Allergy> {
  return inTransaction(
    actor,
    async (tx) => {
      await requireKept(tx, actor, patientId);
      const present = await listSubstances(tx, patientId);
      requireRoom(present);
      requireNew(present, values.substance, "substance");
      const by = changedBy(actor, patientId);
      const recorded = { recordedById: by.changedById, recordedAs: by.changedAs, recordedAt: by.changedAt };
      const row = await tx.allergy.create({
        data: { patientId, ...values, ...recorded, ...by },
        select: allergySelect,
      });
      const audit = { action: "allergy.add", subject: "allergy", subjectId: row.id, patientId };
      await leaveTrace(tx, actor, audit, (concerned) => allergyEvent("allergy.recorded", row.id, concerned));
      return toAllergy(actor, row, []);
    },
    { locks: [lockOf(patientId)] },
  );
}
