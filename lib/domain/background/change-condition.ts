import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import type { Tx } from "@/lib/platform/db/db";
import { changedFields } from "@/lib/platform/db/changed-fields";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { requireVersion, versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { conditionEvent } from "./events";
import { columnsOf, listNames, requirePossibleOnset } from "./internal/condition-columns";
import { changedBy, leaveTrace, lockOf } from "./internal/leave-trace";
import { getOwner } from "./internal/require-kept";
import { requireNew } from "./internal/require-room";
import { toCondition } from "./internal/to-background";
import { keptBy } from "./policy";
import { conditionSelect } from "./internal/rows";
import { listVersions } from "./queries";
import type { ChangeConditionInput, Condition } from "./schema";

/**
 * Changes a condition's entry; what it was stays in its history. Missing or unchanged values stay. Throws `not-found`,
 * `invalid`, `invalid-transition` for one entered in error, `already-exists`, `version-mismatch`.
 */
export async function changeCondition(
  actor: Actor,
  id: string,
  input: ChangeConditionInput,
  expectedVersion?: ExpectedVersion,
): Promise<Condition> {
  const where = { id, patient: keptBy(actor) };
  const patientId = await getOwner(actor, (tx) => tx.condition.findFirst({ where, select: { patientId: true } }));
  const change = async (tx: Tx) => {
    const before = await tx.condition.findFirst({ where, select: conditionSelect });
    if (!before) throw notFound();
    requireVersion(before, expectedVersion);
    const changed = changedFields(before, columnsOf(input));
    if (!changed) return toCondition(actor, before, await listVersions(tx, patientId, [before]));
    if (before.status === "ENTERED_IN_ERROR") throw new AppError("invalid-transition", "It was entered in error.");
    await requirePossibleOnset(tx, patientId, changed.onset);
    const { name, status } = { ...before, ...input };
    if (status === "ACTIVE") requireNew(await listNames(tx, patientId), name, "name", id);
    const [row] = await tx.condition.updateManyAndReturn({
      where: { id, version: before.version },
      data: { ...changed, ...changedBy(actor, patientId), version: { increment: 1 } },
      select: conditionSelect,
    });
    if (!row) throw versionMismatch();
    const audit = { action: "condition.change", subject: "condition", subjectId: id, patientId };
    await leaveTrace(tx, actor, audit, (concerned) => conditionEvent("condition.changed", id, concerned));
    return toCondition(actor, row, await listVersions(tx, patientId, [row]));
  };
  return inTransaction(actor, change, { locks: [lockOf(patientId)] });
}
