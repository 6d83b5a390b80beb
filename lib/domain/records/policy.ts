import type { Actor } from "@/lib/actor/actor";
import type { Prisma } from "@/lib/platform/db/db";

/** Encounters this actor may read: own patients' signed ones, and those the actor wrote (docs/domain.md §6). Never staff or administrators. */
export function visibleTo(actor: Actor): Prisma.EncounterWhereInput {
  const or: Prisma.EncounterWhereInput[] = [];
  if (actor.patientIds.length > 0) or.push({ patientId: { in: actor.patientIds }, status: "SIGNED" });
  if (actor.doctorId) or.push({ doctorId: actor.doctorId });
  return or.length > 0 ? { OR: or } : { id: { in: [] } };
}

/** Only the visit's doctor writes. */
export function writableBy(actor: Actor): Prisma.EncounterWhereInput {
  return actor.doctorId ? { doctorId: actor.doctorId } : { id: { in: [] } };
}
