import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { staffEvent } from "./events";
import { requireAnotherManager, requireMember, requireStaffManaged, staffLock } from "./internal/require-staff";
import type { OfHospital } from "./schema";

/**
 * Removes someone from a hospital's staff: their next request has no access, and their open pages refresh at once. A
 * manager may leave, too, as long as another one stays. Throws `not-found`, `last-manager`.
 */
export function removeStaff(actor: Actor, { hospitalId, id }: OfHospital): Promise<{ id: string }> {
  return inTransaction(
    actor,
    async (tx) => {
      await requireStaffManaged(tx, actor, hospitalId);
      const member = await requireMember(tx, hospitalId, id);
      if (member.role === "MANAGER") await requireAnotherManager(tx, hospitalId, id);
      await tx.hospitalStaff.delete({ where: { id }, select: { id: true } });
      const audit = {
        action: "staff.remove",
        subject: "staff",
        subjectId: id,
        hospitalId,
        details: { userId: member.userId, role: member.role },
      };
      await recordChange(tx, actor, audit, [staffEvent("staff.removed", { ...member, hospitalId })]);
      return { id };
    },
    { locks: [staffLock(hospitalId)] },
  );
}
