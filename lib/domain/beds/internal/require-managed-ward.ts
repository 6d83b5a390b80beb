import type { Actor } from "@/lib/actor/actor";
import type { Db, Tx } from "@/lib/platform/db/db";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { canSetUpBeds, wardsVisibleTo } from "../policy";
import { wardSelect, type WardRow } from "../queries";
import { wardWithName } from "../statements/wards";

/**
 * Returns a ward of the actor's hospital, and of `hospitalId` where one is named. Throws `not-found` for all others,
 * `forbidden` for a coordinator.
 */
export async function requireManagedWard(client: Db, actor: Actor, id: string, hospitalId?: string): Promise<WardRow> {
  const where = { AND: [{ id, ...(hospitalId ? { hospitalId } : {}) }, wardsVisibleTo(actor)] };
  const ward = await client.ward.findFirst({ where, select: wardSelect });
  if (!ward) throw notFound();
  if (!canSetUpBeds(actor, ward.hospitalId)) throw managersOnly();
  return ward;
}

/** The error for a coordinator. */
export function managersOnly(): AppError {
  return new AppError("forbidden", "Only a manager of the hospital can change this.");
}

/** Throws `invalid` on `name`, because two wards with equivalent names can't be told apart. */
export async function requireFreeName(tx: Tx, hospitalId: string, name: string, exceptId?: string): Promise<void> {
  const [taken] = await wardWithName(tx, hospitalId, name, exceptId ?? null);
  if (!taken) return;
  const message = "There is already a ward with this name";
  throw new AppError("invalid", message, { fields: [{ path: "name", message }] });
}

/** Throws `invalid` on `departmentId` for another hospital's department. */
export async function requireOwnDepartment(
  tx: Tx,
  hospitalId: string,
  departmentId: string | null | undefined,
): Promise<void> {
  if (!departmentId) return;
  if ((await tx.department.count({ where: { id: departmentId, hospitalId } })) > 0) return;
  throw new AppError("invalid", undefined, {
    fields: [{ path: "departmentId", message: "Choose one of the hospital's departments" }],
  });
}
