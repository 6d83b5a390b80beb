import { isStillReferredTo } from "@/lib/platform/db/driver-error";
import type { Tx } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";

/**
 * Makes room for the record an account takes over: the empty one it got when signing up goes. Throws `already-exists`
 * for an account whose own record is in use, because only a front desk merges records, for a patient who has an account, and
 * for anyone who acts for the patient, or did until the birthday: they are someone else.
 */
export async function giveUpOwnRecord(tx: Tx, userId: string, patientId: string): Promise<void> {
  if ((await tx.patientAccess.count({ where: { patientId, relation: "SELF" } })) > 0)
    throw new AppError("already-exists", "This record already has an account of its own.");
  if ((await tx.patientAccess.count({ where: { patientId, userId } })) > 0)
    throw new AppError("already-exists", "You act for this person yourself. Their own account has to open this link.");
  const own = await tx.patientAccess.findFirst({
    where: { userId, relation: "SELF" },
    select: { id: true, patientId: true },
  });
  if (!own) return;
  await tx.patientAccess.delete({ where: { id: own.id }, select: { id: true } });
  try {
    await tx.patient.delete({ where: { id: own.patientId }, select: { id: true } });
  } catch (error) {
    // In use is what anything refers to: PostgreSQL knows it all, also what row-level security hides from this account.
    if (!isStillReferredTo(error)) throw error;
    throw new AppError(
      "already-exists",
      "This account already has a record in use. Sign up with another email address, then open this link again.",
    );
  }
}
