import type { Actor } from "@/lib/actor/actor";
import { canRunBeds } from "@/lib/domain/beds/policy";
import type { Prisma } from "@/lib/platform/db/db";

/** The closings an actor may see: those of their own hospital, for its staff. */
export function visibleTo(actor: Actor): Prisma.WardClosureWhereInput {
  return actor.hospitalId && actor.staffRole ? { hospitalId: actor.hospitalId } : { id: { in: [] } };
}

/** Those who run the beds close them, and open them again. */
export function canCloseBeds(actor: Actor, hospitalId: string): boolean {
  return canRunBeds(actor, hospitalId);
}
