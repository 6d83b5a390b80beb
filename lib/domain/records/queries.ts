import type { Actor } from "@/lib/platform/auth/actor";
import type { Prisma, Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors/app-error";
import { recordChange } from "@/lib/platform/events/record";
import { visibleTo } from "./policy";

export const encounterSelect = {
  id: true,
  appointmentId: true,
  patientId: true,
  doctorId: true,
  status: true,
  reason: true,
  subjective: true,
  objective: true,
  assessment: true,
  plan: true,
  signedAt: true,
  version: true,
} satisfies Prisma.EncounterSelect;

export type EncounterRow = Prisma.EncounterGetPayload<{ select: typeof encounterSelect }>;

/** Whether the visit's note is signed; for the doctor's own visits (row-level security answers no for others). */
export async function isEncounterSigned(tx: Tx, appointmentId: string): Promise<boolean> {
  return (await tx.encounter.count({ where: { appointmentId, status: "SIGNED" } })) > 0;
}

/** The note of one visit, for those who may read it; every look is written down. Throws `not-found` otherwise. */
export function readEncounter(actor: Actor, appointmentId: string): Promise<EncounterRow> {
  return inTransaction(actor, async (tx) => {
    const row = await tx.encounter.findFirst({ where: { appointmentId, ...visibleTo(actor) }, select: encounterSelect });
    if (!row) throw notFound();
    await recordChange(tx, actor, {
      action: "encounter.read",
      subject: "encounter",
      subjectId: row.id,
      patientId: row.patientId,
      doctorId: row.doctorId,
    });
    return row;
  });
}
