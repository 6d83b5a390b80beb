import type { Actor } from "@/lib/actor/actor";
import type { Prisma } from "@/lib/platform/db/db";
import { canManage } from "@/lib/domain/hospitals/policy";

/** Imports belong to the hospital's managers; to all others they don't exist. */
export function visibleTo(actor: Actor): Prisma.ImportWhereInput {
  return actor.hospitalId && canManage(actor, actor.hospitalId) ? { hospitalId: actor.hospitalId } : { id: { in: [] } };
}
