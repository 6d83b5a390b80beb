import { canManage } from "@/lib/domain/hospitals/policy";
import type { Actor } from "@/lib/actor/actor";

/** A hospital's staff is visible to its managers and to administrators, not to coordinators. */
export function canManageStaff(actor: Actor, hospitalId: string): boolean {
  return actor.isAdmin || canManage(actor, hospitalId);
}
