import type { Actor } from "@/lib/actor/actor";

/** Only administrators know that there is anything here. */
export function canAdminister(actor: Actor): boolean {
  return actor.isAdmin && actor.userId !== null;
}
