import type { Actor } from "@/lib/actor/actor";
import type { Prisma } from "@/lib/platform/db/db";

/** The calls an actor may see and make: of the own hospital's front desk, and about the doctor's own patients. */
export function visibleTo(actor: Actor): Prisma.ToCallWhereInput {
  const or: Prisma.ToCallWhereInput[] = [];
  if (actor.hospitalId && actor.staffRole) or.push({ hospitalId: actor.hospitalId });
  if (actor.doctorId) or.push({ doctorId: actor.doctorId });
  return or.length > 0 ? { OR: or } : { id: { in: [] } };
}
