import { canManage } from "@/lib/domain/hospitals/policy";
import type { Actor } from "@/lib/actor/actor";

/** Who works for a hospital is its managers' business, and the administrators'; coordinators do not see it. */
export function canManageStaff(actor: Actor, hospitalId: string): boolean {
  return actor.isAdmin || canManage(actor, hospitalId);
}
