import type { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import type { Tx } from "@/lib/platform/db/db";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { DAY_MS } from "@/lib/platform/time/iso-text";
import { emergencyEvent } from "./events";
import { emergencySelect, toEmergency } from "./queries";
import { MAX_A_DAY } from "./rules";
import type { Emergency, openEmergencyInput } from "./schema";
import { patientsExactly } from "./statements";

const NOBODY = "No single person has this name and date of birth. Check both against a document.";

/**
 * Opens the record of someone the doctor doesn't treat, found by exact name and date of birth, for four hours. The patient
 * and administrators are told at once. Throws `not-found` for anyone but a verified doctor, and, in the same words, when nobody or
 * more than one person matches; `already-exists` for a record the doctor reads anyway, `quota-reached`.
 */
export async function openEmergencyAccess(
  actor: Actor,
  { name, bornOn, reason }: z.output<typeof openEmergencyInput>,
): Promise<Emergency> {
  const { doctorId } = actor;
  if (!doctorId) throw notFound();
  return inTransaction(
    actor,
    async (tx) => {
      await requireStanding(tx, doctorId);
      const [found, another] = await patientsExactly(tx, { name, bornOn, doctorId });
      if (!found || another) throw new AppError("not-found", NOBODY);
      if (found.isRead || actor.readablePatientIds.includes(found.id))
        throw new AppError("already-exists", "You can already read this record. Look for them among your patients.");
      const { id: patientId } = found;
      const row = await tx.emergencyAccess.create({
        data: { patientId, doctorId, text: { create: { reason } } },
        select: emergencySelect,
      });
      const audit = { action: "emergency-access.open", subject: "emergency-access", subjectId: row.id };
      await recordChange(tx, actor, { ...audit, patientId, doctorId }, [
        emergencyEvent("emergency-access.opened", { id: row.id, patientId, doctorId }),
      ]);
      return toEmergency(row, new Date());
    },
    { locks: [`emergency-access:${doctorId}`] },
  );
}

async function requireStanding(tx: Tx, doctorId: string): Promise<void> {
  const verified = await tx.doctor.count({ where: { id: doctorId, verification: "VERIFIED" } });
  if (verified === 0) throw new AppError("forbidden", "Only verified doctors can open a record in an emergency.");
  const since = new Date(Date.now() - DAY_MS);
  const opened = await tx.emergencyAccess.count({ where: { doctorId, openedAt: { gt: since } } });
  if (opened >= MAX_A_DAY)
    throw new AppError("quota-reached", `You have opened ${MAX_A_DAY} records within 24 hours. Call an administrator.`);
}
