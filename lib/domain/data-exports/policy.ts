import type { Actor } from "@/lib/actor/actor";
import { canManage } from "@/lib/domain/hospitals/policy";
import type { Prisma } from "@/lib/platform/db/db";

/** A hospital's lists are exported by its managers, the platform's (null) by administrators. */
export function canExport(actor: Actor, hospitalId: string | null): boolean {
  return hospitalId === null ? actor.isAdmin : canManage(actor, hospitalId);
}

/** Managers see their hospital's exports, administrators the progress of all; what is in them, only those who asked for them. */
export function visibleTo(actor: Actor): Prisma.DataExportWhereInput {
  if (actor.isAdmin) return {};
  const { hospitalId } = actor;
  return hospitalId && canManage(actor, hospitalId) ? { hospitalId } : { id: { in: [] } };
}

/** Those that the actor has asked for, and may still have. */
export function ownOf(actor: Actor): Prisma.DataExportWhereInput {
  const { hospitalId, userId } = actor;
  const places: Prisma.DataExportWhereInput[] = [];
  if (actor.isAdmin) places.push({ hospitalId: null });
  if (hospitalId && canManage(actor, hospitalId)) places.push({ hospitalId });
  return userId ? { requestedByUserId: userId, OR: places } : { id: { in: [] } };
}
