import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { recordLook } from "@/lib/domain/patients/record-look";
import type { Page, PageQuery } from "@/lib/platform/input/page";
import { decryptTexts } from "./decrypt-texts";
import { listTreatedNotes, MOST_MEDICINES, takenAt, type CurrentMedicine, type TreatedNote } from "./list-treated";
import { toShownEncounter } from "./output";
import { getEncounter, prescriptionSelect } from "./queries";
import { linkedNotes } from "./statements";

/**
 * Returns what a patient takes at `now` for who reads medicines by a link, without the notes they are prescribed in. Logged. Throws
 * `not-found` for a link that opens no medicines now.
 */
export async function listLinkedMedicines(actor: Actor, patientId: string, now: Date): Promise<CurrentMedicine[]> {
  return inTransaction(actor, async (tx) => {
    await recordLook(tx, actor, "prescription.list", patientId);
    const stored = await tx.prescription.findMany({
      where: { patientId },
      select: { ...prescriptionSelect, encounterId: true },
      orderBy: { id: "desc" },
      take: MOST_MEDICINES,
    });
    const rows = await decryptTexts(tx, "Prescription", stored);
    const notes = await linkedNotes(
      tx,
      rows.map(({ encounterId }) => encounterId),
    );
    const byId = new Map(notes.map(({ id, ...note }) => [id, note]));
    const prescribed = rows.flatMap(({ encounterId, ...one }) => {
      const { doctorName, signedAt, isWithdrawn } = byId.get(encounterId) ?? {};
      return doctorName && signedAt ? [{ ...one, doctorName, signedAt, isWithdrawn: isWithdrawn === true }] : [];
    });
    return takenAt(
      prescribed.toSorted((a, b) => b.signedAt.getTime() - a.signedAt.getTime()),
      now,
    );
  });
}

/** A note by a link, whole. */
export type LinkedNote = TreatedNote & ReturnType<typeof toShownEncounter> & { signedAt: string };

/**
 * Returns a page of the notes that a link opens, newest first and whole; each is logged. One after the other, so that a page
 * takes no more of the database than one note. Throws `not-found` when the link ends meanwhile.
 */
export async function listLinkedNotes(actor: Actor, patientId: string, query: PageQuery): Promise<Page<LinkedNote>> {
  const { items, nextCursor } = await listTreatedNotes(actor, patientId, query);
  const notes: LinkedNote[] = [];
  for (const note of items) {
    const encounter = await getEncounter(actor, note.appointmentId);
    const signedAt = encounter.signedAt?.toISOString() ?? note.start;
    notes.push({ ...note, ...toShownEncounter(encounter), signedAt });
  }
  return { items: notes, nextCursor };
}
