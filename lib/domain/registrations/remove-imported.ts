import type { Prisma, Tx } from "@/lib/platform/db/db";

/** What else may be about a patient, once someone has come or acts for them. */
const USED = {
  OR: [
    { appointments: { some: {} } },
    { bedBookings: { some: {} } },
    { ambulanceBookings: { some: {} } },
    { accesses: { some: {} } },
    { familyInvitations: { some: {} } },
    { ownDocuments: { some: {} } },
    { allergies: { some: {} } },
    { noKnownAllergies: { some: {} } },
    { conditions: { some: {} } },
    { messages: { some: {} } },
    { toCall: { some: {} } },
    { emergencyAccesses: { some: {} } },
    { waitlistEntries: { some: {} } },
    { mergesAway: { some: {} } },
    { mergesHere: { some: {} } },
  ],
} satisfies Prisma.PatientWhereInput;

/** Counts the patients of an import who have been here since, or are known elsewhere. */
export function countUsedImported(tx: Tx, importId: string): Promise<number> {
  const elsewhere = { some: { OR: [{ importId: null }, { importId: { not: importId } }] } };
  return tx.registration.count({ where: { importId, patient: { OR: [USED, { registrations: elsewhere }] } } });
}

/** PostgreSQL asks some forty tables for each patient whether anything refers to them: a long file at once takes too long. */
const BATCH = 500;

/** Removes the patients that an import has registered and that nothing else refers to. */
export async function removeImportedIn(tx: Tx, importId: string): Promise<void> {
  const rows = await tx.registration.findMany({ where: { importId }, select: { patientId: true } });
  await tx.registration.deleteMany({ where: { importId } });
  for (let at = 0; at < rows.length; at += BATCH) {
    const ids = rows.slice(at, at + BATCH).map(({ patientId }) => patientId);
    await tx.patient.deleteMany({ where: { id: { in: ids } } });
  }
}
