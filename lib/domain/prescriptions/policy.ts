import type { Actor } from "@/lib/actor/actor";
import type { Prisma } from "@/lib/platform/db/db";

/**
 * Encounters whose prescription this actor may hand to a pharmacy: those of patients whose record they read, and those they
 * wrote. Not those of colleagues, though a doctor who treats the patient reads their notes. Row-level security says the same.
 */
export function printableBy(actor: Actor): Prisma.EncounterWhereInput {
  const or: Prisma.EncounterWhereInput[] = [{ patientId: { in: actor.readablePatientIds } }];
  if (actor.doctorId) or.push({ doctorId: actor.doctorId });
  return { status: "SIGNED", prescriptions: { some: {} }, OR: or };
}
