import type { Actor } from "@/lib/actor/actor";
import type { Prisma } from "@/lib/platform/db/db";
import { canManage } from "@/lib/domain/hospitals/policy";
import type { Side } from "./status";

type Pair = { doctorId: string | null; hospitalId: string };

/**
 * Invitations and requests the actor may read (docs/domain.md §8): their own, those of the managed hospital;
 * administrators all.
 */
export function visibleTo(actor: Actor): Prisma.DoctorInvitationWhereInput {
  if (actor.isAdmin) return {};
  const or: Prisma.DoctorInvitationWhereInput[] = [];
  if (actor.doctorId) or.push({ doctorId: actor.doctorId });
  if (actor.hospitalId && canManage(actor, actor.hospitalId)) or.push({ hospitalId: actor.hospitalId });
  return or.length > 0 ? { OR: or } : { id: { in: [] } };
}

/** Affiliations the actor may read: their own, those of their hospital (also as a coordinator); administrators all. */
export function affiliationsVisibleTo(actor: Actor): Prisma.AffiliationWhereInput {
  if (actor.isAdmin) return {};
  const or: Prisma.AffiliationWhereInput[] = [];
  if (actor.doctorId) or.push({ doctorId: actor.doctorId });
  if (actor.hospitalId && actor.staffRole) or.push({ hospitalId: actor.hospitalId });
  return or.length > 0 ? { OR: or } : { id: { in: [] } };
}

/** Returns the sides the actor is on; none for an administrator and a coordinator. */
export function sidesOf(actor: Actor, { doctorId, hospitalId }: Pair): Side[] {
  const sides: Side[] = [];
  if (doctorId !== null && actor.doctorId === doctorId) sides.push("doctor");
  if (canManage(actor, hospitalId)) sides.push("hospital");
  return sides;
}
