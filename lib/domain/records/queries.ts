import type { Actor } from "@/lib/actor/actor";
import { db, type Prisma, type Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { recordLook } from "@/lib/domain/patients/record-look";
import { recordChange } from "@/lib/actor/record";
import { notFound } from "@/lib/platform/errors/app-error";
import { NEWEST_FIRST, startSortedPage } from "@/lib/platform/input/page";
import { decryptNote, storedTextSelect, type DecryptedNote } from "./decrypt-texts";
import { visibleTo } from "./policy";

/** Read through `decryptTexts`, as all that holds a `storedTextSelect`. */
export const prescriptionSelect = { ...storedTextSelect, days: true } satisfies Prisma.PrescriptionSelect;

export const attachmentSelect = {
  id: true,
  name: true,
  type: true,
  size: true,
  createdAt: true,
} satisfies Prisma.AttachmentSelect;

/** Read through `decryptNote`. */
export const encounterSelect = {
  ...storedTextSelect,
  appointmentId: true,
  patientId: true,
  doctorId: true,
  status: true,
  signedAt: true,
  version: true,
  observations: { select: { kind: true, value: true, unit: true } },
  diagnoses: { select: { system: true, version: true, code: true, name: true }, orderBy: { position: "asc" } },
  prescriptions: { select: prescriptionSelect, orderBy: { position: "asc" } },
  attachments: { select: attachmentSelect, orderBy: { id: "asc" } },
  addenda: {
    select: { ...storedTextSelect, createdAt: true, doctor: { select: { name: true } } },
    orderBy: { id: "asc" },
  },
} satisfies Prisma.EncounterSelect;

export type EncounterRow = DecryptedNote<Prisma.EncounterGetPayload<{ select: typeof encounterSelect }>>;

/** Tells whether the visit's note is signed; for the doctor's own visits (row-level security says no for others). */
export async function isEncounterSigned(tx: Tx, appointmentId: string): Promise<boolean> {
  return (await tx.encounter.count({ where: { appointmentId, status: "SIGNED" } })) > 0;
}

/** Returns the note of one visit, for those who may read it; every access is logged. Throws `not-found` otherwise. */
export function getEncounter(actor: Actor, appointmentId: string): Promise<EncounterRow> {
  return inTransaction(actor, async (tx) => {
    const row = await tx.encounter.findFirst({
      where: { appointmentId, ...visibleTo(actor) },
      select: encounterSelect,
    });
    if (!row) throw notFound();
    await recordChange(tx, actor, {
      action: "encounter.read",
      subject: "encounter",
      subjectId: row.id,
      patientId: row.patientId,
      doctorId: row.doctorId,
    });
    return decryptNote(tx, row);
  });
}

/**
 * Returns the signed notes of these patients' visits, newest first, without their text: the patient, the doctor and the time. Patients
 * whose record the actor doesn't read are left out. Each page is logged as an access to the records of each patient.
 */
export async function listSignedNotes(
  actor: Actor,
  wanted: { patientIds: string[] },
  page: { limit: number; cursor?: string },
) {
  const { beyond, orderBy, take, pageOf } = startSortedPage(page, NEWEST_FIRST);
  const patientIds = wanted.patientIds.filter((id) => actor.readablePatientIds.includes(id));
  const rows = await inTransaction(actor, async (tx) => {
    const found = await tx.encounter.findMany({
      where: { AND: [{ patientId: { in: patientIds }, status: "SIGNED" }, visibleTo(actor), beyond] },
      orderBy,
      take,
      select: { id: true, appointmentId: true, createdAt: true },
    });
    for (const patientId of patientIds) await recordLook(tx, actor, "encounter.list", patientId);
    return found;
  });
  const visits = await visitsOf(
    rows.map(({ appointmentId }) => appointmentId),
    patientIds,
  );
  const { items, nextCursor } = pageOf(rows);
  return { nextCursor, items: items.flatMap(({ appointmentId }) => visits.get(appointmentId) ?? []) };
}

/** Who, where and when of the notes' visits. */
async function visitsOf(ids: string[], patientIds: string[]) {
  const rows = await db.appointment.findMany({
    where: { id: { in: ids }, patientId: { in: patientIds } },
    select: {
      id: true,
      startsAt: true,
      patient: { select: { name: true } },
      doctor: { select: { name: true, timeZone: true, practiceName: true } },
      hospital: { select: { name: true, timeZone: true } },
      service: { select: { name: true } },
    },
  });
  return new Map(rows.map((row) => [row.id, row]));
}
