import { isStaffOf, type Actor } from "@/lib/actor/actor";

/** The hospital's own people see its numbers, verified or not yet. */
export function canSeeNumbers(actor: Actor, hospitalId: string): boolean {
  return isStaffOf(actor, hospitalId);
}
