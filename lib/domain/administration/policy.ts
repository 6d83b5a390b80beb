import type { Actor } from "@/lib/actor/actor";

/** To everyone but administrators, nothing exists here. */
export function canAdminister(actor: Actor): boolean {
  return actor.isAdmin && actor.userId !== null;
}
