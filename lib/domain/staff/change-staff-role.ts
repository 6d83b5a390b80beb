import type { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { changedFields } from "@/lib/platform/db/changed-fields";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { staffEvent } from "./events";
import {
  requireAnotherManager,
  requireManagersConsent,
  requireMember,
  requireStaffManaged,
  staffLock,
} from "./internal/require-staff";
import { memberSelect, toMember } from "./list-staff";
import type { changeStaffInput, StaffMember } from "./schema";

/**
 * Changes a role, effective from the next request. The same role is no change. Throws `not-found`, `last-manager`,
 * `forbidden` for an administrator where there is a manager.
 */
export function changeStaffRole(
  actor: Actor,
  { hospitalId, id, role }: z.output<typeof changeStaffInput>,
): Promise<StaffMember> {
  return inTransaction(
    actor,
    async (tx) => {
      await requireStaffManaged(tx, actor, hospitalId);
      const member = await requireMember(tx, hospitalId, id);
      if (!changedFields(member, { role }))
        return toMember(await tx.hospitalStaff.findUniqueOrThrow({ where: { id }, select: memberSelect }));
      if (role === "MANAGER") await requireManagersConsent(tx, actor, hospitalId);
      if (member.role === "MANAGER" && role !== "MANAGER") await requireAnotherManager(tx, hospitalId, id);
      const row = await tx.hospitalStaff.update({ where: { id }, data: { role }, select: memberSelect });
      const audit = {
        action: "staff.change-role",
        subject: "staff",
        subjectId: id,
        hospitalId,
        details: { userId: member.userId, from: member.role, to: role },
      };
      await recordChange(tx, actor, audit, [staffEvent("staff.role-changed", { ...member, hospitalId })]);
      return toMember(row);
    },
    { locks: [staffLock(hospitalId)] },
  );
}
