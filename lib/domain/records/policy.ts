import type { Actor } from "@/lib/actor/actor";
import { openedBy, readBy } from "@/lib/domain/patients/policy";
import type { Prisma } from "@/lib/platform/db/db";

/**
 * Encounters this actor may read: those the actor wrote, and signed ones of patients whose record the actor reads, as the
 * patient, for them, as a doctor, or by a link to visits (docs/domain.md §6). Never staff or administrators.
 */
export function visibleTo(actor: Actor): Prisma.EncounterWhereInput {
  const or: Prisma.EncounterWhereInput[] = [];
  if (actor.readablePatientIds.length > 0) or.push({ patientId: { in: actor.readablePatientIds }, status: "SIGNED" });
  if (actor.doctorId) {
    or.push({ doctorId: actor.doctorId }, { status: "SIGNED", patient: readBy(actor.doctorId, { coversNotes: true }) });
  }
  if (actor.openingId) or.push({ status: "SIGNED", patient: openedBy(actor.openingId, "VISITS") });
  return or.length > 0 ? { OR: or } : { id: { in: [] } };
}

/** Only the visit's doctor writes. */
export function writableBy(actor: Actor): Prisma.EncounterWhereInput {
  return actor.doctorId ? { doctorId: actor.doctorId } : { id: { in: [] } };
}
