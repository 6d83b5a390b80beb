import { z } from "zod";
import { birthDate } from "@/lib/domain/patients/schema";
import { ifGiven, shortText, uuid } from "@/lib/platform/input/text";
import { canSearch } from "@/lib/platform/text/fold";

export const findPatientsInput = z.strictObject({
  /** Null: the doctor's own patients, for themselves. */
  hospitalId: uuid.nullable(),
  name: shortText(100).refine(canSearch, "Type at least two letters"),
});

export const findSimilarInput = findPatientsInput.extend({ bornOn: ifGiven(birthDate) });

/**
 * A patient as the front desk, or the doctor, distinguishes namesakes; the last visit is the last one that took place with them, and the
 * record number the hospital's own.
 */
export type KnownPatient = {
  id: string;
  name: string;
  bornOn: string | null;
  lastVisitOn: string | null;
  recordNumber: string | null;
};
