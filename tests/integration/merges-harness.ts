import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import { completeVisit } from "@/lib/domain/appointments/complete-visit";
import { sendMessage } from "@/lib/domain/conversations/send-message";
import { addAddendum } from "@/lib/domain/records/add-addendum";
import { addDocument } from "@/lib/domain/documents/add-document";
import { openPrescription } from "@/lib/domain/prescriptions/open-prescription";
import { mergePatients } from "@/lib/domain/merges/merge-patients";
import { findSheet } from "@/lib/domain/questionnaires/queries";
import { submitAnswers } from "@/lib/domain/questionnaires/submit-answers";
import { writeAnswers } from "@/lib/domain/questionnaires/write-answers";
import type { MergeField } from "@/lib/domain/merges/status";
import { db, type Prisma } from "@/lib/platform/db/db";
import { newDoctor, newStaff } from "@/tests/support/actors";
import { createAppointment, createBed, createHospital, createService, inDays } from "@/tests/support/factories";
import { asFile, pdf } from "@/tests/support/files";
import { allergyOf, conditionOf, newProxy } from "./background-harness";
import { FOUND, NOTE } from "./encounter-harness";
import { publish } from "./questionnaires-harness";

const DAY = 86_400_000;

/** Reads past row-level security, which binds the owner, too. */
const everything = new pg.Client({ connectionString: adminUrl() });

function adminUrl(): string {
  const url = new URL(inject("postgres").adminUrl);
  url.pathname = new URL(process.env.DATABASE_URL ?? "").pathname;
  return url.href;
}

/** Call it in the file's own scope. */
export function readEverything(): void {
  beforeAll(() => everything.connect());
  afterAll(() => everything.end());
}

export const select = async (text: string, values: unknown[] = []) =>
  (await everything.query<Record<string, string>>(text, values)).rows;

/** What a merge and its undo count up by themselves. */
const COUNTERS: Record<string, string[]> = { Patient: ["version", "updatedAt"] };

/** Every row that refers to a patient, of every table with such a column, as it stands. */
export async function everyRow(): Promise<Record<string, string[]>> {
  const tables = await select(`
    SELECT c.relname AS "name" FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND NOT a.attisdropped
      AND (a.attname = 'patientId' OR c.relname = 'Patient') AND c.relname <> 'AuditEntry' GROUP BY 1 ORDER BY 1`);
  const all: Record<string, string[]> = {};
  for (const { name = "" } of tables) {
    const without = (COUNTERS[name] ?? []).map((column) => ` - '${column}'`).join("");
    const found = await select(`SELECT (to_jsonb(t)${without})::text AS "row" FROM "${name}" t ORDER BY 1`);
    all[name] = found.map(({ row = "" }) => row);
  }
  return all;
}

/** A hospital's desk, with a doctor. */
export async function openDesk() {
  const hospital = await createHospital();
  const doctor = await newDoctor({ hospitalId: hospital.id });
  const { actor: desk } = await newStaff(hospital.id, "COORDINATOR");
  return { hospitalId: hospital.id, doctor, desk };
}
export type Desk = Awaited<ReturnType<typeof openDesk>>;

/** A record that the desk has created: no account, and one appointment some days ago. */
export async function newRecord(at: Desk, over: Partial<Prisma.PatientUncheckedCreateInput> = {}): Promise<string> {
  const data = { name: "Mina Castellan", bornOn: new Date("1984-03-05"), ...over };
  const { id } = await db.patient.create({ data });
  await visitOf(at, id, { status: "NO_SHOW", startsAt: inDays(-40), endedAt: inDays(-40) });
  return id;
}

export const visitOf = (at: Desk, patientId: string, over: Partial<Prisma.AppointmentUncheckedCreateInput> = {}) =>
  createAppointment({ doctorId: at.doctor.doctorId, patientId }, { hospitalId: at.hospitalId, ...over });

/** A pair of records, by the smaller ID first as it is listed. */
export async function pairOf(...ids: [string, string]): Promise<string> {
  const [firstId, secondId] = [...ids].sort() as [string, string];
  return (await db.likelyDuplicate.findUniqueOrThrow({ where: { firstId_secondId: { firstId, secondId } } })).id;
}

export async function merged(actor: Actor, sourceId: string, survivorId: string, take: MergeField[] = []) {
  return mergePatients(actor, { duplicateId: await pairOf(sourceId, survivorId), survivorId, take });
}

