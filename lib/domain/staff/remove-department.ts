import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { hospitalChanged } from "@/lib/domain/hospitals/events";
import { requireManagedDepartment } from "./internal/require-managed-department";

/**
 * Removes a department; its doctors and wards stay at the hospital, in none. Throws `not-found`, `forbidden` (a
 * coordinator).
 */
export function removeDepartment(actor: Actor, { id }: { id: string }): Promise<{ id: string }> {
  return inTransaction(
    actor,
    async (tx) => {
      const { hospitalId } = await requireManagedDepartment(tx, actor, id);
      await tx.department.delete({ where: { id }, select: { id: true } });
      const audit = { action: "department.remove", subject: "department", subjectId: id, hospitalId };
      await recordChange(tx, actor, audit, [hospitalChanged(hospitalId)]);
      return { id };
    },
    { locks: [`departments:${actor.hospitalId ?? ""}`] },
  );
}
