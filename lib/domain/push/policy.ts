import type { Actor } from "@/lib/actor/actor";

/** One's own browsers. */
export function visibleTo(actor: Actor) {
  return actor.userId === null ? { id: { in: [] } } : { userId: actor.userId };
}
