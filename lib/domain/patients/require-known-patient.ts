import { db, type Db } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { knownAt } from "./policy";

/**
 * Tells whether a patient has been with a hospital or a doctor before. The caller has checked that the actor belongs to
 * the place.
 */
export function isKnownPatient(place: Parameters<typeof knownAt>[0], patientId: string): Promise<boolean> {
  return isKnownPatientIn(db, place, patientId);
}

/** As `isKnownPatient`, with the client of a transaction. */
async function isKnownPatientIn(client: Db, place: Parameters<typeof knownAt>[0], patientId: string): Promise<boolean> {
  const row = await client.patient.findFirst({
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
  client: Db,
  place: Parameters<typeof knownAt>[0],
  patientId: string,
): Promise<string> {
  if (!(await isKnownPatientIn(client, place, patientId))) throw notFound();
  return patientId;
}
