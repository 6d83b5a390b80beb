import { v7 as uuidv7 } from "uuid";
import { changedFields } from "@/lib/platform/db/changed-fields";
import type { Tx } from "@/lib/platform/db/db";
import { encryptTexts } from "../encrypt-texts";
import { partsOf } from "../output";
import type { EncounterRow } from "../queries";
import { inOrder } from "../rules";
import type { EncounterParts } from "../schema";

/** Returns the parts that differ from the stored ones; null when none do. */
export function changedParts(before: EncounterRow, parts: EncounterParts): Partial<EncounterParts> | null {
  return changedFields(partsOf(before), { ...parts, vitals: inOrder(parts.vitals) });
}

/** Replaces the given parts of a draft; its version was raised in this transaction, so that no one else writes it. */
export async function writeParts(
  tx: Tx,
  { id: encounterId, patientId, doctorId }: EncounterRow,
  { vitals, diagnoses, prescriptions }: Partial<EncounterParts>,
): Promise<void> {
  const own = { encounterId, patientId };
  const where = { encounterId };
  if (vitals) {
    await tx.observation.deleteMany({ where });
    await tx.observation.createMany({ data: vitals.map((vital) => ({ ...own, ...vital })) });
  }
  if (diagnoses) {
    await tx.diagnosis.deleteMany({ where });
    await tx.diagnosis.createMany({ data: diagnoses.map((one, position) => ({ ...own, ...one, position })) });
  }
  if (prescriptions) {
    await tx.prescription.deleteMany({ where });
    const rows = prescriptions.map((one, position) => ({ id: uuidv7(), ...own, doctorId, ...one, position }));
    await tx.prescription.createMany({ data: await encryptTexts(tx, "Prescription", rows) });
  }
}
