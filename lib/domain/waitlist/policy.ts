import { isStaffOf, type Actor } from "@/lib/actor/actor";
import type { Prisma } from "@/lib/platform/db/db";

type Concerned = { patientId: string; doctorId: string | null; hospitalId: string | null };

/** The entries this actor sees (docs/domain.md §8): of patients they book for, with themselves, at their hospital. */
export function visibleTo(actor: Actor): Prisma.WaitlistEntryWhereInput {
  const or: Prisma.WaitlistEntryWhereInput[] = [];
  if (actor.patientIds.length > 0) or.push({ patientId: { in: actor.patientIds } });
  if (actor.doctorId) or.push({ doctorId: actor.doctorId });
  if (actor.hospitalId && actor.staffRole) or.push({ hospitalId: actor.hospitalId });
  return or.length > 0 ? { OR: or } : { id: { in: [] } };
}

/** Who waits, answers and leaves: those who book for the patient. */
export function canAnswer(actor: Actor, { patientId }: Pick<Concerned, "patientId">): boolean {
  return actor.patientIds.includes(patientId);
}

/** Who reads these numbers: the doctor their own, a hospital's staff the hospital's. */
export function canCount(
  actor: Actor,
  of: { doctorId?: string | undefined; hospitalId?: string | undefined },
): boolean {
  if (of.doctorId !== undefined) return of.doctorId === actor.doctorId && of.hospitalId === undefined;
  return of.hospitalId !== undefined && isStaffOf(actor, of.hospitalId);
}
