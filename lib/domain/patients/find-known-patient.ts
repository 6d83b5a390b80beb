import { db, type Db } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { knownAt } from "./policy";

/**
 * Tells whether a patient has been with a hospital or a doctor before. The caller has checked that the actor belongs to
 * the place.
 */
export async function isKnownPatient(
  place: Parameters<typeof knownAt>[0],
  patientId: string,
  from: Db = db,
): Promise<boolean> {
  const row = await from.patient.findFirst({
    where: { AND: [{ id: patientId }, knownAt(place)] },
    select: { id: true },
  });
  return row !== null;
}

/**
 * Throws `not-found` unless the patient has been with the hospital or the doctor before, whether they exist or not. The
 * caller has checked that the actor belongs to the place.
 */
export async function requireKnownPatient(
  from: Db,
  place: Parameters<typeof knownAt>[0],
  patientId: string,
): Promise<string> {
  if (!(await isKnownPatient(place, patientId, from))) throw notFound();
  return patientId;
}
