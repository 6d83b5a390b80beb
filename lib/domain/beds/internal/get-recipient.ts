import type { Actor } from "@/lib/actor/actor";
import type { Sql } from "@/lib/platform/db/sql";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { createPatientIn } from "@/lib/domain/patients/create-patient";
import { isKnownPatient } from "@/lib/domain/patients/require-known-patient";
import type { NewPatient } from "@/lib/domain/patients/schema";
import { canRunBeds } from "../policy";

type Named = { hospitalId: string; patientId?: string | undefined; patient?: NewPatient | undefined };

/** Who a bed is for: a patient, or a new one to create in the transaction. */
export type Recipient = { patientId: string; newPatient: null } | { patientId: null; newPatient: NewPatient };

/**
 * Finds who a bed is for: one of the actor's own patients (the SELF one by default); for the hospital's staff also
 * someone who has been there before, or a new patient. Throws `not-found` for everyone else. Read before the
 * transaction, because a known patient stays known.
 */
export async function getRecipient(actor: Actor, { hospitalId, patientId, patient }: Named): Promise<Recipient> {
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

/** Returns the patient's ID; a new patient is created now, and not at all if the transaction fails. */
export async function patientOf(tx: Sql, actor: Actor, recipient: Recipient): Promise<string> {
  return recipient.patientId ?? (await createPatientIn(tx, actor, recipient.newPatient)).id;
}
