import { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { recordLook } from "@/lib/domain/patients/record-look";
import { inTransaction } from "@/lib/actor/transaction";
import type { Tx } from "@/lib/platform/db/db";
import { startPage, type Page, type PageQuery } from "@/lib/platform/input/page";
import { decryptTexts } from "./decrypt-texts";
import { visibleTo } from "./policy";
import { prescriptionSelect } from "./queries";
import { takenUntil } from "./rules";
import type { Prescription } from "./schema";

/** How many of the latest prescriptions the suggestions are drawn from, and how many are suggested. */
const LATEST = 200;
const SUGGESTED = 40;
const EARLIER = 8;

/** What a doctor may repeat: the patient's latest medicines (`current`: still taken), and those the doctor prescribes most. */
export type Medicines = Record<"earlier" | "current" | "usual", Prescription[]>;

/**
 * Returns the medicines to suggest in a visit with this patient, from signed notes the doctor may read. The look at the
 * patient's is logged.
 */
export function loadMedicines(actor: Actor, patientId: string): Promise<Medicines> {
  return inTransaction(actor, async (tx) => {
    const stored = await tx.prescription.findMany({
      where: { patientId, encounter: { AND: [{ status: "SIGNED" }, visibleTo(actor)] } },
      select: {
        ...prescriptionSelect,
        encounter: { select: { signedAt: true, document: { select: { withdrawnAt: true } } } },
      },
      orderBy: { id: "desc" },
      take: LATEST,
    });
    await recordLook(tx, actor, "prescription.list", patientId);
    const found = await decryptTexts(tx, "Prescription", stored);
    const [latest, current] = [distinct(found.map(withoutVisit)), distinct(found.filter(isTaken).map(withoutVisit))];
    return { earlier: latest.slice(0, EARLIER), current, usual: await listUsual(tx, actor.doctorId) };
  });
}

type WithVisit = Prescription & {
  id: string;
  encounter: { signedAt: Date | null; document: { withdrawnAt: Date | null } | null };
};

const withoutVisit = ({ id: _id, encounter: _encounter, ...prescription }: WithVisit): Prescription => prescription;

function isTaken({ days, encounter: { signedAt, document } }: WithVisit): boolean {
  if (document?.withdrawnAt) return false;
  const until = signedAt && takenUntil({ days, signedAt });
  return until === null || until > new Date();
}

async function listUsual(tx: Tx, doctorId: string | null): Promise<Prescription[]> {
  if (!doctorId) return [];
  const stored = await tx.prescription.findMany({
    where: { doctorId, encounter: { status: "SIGNED" } },
    select: prescriptionSelect,
    orderBy: { id: "desc" },
    take: LATEST,
  });
  const latest = (await decryptTexts(tx, "Prescription", stored)).map(({ id: _id, ...medicine }) => medicine);
  const times = new Map<string, number>();
  for (const one of latest) times.set(keyOf(one), (times.get(keyOf(one)) ?? 0) + 1);
  const often = (one: Prescription) => times.get(keyOf(one)) ?? 0;
  return distinct(latest)
    .sort((a, b) => often(b) - often(a))
    .slice(0, SUGGESTED);
}

/** Returns the first prescription of each medicine, without the reason it had then in spite of an allergy. */
export function distinct<P extends Prescription>(prescriptions: P[]): P[] {
  const latest = new Map<string, P>();
  for (const one of prescriptions) if (!latest.has(keyOf(one))) latest.set(keyOf(one), { ...one, allergyReason: "" });
  return [...latest.values()];
}

const keyOf = ({ drug, strength, form }: Prescription) => [drug, strength, form].join("\n").toLowerCase();

const position = z.strictObject({ i: z.uuid() });

/** A medicine of a patient, with who prescribed it in which visit. */
export type OwnMedicine = Prescription & {
  id: string;
  appointmentId: string;
  patientId: string;
  patientName: string;
  doctorName: string;
  signedAt: Date;
  /** Its doctor has withdrawn the prescription. */
  isWithdrawn: boolean;
};

/**
 * Returns what was prescribed to these patients, the latest first. Patients the actor does not act for are left out.
 * Each page is logged as an access to the records of each patient.
 */
export async function listOwnMedicines(
  actor: Actor,
  wanted: { patientIds: string[] },
  query: PageQuery,
): Promise<Page<OwnMedicine>> {
  const page = startPage(query, position);
  const patientIds = wanted.patientIds.filter((id) => actor.readablePatientIds.includes(id));
  const rows = await inTransaction(actor, async (tx) => {
    for (const patientId of patientIds) await recordLook(tx, actor, "prescription.list", patientId);
    const stored = await tx.prescription.findMany({
      where: {
        patientId: { in: patientIds },
        encounter: { status: "SIGNED" },
        ...(page.after && { id: { lt: page.after.i } }),
      },
      select: {
        ...prescriptionSelect,
        patientId: true,
        patient: { select: { name: true } },
        doctor: { select: { name: true } },
        encounter: {
          select: { appointmentId: true, signedAt: true, createdAt: true, document: { select: { withdrawnAt: true } } },
        },
      },
      orderBy: { id: "desc" },
      take: page.take,
    });
    return decryptTexts(tx, "Prescription", stored);
  });
  const { items, nextCursor } = page.pageBy(rows, ({ id }) => ({ i: id }));
  return {
    nextCursor,
    items: items.map(({ patient, doctor, encounter, ...one }) => ({
      ...one,
      appointmentId: encounter.appointmentId,
      patientName: patient.name,
      doctorName: doctor.name,
      signedAt: encounter.signedAt ?? encounter.createdAt,
      isWithdrawn: Boolean(encounter.document?.withdrawnAt),
    })),
  };
}
