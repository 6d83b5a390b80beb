import { isStaffOf, type Actor } from "@/lib/actor/actor";

/** The front desk may search the hospital's own patients. */
export function canRunDesk(actor: Actor, hospitalId: string): boolean {
  return isStaffOf(actor, hospitalId);
}
