import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { recordLook } from "@/lib/domain/patients/record-look";
import type { Prisma } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { NEWEST_FIRST, startSortedPage, type Page, type PageQuery } from "@/lib/platform/input/page";
import { instantText } from "@/lib/platform/time/iso-text";
import { decryptTexts } from "./decrypt-texts";
import { visibleTo } from "./policy";
import { distinct } from "./list-medicines";
import { getEncounter, prescriptionSelect, type EncounterRow } from "./queries";
import { takenUntil } from "./rules";
import type { Prescription } from "./schema";

/** More medicines at once than anyone takes. */
export const MOST_MEDICINES = 100;

/** Where and with whom a note was written. */
type NoteVisit = { start: string; timeZone: string; doctorName: string; placeName: string | null };

const visitSelect = {
  doctor: { select: { name: true, timeZone: true, practiceName: true } },
  appointment: { select: { startsAt: true, hospital: { select: { name: true, timeZone: true } } } },
} satisfies Prisma.EncounterSelect;

function visitOf({
  doctor,
  appointment: { startsAt, hospital },
}: Prisma.EncounterGetPayload<{ select: typeof visitSelect }>): NoteVisit {
  return {
    start: instantText(startsAt),
    timeZone: hospital?.timeZone ?? doctor.timeZone,
    doctorName: doctor.name,
    placeName: hospital?.name ?? doctor.practiceName,
  };
}

/** A signed note as it stands in a list of a patient's notes. */
export type TreatedNote = NoteVisit & {
  appointmentId: string;
  isOwn: boolean;
  /** The main diagnosis. */
  diagnosis: string | null;
};

/**
 * Returns a page of a patient's signed notes the acting doctor may read, newest first, without their text. Logged as an
 * access to the patient's record.
 */
export async function listTreatedNotes(actor: Actor, patientId: string, query: PageQuery): Promise<Page<TreatedNote>> {
  const { beyond, orderBy, take, pageOf } = startSortedPage(query, NEWEST_FIRST);
  const rows = await inTransaction(actor, async (tx) => {
    await recordLook(tx, actor, "encounter.list", patientId);
    return tx.encounter.findMany({
      where: { AND: [{ patientId, status: "SIGNED" }, visibleTo(actor), beyond] },
      orderBy,
      take,
      select: {
        id: true,
        appointmentId: true,
        doctorId: true,
        createdAt: true,
        diagnoses: { select: { name: true }, orderBy: { position: "asc" }, take: 1 },
        ...visitSelect,
      },
    });
  });
  const { items, nextCursor } = pageOf(rows);
  return {
    nextCursor,
    items: items.map((row) => ({
      ...visitOf(row),
      appointmentId: row.appointmentId,
      isOwn: row.doctorId === actor.doctorId,
      diagnosis: row.diagnoses[0]?.name ?? null,
    })),
  };
}

/**
 * Returns a note the acting doctor may read, and whose it is; logged. Throws `not-found` for all others, and for anyone
 * but a doctor.
 */
export async function getTreatedNote(
  actor: Actor,
  appointmentId: string,
): Promise<{ encounter: EncounterRow; visit: NoteVisit; isOwn: boolean }> {
  if (!actor.doctorId) throw notFound();
  const encounter = await getEncounter(actor, appointmentId);
  const visit = await inTransaction(actor, (tx) =>
    tx.encounter.findUniqueOrThrow({ where: { appointmentId }, select: visitSelect }),
  );
  return { encounter, visit: visitOf(visit), isOwn: encounter.doctorId === actor.doctorId };
}

/** A medicine that a patient still takes, as far as it was prescribed in a note. */
export type CurrentMedicine = Prescription & {
  id: string;
  doctorName: string;
  prescribedAt: string;
  until: string | null;
};

/**
 * Returns what a patient takes at `now`, from signed notes the acting doctor may read: the latest prescription of each
 * medicine, the latest first. Logged as an
 * access to the patient's record.
 */
export async function listCurrentMedicines(actor: Actor, patientId: string, now: Date): Promise<CurrentMedicine[]> {
  const rows = await inTransaction(actor, async (tx) => {
    await recordLook(tx, actor, "prescription.list", patientId);
    const stored = await tx.prescription.findMany({
      where: { patientId, encounter: { AND: [{ status: "SIGNED" }, visibleTo(actor)] } },
      select: {
        ...prescriptionSelect,
        doctor: { select: { name: true } },
        encounter: { select: { signedAt: true, createdAt: true, document: { select: { withdrawnAt: true } } } },
      },
      orderBy: [{ encounter: { signedAt: "desc" } }, { id: "desc" }],
      take: MOST_MEDICINES,
    });
    return decryptTexts(tx, "Prescription", stored);
  });
  return takenAt(
    rows.map(({ doctor, encounter, ...one }) => ({
      ...one,
      doctorName: doctor.name,
      signedAt: encounter.signedAt ?? encounter.createdAt,
      isWithdrawn: Boolean(encounter.document?.withdrawnAt),
    })),
    now,
  );
}

/** A medicine with when and by whom it was prescribed. */
type Prescribed = Prescription & { id: string; doctorName: string; signedAt: Date; isWithdrawn: boolean };

/** Returns what of it is taken at `now`, each medicine once; the latest has to come first. */
export function takenAt(prescribed: Prescribed[], now: Date): CurrentMedicine[] {
  const taken = prescribed.flatMap(({ signedAt, isWithdrawn, ...one }) => {
    const until = takenUntil({ days: one.days, signedAt });
    if (isWithdrawn || (until !== null && until <= now)) return [];
    return [{ ...one, prescribedAt: instantText(signedAt), until: until && instantText(until) }];
  });
  return distinct(taken);
}
