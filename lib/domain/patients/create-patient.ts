import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/actor/actor";
import type { Sql } from "@/lib/platform/db/sql";
import { AppError } from "@/lib/platform/errors/app-error";
import { recordChange } from "@/lib/actor/record";
import { localDateAt } from "@/lib/platform/time/local-date";
import { countryOfZone, readPhone } from "@/lib/platform/text/read-phone";
import { insertPatient, placeOfHospital } from "./statements";
import { canCreatePatient } from "./policy";
import { BORN_LATER, type NewPatient } from "./schema";

/**
 * Creates a patient without an account, in the transaction of their appointment, bed or vehicle. Through that they
 * become one of the place's own patients; no one else ever sees them, and if the rest fails they are not created. The
 * name is in this row alone. Throws `forbidden` for everyone but staff and doctors, `invalid` for a birth date in the
 * future where they are; `path` is where the input has the new patient.
 */
export async function createPatientIn(
  tx: Sql,
  actor: Actor,
  { name, bornOn, phone }: NewPatient,
  path = "patient",
): Promise<{ id: string }> {
  if (!canCreatePatient(actor)) throw new AppError("forbidden", "Only a hospital or a doctor can add a new patient.");
  const place = await placeOf(tx, actor);
  if (bornOn && bornOn > localDateAt(new Date(), place.timeZone)) {
    throw new AppError("invalid", undefined, { fields: [{ path: `${path}.bornOn`, message: BORN_LATER }] });
  }
  const row = { id: uuidv7() };
  const readable = phone ? readPhone(phone, place.country) : null;
  await insertPatient(tx, { ...row, name, bornOn: bornOn ?? null, phone: readable });
  const { doctorId, hospitalId } = actor;
  await recordChange(tx, actor, {
    action: "patient.create",
    subject: "patient",
    subjectId: row.id,
    patientId: row.id,
    doctorId,
    hospitalId,
  });
  return row;
}

/** The calendar and the country of the hospital or of the doctor who creates the patient. */
async function placeOf(tx: Sql, actor: Actor): Promise<{ timeZone: string; country: string | null }> {
  const [hospital] = await placeOfHospital(tx, actor.hospitalId);
  const timeZone = hospital?.timeZone ?? actor.timeZone;
  return { timeZone, country: hospital?.country ?? countryOfZone(timeZone) };
}
