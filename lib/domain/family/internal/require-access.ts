import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import type { RowOf } from "@/lib/platform/db/statement";
import { heldAccess } from "../statements";

export type Held = RowOf<typeof heldAccess>;

/** People who end each other's access to one patient are serialised. */
export const familyLock = (patientId: string) => `family:${patientId}`;

/** Returns what the actor may do for this patient. Throws `not-found` for those who don't act for them. */
export async function requireHeld(tx: Tx, actor: Actor, patientId: string): Promise<Held> {
  const [held] = await heldAccess(tx, actor.userId, patientId);
  if (!held) throw notFound();
  return held;
}

/** The same for the patient, and for the parents of a child. Throws `forbidden` for others who act for them. */
export async function requireManaged(tx: Tx, actor: Actor, patientId: string): Promise<Held> {
  const held = await requireHeld(tx, actor, patientId);
  if (!held.canManage) throw new AppError("forbidden", "Only the patient, or a child's parent, can do this.");
  return held;
}

/** Returns someone's access to this patient, ended or not. Throws `not-found` for that to others. Call it under the lock. */
export async function requireAccess(tx: Tx, patientId: string, id: string) {
  const row = await tx.patientAccess.findFirst({
    where: { id, patientId },
    select: {
      id: true,
      userId: true,
      patientId: true,
      relation: true,
      scope: true,
      expiresAt: true,
      untilMajority: true,
      version: true,
    },
  });
  if (!row) throw notFound();
  return row;
}

/**
 * Throws `last-access` when someone without an account of their own would be left without anyone who does everything
 * for them, for good. Call it under the lock.
 */
export async function requireAnotherHolder(tx: Tx, held: Held, patientId: string, id: string): Promise<void> {
  if (held.hasAccount) return;
  const others = await tx.patientAccess.count({
    where: { patientId, id: { not: id }, scope: "ALL", expiresAt: null, user: { status: "ACTIVE" } },
  });
  if (others === 0)
    throw new AppError("last-access", "Someone has to be able to do everything for them. Invite another person first.");
}

/** Whether an access is the kind of which one has to stay. */
export function isLasting({ scope, expiresAt }: { scope: string; expiresAt: Date | null }): boolean {
  return scope === "ALL" && expiresAt === null;
}
