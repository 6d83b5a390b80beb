import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { conditionEvent } from "./events";
import { columnsOf, listNames, requirePossibleOnset } from "./internal/condition-columns";
import { changedBy, leaveTrace, lockOf } from "./internal/leave-trace";
import { requireKept } from "./internal/require-kept";
import { requireNew, requireRoom } from "./internal/require-room";
import { toCondition } from "./internal/to-background";
import { conditionSelect } from "./internal/rows";
import type { AddConditionInput, Condition } from "./schema";

/**
 * Records a condition, with a diagnosis code where one was chosen. Throws `not-found`, `invalid` for an impossible onset,
 * `already-exists`, `conflict` when there are too many.
 */
export function addCondition(actor: Actor, { patientId, ...values }: AddConditionInput): Promise<Condition> {
  return inTransaction(
    actor,
    async (tx) => {
      await requireKept(tx, actor, patientId);
      await requirePossibleOnset(tx, patientId, values.onset);
      const present = await listNames(tx, patientId);
      requireRoom(present);
      requireNew(present, values.name, "name");
      const by = changedBy(actor, patientId);
      const recorded = { recordedById: by.changedById, recordedAs: by.changedAs, recordedAt: by.changedAt };
      const row = await tx.condition.create({
        data: { patientId, ...columnsOf(values), ...recorded, ...by, name: values.name },
        select: conditionSelect,
      });
      const audit = { action: "condition.add", subject: "condition", subjectId: row.id, patientId };
      await leaveTrace(tx, actor, audit, (concerned) => conditionEvent("condition.recorded", row.id, concerned));
      return toCondition(actor, row, []);
    },
    { locks: [lockOf(patientId)] },
  );
}
