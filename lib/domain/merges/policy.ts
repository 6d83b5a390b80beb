import { isStaffOf, type Actor } from "@/lib/actor/actor";

/**
 * The front desk compares and merges records of its own hospital's patients, and undoes its merges. Which records those are,
 * and what stands against merging two, merge_obstacle() in the database says, once both are locked.
 */
export function canMergeAt(actor: Actor, hospitalId: string | null): hospitalId is string {
  return isStaffOf(actor, hospitalId);
}
