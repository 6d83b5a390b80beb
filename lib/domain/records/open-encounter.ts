import type { Tx } from "@/lib/platform/db/db";

type Visit = { id: string; patientId: string; doctorId: string; hospitalId: string | null; reason: string | null };

/** Creates the note of a started visit. For use cases that have checked that the doctor may. */
export async function openEncounter(tx: Tx, visit: Visit): Promise<void> {
  // Started again after the first start was undone: what was written then stays.
  await tx.encounter.createMany({
    data: [
      {
        appointmentId: visit.id,
        patientId: visit.patientId,
        doctorId: visit.doctorId,
        hospitalId: visit.hospitalId,
        reason: visit.reason ?? "",
      },
    ],
    skipDuplicates: true,
  });
}
