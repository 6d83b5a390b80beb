import { isStaffOf, type Actor } from "@/lib/actor/actor";
import type { Prisma } from "@/lib/platform/db/db";
import type { DisruptionKind } from "./status";

/** The disruptions an actor may see: a doctor their own, a hospital's staff those that affect their hospital. */
export function visibleTo(actor: Actor): Prisma.DisruptionWhereInput {
  const or: Prisma.DisruptionWhereInput[] = [];
  if (actor.doctorId) or.push({ doctorId: actor.doctorId });
  if (actor.hospitalId && actor.staffRole) or.push({ hospitalIds: { has: actor.hospitalId } });
  return or.length > 0 ? { OR: or } : { id: { in: [] } };
}

/** The affected appointments that an actor may see: the doctor all of them, a hospital's staff those at their hospital. */
export function visitsVisibleTo(actor: Actor): Prisma.DisruptionVisitWhereInput {
  const or: Prisma.DisruptionVisitWhereInput[] = [];
  if (actor.doctorId) or.push({ disruption: { doctorId: actor.doctorId } });
  if (actor.hospitalId && actor.staffRole) or.push({ appointment: { hospitalId: actor.hospitalId } });
  return or.length > 0 ? { OR: or } : { disruptionId: { in: [] } };
}

type Wanted = { kind?: DisruptionKind; doctorId: string | null; hospitalId: string | null };

/**
 * Whether an actor may announce that a doctor isn't there, and change it: the doctor may; a hospital's staff may, for their
 * hospital alone. Its public holidays are for its managers.
 */
export function canAnnounce(actor: Actor, wanted: Wanted): boolean {
  if (wanted.kind === "HOLIDAY") return isStaffOf(actor, wanted.hospitalId) && actor.staffRole === "MANAGER";
  return (actor.doctorId !== null && actor.doctorId === wanted.doctorId) || isStaffOf(actor, wanted.hospitalId);
}
