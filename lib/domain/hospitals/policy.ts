import { isStaffOf, type Actor } from "@/lib/actor/actor";
import type { Prisma } from "@/lib/platform/db/db";

/** Only verified hospitals are listed; to the public, others don't exist. */
export const publiclyListed = { verification: "VERIFIED" } as const satisfies Prisma.HospitalWhereInput;

/** The one hospital whose internal data a staff member may see; none for anyone else. */
export function visibleTo(actor: Actor): Prisma.HospitalWhereInput {
  return actor.hospitalId && actor.staffRole ? { id: actor.hospitalId } : { id: { in: [] } };
}

/** Only a manager changes a hospital's profile; coordinators can read it. */
export function canManage(actor: Actor, hospitalId: string): boolean {
  return isStaffOf(actor, hospitalId) && actor.staffRole === "MANAGER";
}
