import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { requireManaged } from "@/lib/domain/hospitals/load-own-hospital";
import { visibleTo } from "@/lib/domain/hospitals/policy";
import { departmentWithName } from "../statements";

/**
 * Returns a department the actor manages. Throws `not-found` for those of other hospitals, `forbidden` for a
 * coordinator.
 */
export async function requireManagedDepartment(tx: Tx, actor: Actor, id: string) {
  const row = await tx.department.findFirst({
    where: { id, hospital: visibleTo(actor) },
    select: { id: true, name: true, hospitalId: true },
  });
  if (!row) throw notFound();
  await requireManaged(tx, actor, row.hospitalId);
  return row;
}

/** Throws `invalid` on `name`, because two departments with equivalent names can't be told apart. */
export async function requireFreeName(tx: Tx, hospitalId: string, name: string, exceptId?: string): Promise<void> {
  const [taken] = await departmentWithName(tx, hospitalId, name, exceptId ?? null);
  if (!taken) return;
  throw new AppError("invalid", "There is already a department with this name.", {
    fields: [{ path: "name", message: "There is already a department with this name" }],
  });
}
