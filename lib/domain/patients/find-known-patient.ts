import type { Db } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { knownAt } from "./policy";

/**
 * A patient for whom a hospital or a doctor may act because they have been with them before. Throws `not-found` for
 * everybody else, whether they exist or not. The caller has made sure that the actor belongs to the place.
 */
export async function requireKnownPatient(from: Db, place: Parameters<typeof knownAt>[0], patientId: string): Promise<string> {
  const row = await from.patient.findFirst({ where: { AND: [{ id: patientId }, knownAt(place)] }, select: { id: true } });
  if (!row) throw notFound();
  return row.id;
}
