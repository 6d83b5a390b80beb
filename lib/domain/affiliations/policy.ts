import type { Actor } from "@/lib/actor/actor";
import type { Prisma } from "@/lib/platform/db/db";
import { canManage } from "@/lib/domain/hospitals/policy";
import type { Side } from "./status";

type Pair = { doctorId: string | null; hospitalId: string };

/** Invitations and requests the actor may read (docs/domain.md §8): the own ones, those of the managed hospital; administrators all. */
export function visibleTo(actor: Actor): Prisma.DoctorInvitationWhereInput {
  if (actor.isAdmin) return {};
  const or: Prisma.DoctorInvitationWhereInput[] = [];
  if (actor.doctorId) or.push({ doctorId: actor.doctorId });
  if (actor.hospitalId && canManage(actor, actor.hospitalId)) or.push({ hospitalId: actor.hospitalId });
  return or.length > 0 ? { OR: or } : { id: { in: [] } };
}

/** Affiliations the actor may read: the own ones, those of the own hospital (also as a coordinator); administrators all. */
export function affiliationsVisibleTo(actor: Actor): Prisma.AffiliationWhereInput {
  if (actor.isAdmin) return {};
  const or: Prisma.AffiliationWhereInput[] = [];
  if (actor.doctorId) or.push({ doctorId: actor.doctorId });
  if (actor.hospitalId && actor.staffRole) or.push({ hospitalId: actor.hospitalId });
  return or.length > 0 ? { OR: or } : { id: { in: [] } };
}

/** On which sides the actor stands; an administrator and a coordinator on none. */
export function sidesOf(actor: Actor, { doctorId, hospitalId }: Pair): Side[] {
  const sides: Side[] = [];
  if (doctorId !== null && actor.doctorId === doctorId) sides.push("doctor");
  if (canManage(actor, hospitalId)) sides.push("hospital");
  return sides;
}
