import type { Tx } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";

/**
 * Makes room for the record an account takes over: the empty one it got when signing up goes. Throws `already-exists`
 * for an account whose own record is in use, because two records are never merged, and for a patient who has an account.
 */
export async function giveUpOwnRecord(tx: Tx, userId: string, patientId: string): Promise<void> {
  if ((await tx.patientAccess.count({ where: { patientId, relation: "SELF" } })) > 0)
    throw new AppError("already-exists", "This record already has an account of its own.");
  const own = await tx.patientAccess.findFirst({
    where: { userId, relation: "SELF" },
    select: { id: true, patientId: true },
  });
  if (!own) return;
  const { _count: used } = await tx.patient.findUniqueOrThrow({
    where: { id: own.patientId },
    select: {
      _count: {
        select: {
          accesses: true,
          appointments: true,
          encounters: true,
          bedBookings: true,
          ambulanceBookings: true,
          toCall: true,
          familyInvitations: true,
        },
      },
    },
  });
  const { accesses, ...things } = used;
  if (accesses > 1 || Object.values(things).some((count) => count > 0))
    throw new AppError(
      "already-exists",
      "This account already has a record in use. Sign up with another email address, then open this link again.",
    );
  await tx.patientAccess.delete({ where: { id: own.id }, select: { id: true } });
  await tx.patient.delete({ where: { id: own.patientId }, select: { id: true } });
}
