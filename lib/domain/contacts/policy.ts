import type { Actor } from "@/lib/actor/actor";
import type { Prisma } from "@/lib/platform/db/db";

/**
 * The To call entries an actor may see and handle: of their hospital's front desk, or about the doctor's own patients.
 */
export function visibleTo(actor: Actor): Prisma.ToCallWhereInput {
  const or: Prisma.ToCallWhereInput[] = [];
  if (actor.hospitalId && actor.staffRole) or.push({ hospitalId: actor.hospitalId });
  if (actor.doctorId) or.push({ doctorId: actor.doctorId });
  return or.length > 0 ? { OR: or } : { id: { in: [] } };
}