/** A visit with its signed note, all its parts and an addendum. */
export async function signedVisit(at: Desk, patientId: string): Promise<string> {
  const doctor = await newDoctor({ hospitalId: at.hospitalId });
  const startsAt = new Date(Date.now() - 300_000);
  const { id } = await createAppointment(
    { doctorId: doctor.doctorId, patientId },
    { hospitalId: at.hospitalId, status: "CHECKED_IN", startsAt, endsAt: new Date(startsAt.getTime() + 1_800_000) },
  );
  await changeStatus(doctor.actor, id, { status: "IN_PROGRESS" });
  await attachTo(doctor.actor, id, patientId);
  await completeVisit(doctor.actor, { appointmentId: id, note: NOTE, parts: FOUND, version: 1 });
  await openPrescription(doctor.actor, id);
  await addAddendum(doctor.actor, { appointmentId: id, text: "Called: better." });
  return id;
}

/** A file of the note, as a row. */
function attachTo(doctor: Actor, appointmentId: string, patientId: string) {
  return inTransaction(doctor, async (tx) => {
    const { id: encounterId } = await tx.encounter.findUniqueOrThrow({ where: { appointmentId } });
    const { id: fileId } = await tx.storedFile.create({ data: { keyId: "test", wrappedKey: new Uint8Array(60) } });
    const file = { fileId, fingerprint: fileId, name: "Letter", type: "application/pdf", size: 10 };
    await tx.attachment.create({ data: { encounterId, patientId, ...file } });
  });
}

/** So that no two visits of one doctor are at the same time. */
let answered = 0;

/** An appointment with a message, and answers that were sent and are being corrected, by someone who acted for the patient and no longer does. */
export async function answeredVisit(at: Desk, patientId: string): Promise<string> {
  const service = await createService({ doctorId: at.doctor.doctorId });
  await publish(at.doctor.actor, { serviceId: service.id });
  answered += 1;
  const startsAt = new Date(Date.now() + (200 + answered) * DAY);
  const { id: appointmentId } = await visitOf(at, patientId, { serviceId: service.id, startsAt });
  const { actor, user } = await newProxy(patientId, { scope: "ALL" });
  await submitAnswers(actor, { appointmentId, answers: { smokes: "No" }, version: 0 });
  await sendMessage(actor, { appointmentId, text: "I’ll be late" });
  const { version } = (await findSheet(actor, appointmentId))!;
  await writeAnswers(actor, { appointmentId, answers: { smokes: "Yes" }, version });
  await db.patientAccess.deleteMany({ where: { userId: user.id } });
  return appointmentId;
}

/** A document, added by someone who acted for the patient and no longer does. */
async function keepDocument(patientId: string): Promise<void> {
  const { actor, user } = await newProxy(patientId, { scope: "ALL" });
  const facts = { title: "Letter", kind: "LETTER", datedOn: "2026-05-03" } as const;
  await addDocument(actor, { patientId, file: asFile(pdf()), ...facts });
  await db.patientAccess.deleteMany({ where: { userId: user.id } });
}

/** So that two visits of one doctor are never at the same time. */
let filled = 0;

/**
 * Everything one patient can have: visits, a signed note, answers before a visit, a stay, an ambulance call, a background, a document, an entry to
 * call.
 */
export async function fillRecord(at: Desk, patientId: string): Promise<void> {
  const { hospitalId } = at;
  filled += 1;
  const visit = await visitOf(at, patientId, { startsAt: new Date(Date.now() + (30 + filled) * DAY) });
  await signedVisit(at, patientId);
  await answeredVisit(at, patientId);
  await allergyOf(at.doctor.actor, patientId);
  await allergyOf(at.doctor.actor, patientId, { substance: "Latex", category: "OTHER" });
  await conditionOf(at.doctor.actor, patientId);
  await keepDocument(patientId);
  const bed = await createBed(hospitalId);
  const times = { startsAt: inDays(-9), endsAt: inDays(-8), admittedAt: inDays(-9), dischargedAt: inDays(-8) };
  const stay = { hospitalId, patientId, wardKind: "GENERAL", bedId: bed.id, status: "DISCHARGED", ...times } as const;
  await db.bedBooking.create({ data: stay });
  await db.registration.create({ data: { hospitalId, patientId, recordNumber: patientId } });
  await db.ambulanceBooking.create({
    data: {
      hospitalId,
      patientId,
      kind: "BASIC",
      status: "CANCELLED",
      contactName: "Someone",
      contactPhone: "+49305550123",
      pickupLatitude: 52.5,
      pickupLongitude: 13.4,
      trackingTokenHash: `call-${patientId}`,
    },
  });
  await db.toCall.create({ data: { reason: "appointment.cancelled", patientId, appointmentId: visit.id, hospitalId } });
}
