import { isStaffOf, type Actor } from "@/lib/actor/actor";
import type { Prisma } from "@/lib/platform/db/db";

type Place = { doctorId: string; hospitalId: string | null };

/** The queues an actor runs: the doctor's own ones, and those of the hospital whose front desk they are. */
export function visibleTo(actor: Actor): Prisma.WaitingQueueWhereInput {
  const or: Prisma.WaitingQueueWhereInput[] = [];
  if (actor.hospitalId && actor.staffRole) or.push({ hospitalId: actor.hospitalId });
  if (actor.doctorId) or.push({ doctorId: actor.doctorId });
  return or.length > 0 ? { OR: or } : { id: { in: [] } };
}

/** Who runs the queue of a doctor at a place: that doctor, and the hospital's staff. */
export function canRunQueue(actor: Actor, { doctorId, hospitalId }: Place): boolean {
  return (actor.doctorId !== null && actor.doctorId === doctorId) || isStaffOf(actor, hospitalId);
}
