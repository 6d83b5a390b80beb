import type { Actor } from "@/lib/actor/actor";
import type { Prisma } from "@/lib/platform/db/db";

/** What a doctor has opened. */
export function openedBy(actor: Actor): Prisma.EmergencyAccessWhereInput {
  return actor.doctorId ? { doctorId: actor.doctorId } : { id: { in: [] } };
}

/** Those who read a record see who opened it in an emergency. */
export function canSeeEmergencies({ readablePatientIds }: Actor, patientId: string): boolean {
  return readablePatientIds.includes(patientId);
}

/** Administrators review; nobody what they opened themselves. The database's trigger says the same. */
export function canReview(actor: Actor, access?: { doctorId: string }): boolean {
  return actor.isAdmin && actor.userId !== null && (!access || access.doctorId !== actor.doctorId);
}
