import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { openEmergencyAccess } from "@/lib/domain/emergency-access/open-emergency-access";
import { db } from "@/lib/platform/db/db";
import { signedVisit } from "./encounter-harness";

export const NAME = "Édith Quarry-Smith";
export const BORN = "1961-02-03";
export const REASON = "Found unconscious in the street";

/** A signed visit of someone who can be found by name and date of birth. */
export async function emergencyVisit() {
  const visit = await signedVisit();
  const found = { name: NAME, bornOn: new Date(BORN) };
  await db.patient.update({ where: { id: visit.patient.patient.id }, data: found });
  return visit;
}

/** Opens that person's record. */
export const open = (actor: Actor, wanted: { name?: string } = {}) =>
  openEmergencyAccess(actor, { name: NAME, bornOn: BORN, reason: REASON, ...wanted });

/** Opens a record as if so many minutes ago; returns which access it is. */
export async function openedAgo(actor: Actor, patientId: string, minutes: number): Promise<string> {
  const openedAt = new Date(Date.now() - minutes * 60_000);
  const { id } = await inTransaction(actor, (tx) =>
    tx.emergencyAccess.create({
      data: { patientId, doctorId: actor.doctorId ?? "", openedAt, text: { create: { reason: REASON } } },
      select: { id: true },
    }),
  );
  return id;
}
