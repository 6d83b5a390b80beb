import type { Actor } from "@/lib/actor/actor";

type Held = { canManage: boolean; relation: string; isOfAge: boolean };
type Target = { userId: string; relation: string; untilMajority: boolean };

/** Any account may add a child and become the parent who keeps the record. */
export function canAddChild(actor: Actor): boolean {
  return actor.userId !== null;
}

/**
 * Whether who manages a record may change or end someone's access to it: never a person's own, and that of the parents
 * of a child with an own account only among themselves.
 */
export function canRule(held: Held, target: Target): boolean {
  if (!held.canManage || target.relation === "SELF") return false;
  return !(held.relation === "SELF" && target.untilMajority && !held.isOfAge);
}

/** Anyone may give up acting for someone else. */
export function canLeave(actor: Actor, target: Target): boolean {
  return target.userId === actor.userId && target.relation !== "SELF";
}
