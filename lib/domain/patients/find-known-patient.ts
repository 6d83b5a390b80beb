import { db, type Db } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { knownAt } from "./policy";

/** Whether a patient has been with a hospital or a doctor before. The caller has made sure that the actor belongs to the place. */
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
 * A patient for whom a hospital or a doctor may act because they have been with them before. Throws `not-found` for
 * everyone else, whether they exist or not. The caller has made sure that the actor belongs to the place.
 */
export async function requireKnownPatient(
  from: Db,
  place: Parameters<typeof knownAt>[0],
  patientId: string,
): Promise<string> {
  if (!(await isKnownPatient(place, patientId, from))) throw notFound();
  return patientId;
}
