import type { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { changedFields } from "@/lib/platform/db/changed-fields";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { hospitalChanged } from "@/lib/domain/hospitals/events";
import { requireFreeName, requireManagedDepartment } from "./internal/require-managed-department";
import type { renameDepartmentInput } from "./schema-departments";

/**
 * Renames a department; its doctors stay in it. The same name is no change. Throws `not-found`, `forbidden`, `invalid`
 * for a taken name.
 */
export function renameDepartment(
  actor: Actor,
  { id, name }: z.output<typeof renameDepartmentInput>,
): Promise<{ id: string }> {
  return inTransaction(
    actor,
    async (tx) => {
      const before = await requireManagedDepartment(tx, actor, id);
      if (!changedFields(before, { name })) return { id };
      const { hospitalId } = before;
      await requireFreeName(tx, hospitalId, name, id);
      await tx.department.update({ where: { id }, data: { name }, select: { id: true } });
      const audit = { action: "department.rename", subject: "department", subjectId: id, hospitalId };
      await recordChange(tx, actor, audit, [hospitalChanged(hospitalId)]);
      return { id };
    },
    { locks: [`departments:${actor.hospitalId ?? ""}`] },
  );
}
