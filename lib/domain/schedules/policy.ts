import { isStaffOf, type Actor } from "@/lib/actor/actor";
import type { Prisma } from "@/lib/platform/db/db";

/** Hours the actor may read: their own as a doctor, those at their hospital as staff (docs/domain.md §8). */
export function visibleTo(actor: Actor): Prisma.ScheduleWhereInput {
  const or: Prisma.ScheduleWhereInput[] = [];
  if (actor.doctorId) or.push({ doctorId: actor.doctorId });
  if (actor.hospitalId && actor.staffRole) or.push({ hospitalId: actor.hospitalId });
  return or.length > 0 ? { OR: or } : { id: { in: [] } };
}

/** Only the doctor changes their own hours. */
export function canKeepHours(actor: Actor, schedule: { doctorId: string }): boolean {
  return actor.doctorId !== null && actor.doctorId === schedule.doctorId;
}

/** Who books for the practice: the doctor, and the staff of the place. */
export function isOwnPlace(actor: Actor, place: { doctorId: string | null; hospitalId: string | null }): boolean {
  return (place.doctorId !== null && actor.doctorId === place.doctorId) || isStaffOf(actor, place.hospitalId);
}
