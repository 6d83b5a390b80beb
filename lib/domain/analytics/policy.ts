import { isStaffOf, type Actor } from "@/lib/actor/actor";

/** The hospital's own staff see its numbers, verified or not. */
export function canSeeNumbers(actor: Actor, hospitalId: string): boolean {
  return isStaffOf(actor, hospitalId);
}
