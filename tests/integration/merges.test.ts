import { beforeAll, expect, it } from "vitest";
import { stateNoAllergies } from "@/lib/domain/background/state-no-allergies";
import { listAllergies } from "@/lib/domain/background/queries";
import { undoMerge } from "@/lib/domain/merges/undo-merge";
import { listMerges } from "@/lib/domain/merges/queries";
import { findSheet } from "@/lib/domain/questionnaires/queries";
import { submitAnswers } from "@/lib/domain/questionnaires/submit-answers";
import { getAppointment } from "@/lib/domain/appointments/queries";
import { getEncounter } from "@/lib/domain/records/queries";
import { searchPatients } from "@/lib/domain/front-desk/search-patients";
import { db } from "@/lib/platform/db/db";
import { newPatient } from "@/tests/support/actors";
import { inDays } from "@/tests/support/factories";
import { writeReason } from "@/tests/support/texts";
import { allergyOf } from "./background-harness";
import * as harness from "./merges-harness";

const { answeredVisit, everyRow, fillRecord, merged, newRecord, openDesk, select, signedVisit, visitOf } = harness;
let at: harness.Desk;
harness.readEverything();
beforeAll(async () => {
  at = await openDesk();
});

/** Two records of one person, the second with an account. */
async function twoRecords() {
  const name = `Mina Castellan ${crypto.randomUUID().slice(0, 4)}`;
  const source = await newRecord(at, { name });
  const account = await newPatient({ over: { name, bornOn: new Date("1984-03-05") } });
  await visitOf(at, account.patient.id);
  return { source, account, survivor: account.patient.id };
}

const COUNTED = [
  "Appointment",
  "BedBooking",
  "AmbulanceBooking",
  "Registration",
  "Allergy",
  "Condition",
  "PatientDocument",
  "Encounter",
  "Observation",
  "AnswerSheet",
  "Conversation",
  "ToCall",
];
const CLINICAL = [
  "Diagnosis",
  "Prescription",
  "Addendum",
  "Attachment",
  "PrescriptionDocument",
  "BackgroundVersion",
  "AnswerDraft",
  "SubmittedAnswers",
];

it("moves all of one record to the other, and back to the letter", async () => {
  const { source, survivor } = await twoRecords();
  await fillRecord(at, source);
  await fillRecord(at, survivor);
  const before = await everyRow();
  const made = await merged(at.desk, source, survivor);
  for (const table of [...COUNTED, ...CLINICAL]) {
    const rows = await select(`SELECT "patientId" FROM "${table}" WHERE "patientId" IN ($1, $2)`, [source, survivor]);
    expect([table, new Set(rows.map((row) => row.patientId))]).toEqual([table, new Set([survivor])]);
  }
  const strip = (rows: Record<string, string[]>) =>
    Object.entries(rows).map(([name, all]) => [name, all.map((row) => row.replaceAll(source, survivor)).sort()]);
  const { Patient: _, ...rest } = await everyRow();
  const { Patient: __, ...former } = before;
  expect(strip(rest)).toEqual(strip(former));
  const undone = await undoMerge(at.desk, made.id);
  expect([undone.undoneAt !== null, await everyRow()]).toEqual([true, before]);
});

it("takes over the values that were chosen, and gives back what wasn't corrected since", async () => {
  const source = await newRecord(at, { name: "Lena Brightwater", phone: "+493055501" });
  const survivor = await newRecord(at, { name: "Lena Brigtwater", phone: null });
  const made = await merged(at.desk, source, survivor, ["name", "phone"]);
  const read = () => db.patient.findUniqueOrThrow({ where: { id: survivor }, select: { name: true, phone: true } });
  expect([made.taken, await read()]).toEqual([["name", "phone"], { name: "Lena Brightwater", phone: "+493055501" }]);
  await db.patient.update({ where: { id: survivor }, data: { phone: "+493055502" } });
  await undoMerge(at.desk, made.id);
  expect(await read()).toEqual({ name: "Lena Brigtwater", phone: "+493055502" });
});

