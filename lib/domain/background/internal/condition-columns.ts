import type { Tx } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import { hasBegun, isBeforeBirth } from "../rules";
import type { ChangeConditionInput } from "../schema";

/** What was said of a condition, as it is stored; `undefined` stays as it is. */
export function columnsOf({ diagnosis, ...values }: ChangeConditionInput) {
  if (diagnosis === undefined) return values;
  return {
    ...values,
    system: diagnosis?.system ?? null,
    codeVersion: diagnosis?.version ?? null,
    code: diagnosis?.code ?? null,
    codeName: diagnosis?.name ?? null,
  };
}

/** The names of a patient's conditions, former ones included. */
export function listNames(tx: Tx, patientId: string) {
  return tx.condition.findMany({ where: { patientId }, select: { id: true, name: true, status: true } });
}

/** Throws `invalid` for an onset in the future or before the patient was born. */
export async function requirePossibleOnset(tx: Tx, patientId: string, onset: string | null | undefined): Promise<void> {
  if (!onset) return;
  const { bornOn } = await tx.patient.findUniqueOrThrow({ where: { id: patientId }, select: { bornOn: true } });
  if (!hasBegun(onset, new Date())) refuse("Can't be in the future");
  if (isBeforeBirth(onset, bornOn)) refuse("Can't be before the date of birth");
}

function refuse(message: string): never {
  throw new AppError("invalid", `Since when: ${message}.`, { fields: [{ path: "onset", message }] });
}
