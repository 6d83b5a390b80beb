import type { Actor } from "@/lib/actor/actor";

/** Administrators ask for another address of an account, and see and withdraw what was asked for. To all others there is nothing. */
export function canAskForChanges(actor: Actor): boolean {
  return actor.isAdmin && actor.userId !== null;
}
