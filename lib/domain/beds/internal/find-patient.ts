import type { Actor } from "@/lib/actor/actor";
import type { Sql } from "@/lib/platform/db/sql";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { createPatientIn } from "@/lib/domain/patients/create-patient";
import { isKnownPatient } from "@/lib/domain/patients/find-known-patient";
import type { NewPatient } from "@/lib/domain/patients/schema";
import { canRunBeds } from "../policy";

type Named = { hospitalId: string; patientId?: string | undefined; patient?: NewPatient | undefined };

/** For whom a bed is wanted: a patient, or someone to be written down in the transaction. */
export type Recipient = { patientId: string; newPatient: null } | { patientId: null; newPatient: NewPatient };

/**
 * For whom a bed is wanted: one of the own patients (the SELF one when none is named); for the hospital's staff also
 * someone who has been there before, or someone without an account. Everyone else does not exist for them:
 * `not-found`. Read before the transaction: who has once been there stays known.
 */
export async function findRecipient(actor: Actor, { hospitalId, patientId, patient }: Named): Promise<Recipient> {
  const isStaff = canRunBeds(actor, hospitalId);
  if (patient) {
    if (!isStaff) throw new AppError("forbidden", "Only the hospital's staff can add a new patient.");
    return { patientId: null, newPatient: patient };
  }
  const id = patientId ?? actor.patientIds[0];
  if (!id) throw new AppError("invalid", "Who is this for?", { fields: [{ path: "patientId", message: "Required" }] });
  const isTheirs =
    actor.patientIds.includes(id) || (isStaff && (await isKnownPatient({ doctorId: null, hospitalId }, id)));
  if (!isTheirs) throw notFound();
  return { patientId: id, newPatient: null };
}

/** The patient's id; someone new is written down now, and never was should the transaction fail. */
export async function patientOf(tx: Sql, actor: Actor, recipient: Recipient): Promise<string> {
  return recipient.patientId ?? (await createPatientIn(tx, actor, recipient.newPatient)).id;
}
