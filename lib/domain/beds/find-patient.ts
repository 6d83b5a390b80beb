import type { Actor } from "@/lib/platform/auth/actor";
import type { Tx } from "@/lib/platform/db/db";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { createPatientIn } from "@/lib/domain/patients/create-patient";
import { requireKnownPatient } from "@/lib/domain/patients/find-known-patient";
import type { NewPatient } from "@/lib/domain/patients/schema";
import { canRunBeds } from "./policy";

type Named = { hospitalId: string; patientId?: string | undefined; patient?: NewPatient | undefined };

/**
 * For whom a bed is wanted: one of the own patients (the SELF one when none is named); for the hospital's staff also
 * somebody who has been there before, or somebody without an account who is written down now. Everyone else does not
 * exist for them: `not-found`.
 */
export async function requirePatientOf(tx: Tx, actor: Actor, { hospitalId, patientId, patient }: Named): Promise<string> {
  const isStaff = canRunBeds(actor, hospitalId);
  if (patient) {
    if (!isStaff) throw new AppError("forbidden", "Only the hospital's staff may write down a new patient.");
    return (await createPatientIn(tx, actor, patient)).id;
  }
  const id = patientId ?? actor.patientIds[0];
  if (!id) throw new AppError("invalid", "Say for whom this is.", { fields: [{ path: "patientId", message: "Required" }] });
  if (actor.patientIds.includes(id)) return id;
  if (!isStaff) throw notFound();
  return requireKnownPatient(tx, { doctorId: null, hospitalId }, id);
}