it("keeps what was added since with the surviving record, and what belongs to a moved visit with that", async () => {
  const { source, survivor } = await twoRecords();
  const moved = await signedVisit(at, source);
  const made = await merged(at.desk, source, survivor);
  const added = await visitOf(at, survivor, { startsAt: inDays(50) });
  expect((await listMerges(at.desk, at.hospitalId, { limit: 5 })).items[0]).toMatchObject({
    id: made.id,
    addedSince: 1,
  });
  await undoMerge(at.desk, made.id);
  const owners = await db.appointment.findMany({
    where: { id: { in: [moved, added.id] } },
    orderBy: { startsAt: "asc" },
    select: { patientId: true },
  });
  expect(owners).toEqual([{ patientId: source }, { patientId: survivor }]);
});

it("lets the patient read everything while the records are one, and no longer after the undo", async () => {
  const { source, survivor, account } = await twoRecords();
  const visit = await signedVisit(at, source);
  const made = await merged(at.desk, source, survivor);
  expect((await getEncounter(account.actor, visit)).assessment).toBe("Well");
  await undoMerge(at.desk, made.id);
  await expect(getEncounter(account.actor, visit)).rejects.toMatchObject({ code: "not-found" });
});

it("lets the patient read and correct answers while the records are one, and their doctor read them after the undo", async () => {
  const { source, survivor, account } = await twoRecords();
  const id = await answeredVisit(at, source);
  await writeReason(at.doctor.actor, id, "A cough");
  const made = await merged(at.desk, source, survivor);
  const sheet = (await findSheet(account.actor, id))!;
  expect(sheet).toMatchObject({ draft: { smokes: "Yes" }, submitted: { smokes: "No" }, mayAnswer: true });
  expect((await getAppointment(account.actor, id)).reason).toBe("A cough");
  const answers = { smokes: "Yes", amount: 5 };
  await submitAnswers(account.actor, { appointmentId: id, answers, version: sheet.version });
  await undoMerge(at.desk, made.id);
  await expect(findSheet(account.actor, id)).rejects.toMatchObject({ code: "not-found" });
  expect(await findSheet(at.doctor.actor, id)).toMatchObject({ submitted: answers });
  const owners = await select(`SELECT "patientId" FROM "SubmittedAnswers" WHERE "appointmentId" = $1`, [id]);
  expect(owners).toEqual([{ patientId: source }, { patientId: source }]);
});

it("shows a merged record's visits under the survivor, and finds one record", async () => {
  const { source, survivor } = await twoRecords();
  const found = async () => {
    const { name } = await db.patient.findUniqueOrThrow({ where: { id: survivor }, select: { name: true } });
    return (await searchPatients(at.desk, { hospitalId: at.hospitalId, name })).map(({ id }) => id).sort();
  };
  expect(await found()).toEqual([source, survivor].sort());
  const made = await merged(at.desk, source, survivor);
  expect(await found()).toEqual([survivor]);
  await undoMerge(at.desk, made.id);
  expect(await found()).toEqual([source, survivor].sort());
});

it("ends “no known allergies” beside an allergy, and lets it hold again afterwards", async () => {
  const { source, survivor, account } = await twoRecords();
  await visitOf(at, source, { startsAt: inDays(60) });
  await allergyOf(at.doctor.actor, source);
  await stateNoAllergies(account.actor, { patientId: survivor });
  const read = async () => {
    const { items, noneKnown } = await listAllergies(account.actor, survivor);
    return [items.length, noneKnown !== null];
  };
  const before = await everyRow();
  const made = await merged(at.desk, source, survivor);
  expect(await read()).toEqual([1, false]);
  await undoMerge(at.desk, made.id);
  expect(await everyRow()).toEqual(before);
  const again = await merged(at.desk, source, survivor);
  await allergyOf(account.actor, survivor, { substance: "Nuts", category: "FOOD" });
  await undoMerge(at.desk, again.id);
  expect(await read()).toEqual([1, false]);
});
