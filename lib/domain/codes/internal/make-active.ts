import type { Tx } from "@/lib/platform/db/db";

/** Held by every transaction that changes which edition is active. */
export const ACTIVATION_LOCK = "active-diagnosis-edition";

/** Exchanges the active edition, for all at the same moment: when the transaction commits. */
export async function makeActive(tx: Tx, id: string): Promise<void> {
  await tx.diagnosisEdition.updateMany({
    where: { isActive: true },
    data: { isActive: false, version: { increment: 1 } },
  });
  await tx.diagnosisEdition.update({
    where: { id },
    data: { isActive: true, activatedAt: new Date(), version: { increment: 1 } },
    select: { id: true },
  });
}
