import { isStaffOf, type Actor } from "@/lib/actor/actor";
import type { Prisma } from "@/lib/platform/db/db";

/** Only verified hospitals are listed; all others are, to the public, not there. */
export const publiclyListed = { verification: "VERIFIED" } as const satisfies Prisma.HospitalWhereInput;

/** The one hospital a member of staff may look into from inside; nobody else sees any. */
export function visibleTo(actor: Actor): Prisma.HospitalWhereInput {
  return actor.hospitalId && actor.staffRole ? { id: actor.hospitalId } : { id: { in: [] } };
}

/** Only a manager changes what a hospital says of itself; coordinators see it. */
export function canManage(actor: Actor, hospitalId: string): boolean {
  return isStaffOf(actor, hospitalId) && actor.staffRole === "MANAGER";
}
