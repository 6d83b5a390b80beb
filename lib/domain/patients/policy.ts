import type { Actor } from "@/lib/platform/auth/actor";
import type { Prisma } from "@/lib/platform/db/db";

/** The patients an account reaches through a live PatientAccess. */
export function visibleTo(actor: Actor): Prisma.PatientWhereInput {
  return { id: { in: actor.patientIds } };
}
