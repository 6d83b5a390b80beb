import type { Actor } from "@/lib/actor/actor";
import { changedFields } from "@/lib/platform/db/changed-fields";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { requireVersion, versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { capacityChanged } from "@/lib/domain/hospitals/events";
import { rateOf } from "./add-ward";
import { wardEvent } from "./events";
import { requireFreeName, requireManagedWard, requireOwnDepartment } from "./internal/require-managed-ward";
import { wardSelect, type WardRow } from "./queries";
import type { ChangeWardInput } from "./schema";

/**
 * Changes a ward; missing or unchanged values stay. A cleaning in progress keeps its time. Throws `not-found`,
 * `forbidden` (a coordinator), `invalid`, `version-mismatch`.
 */
export function changeWard(
  actor: Actor,
  id: string,
  input: ChangeWardInput,
  expectedVersion?: ExpectedVersion,
): Promise<WardRow> {
  const { dailyRate, ...fields } = input;
  return inTransaction(
    actor,
    async (tx) => {
      const before = await requireManagedWard(tx, actor, id);
      const { hospitalId } = before;
      requireVersion(before, expectedVersion);
      const changed = changedFields(before, { ...fields, ...rateOf(dailyRate) });
      if (!changed) return before;
      if (fields.name !== undefined) await requireFreeName(tx, hospitalId, fields.name, id);
      await requireOwnDepartment(tx, hospitalId, fields.departmentId);
      const [row] = await tx.ward.updateManyAndReturn({
        where: { id, version: before.version, removedAt: null },
        data: { ...changed, version: { increment: 1 } },
        select: wardSelect,
      });
      if (!row) throw versionMismatch();
      const audit = { action: "ward.change", subject: "ward", subjectId: id, hospitalId };
      await recordChange(tx, actor, audit, [wardEvent("ward.changed", row), capacityChanged(hospitalId)]);
      return row;
    },
    { locks: [`wards:${actor.hospitalId ?? ""}`] },
  );
}
