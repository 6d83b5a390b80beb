import { isStaffOf, type Actor } from "@/lib/platform/auth/actor";
import type { Prisma } from "@/lib/platform/db/db";

/** Only verified hospitals are listed; all others are, to the public, not there. */
export const publiclyListed = { verification: "VERIFIED" } as const satisfies Prisma.HospitalWhereInput;

/** The hospital's own people see its numbers, verified or not yet. */
export function canSeeStats(actor: Actor, hospitalId: string): boolean {
  return isStaffOf(actor, hospitalId);
}
