import type { Tx } from "@/lib/platform/db/db";

type Visit = { id: string; patientId: string; doctorId: string; hospitalId: string | null; reason: string | null };

/** A visit has begun: its note is there to be written. For use cases that have checked that the doctor may. */
export async function openEncounter(tx: Tx, visit: Visit): Promise<void> {
  // Begun a second time, after the first start was taken back: what was written then goes on.
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
