import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import type { Tx } from "@/lib/platform/db/db";
import { encryptTexts } from "./encrypt-texts";

type Visit = { id: string; patientId: string; doctorId: string; hospitalId: string | null; reason: string | null };

/** Creates the note of a started visit. For use cases that have checked that the doctor may. */
export async function openEncounter(tx: Tx, actor: Actor, visit: Visit): Promise<void> {
  // Started again after the first start was undone: what was written then stays.
  const [opened] = await tx.encounter.createManyAndReturn({
    data: await encryptTexts(tx, "Encounter", [
      {
        id: uuidv7(),
        appointmentId: visit.id,
        patientId: visit.patientId,
        doctorId: visit.doctorId,
        hospitalId: visit.hospitalId,
        reason: visit.reason ?? "",
      },
    ]),
    skipDuplicates: true,
    select: { id: true },
  });
  if (!opened) return;
  const { patientId, doctorId } = visit;
  await recordChange(tx, actor, {
    action: "encounter.open",
    subject: "encounter",
    subjectId: opened.id,
    patientId,
    doctorId,
  });
}
