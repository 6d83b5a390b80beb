import { listActiveSubstances } from "@/lib/domain/background/queries";
import { findAllergyMatches } from "@/lib/domain/background/rules-allergies";
import type { Tx } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import type { EncounterRow } from "../queries";

const MISSING = "Say why you prescribe it in spite of the recorded allergy";

/**
 * Throws `invalid` naming each medicine that may set off a recorded allergy and has no reason yet. Any reason will do: the
 * doctor decides. The allergies are those of this moment, whatever the screen has shown.
 */
export async function requireAllergyReasons(tx: Tx, { patientId, prescriptions }: EncounterRow): Promise<void> {
  if (prescriptions.length === 0) return;
  const substances = await listActiveSubstances(tx, patientId);
  const fields = prescriptions.flatMap(({ drug, allergyReason }, index) =>
    allergyReason === "" && findAllergyMatches(drug, substances).length > 0
      ? [{ path: `parts.prescriptions.${index}.allergyReason`, message: MISSING }]
      : [],
  );
  if (fields.length > 0) throw new AppError("invalid", `${MISSING}, then sign.`, { fields });
}
