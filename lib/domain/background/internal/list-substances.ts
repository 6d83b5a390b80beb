import type { Tx } from "@/lib/platform/db/db";

/** The substances a patient's entries name, former ones included. */
export async function listSubstances(tx: Tx, patientId: string) {
  const rows = await tx.allergy.findMany({
    where: { patientId },
    select: { id: true, substance: true, status: true },
  });
  return rows.map(({ substance, ...row }) => ({ ...row, name: substance }));
}
