import type { Actor } from "@/lib/actor/actor";
import type { Db, Tx, Verification } from "@/lib/platform/db/db";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { canManageStaff } from "../policy";
import { canManage } from "@/lib/domain/hospitals/policy";

/** People who remove each other's rights are serialised: the database uses the same lock in its own check. */
export const staffLock = (hospitalId: string) => `staff:${hospitalId}`;

/** Throws `not-found` for anyone who does not manage this hospital: a coordinator does not see its staff either. */
export async function requireStaffManaged(
  client: Db,
  actor: Actor,
  hospitalId: string,
): Promise<{ name: string; verification: Verification }> {
  const row = canManageStaff(actor, hospitalId)
    ? await client.hospital.findUnique({ where: { id: hospitalId }, select: { name: true, verification: true } })
    : null;
  if (!row) throw notFound();
  return row;
}

/**
 * Grants no right in a hospital over its managers' heads: an administrator may add or promote someone only where no
 * manager is left. Throws `forbidden`. Call it under the lock under which roles change.
 */
export async function requireManagersConsent(tx: Tx, actor: Actor, hospitalId: string): Promise<void> {
  if (canManage(actor, hospitalId)) return;
  const managers = await tx.hospitalStaff.count({ where: { hospitalId, role: "MANAGER" } });
  if (managers > 0) throw new AppError("forbidden", "Only a manager of the hospital can do this. Ask one of them.");
}

/** Returns one of a hospital's staff. Throws `not-found` for those of others. Call it under the lock. */
export async function requireMember(tx: Tx, hospitalId: string, id: string) {
  const row = await tx.hospitalStaff.findFirst({
    where: { id, hospitalId },
    select: { id: true, userId: true, role: true },
  });
  if (!row) throw notFound();
  return row;
}

/** Throws `last-manager` when this one is the only one. Call it under the lock. */
export async function requireAnotherManager(tx: Tx, hospitalId: string, id: string): Promise<void> {
  const others = await tx.hospitalStaff.count({ where: { hospitalId, role: "MANAGER", id: { not: id } } });
  if (others === 0)
    throw new AppError("last-manager", "A hospital keeps at least one manager. Make someone else a manager first.");
}
