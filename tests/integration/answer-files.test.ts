import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { addAnswerFile } from "@/lib/domain/questionnaires/add-answer-file";
import { listExportedAnswers } from "@/lib/domain/questionnaires/list-exported-answers";
import { openAnswerFile } from "@/lib/domain/questionnaires/open-answer-file";
import { findSheet, getSheet } from "@/lib/domain/questionnaires/queries";
import { removeAnswerFile } from "@/lib/domain/questionnaires/remove-answer-file";
import { changeQuestionnaireBody } from "@/lib/domain/questionnaires/schema";
import { submitAnswers } from "@/lib/domain/questionnaires/submit-answers";
import { writeAnswers } from "@/lib/domain/questionnaires/write-answers";
import { db } from "@/lib/platform/db/db";
import { storeFile } from "@/lib/platform/files/stored-files";
import { sweepFiles } from "@/lib/platform/files/sweep-files";
import { newDoctor, newPatient, newStaff } from "@/tests/support/actors";
import { createAppointment, createHospital, createService } from "@/tests/support/factories";
import { asFile, pdf, photo } from "@/tests/support/files";
import { outcome } from "@/tests/support/outcome";
import { newProxy, newTreatingDoctor } from "./background-harness";
import { publish } from "./questionnaires-harness";

const { questions: QUESTIONS } = changeQuestionnaireBody.parse({
  questions: [
    { key: "letter", text: "Do you have a letter?", kind: "FILE", required: true },
    { key: "rash", text: "A photo of the rash?", kind: "FILE" },
    { key: "more", text: "Anything else?", kind: "TEXT" },
  ],
});

async function askedForFiles() {
  const [doctor, patient, hospital] = [await newDoctor(), await newPatient(), await createHospital()];
  const service = await createService({ doctorId: doctor.doctorId });
  await publish(doctor.actor, { serviceId: service.id }, QUESTIONS);
  const of = { doctorId: doctor.doctorId, patientId: patient.patient.id };
  const visit = await createAppointment(of, { serviceId: service.id, hospitalId: hospital.id });
  const { actor } = patient;
  const appointmentId = visit.id;
  const add = (text = "A letter", question = "letter", who: Actor = actor) =>
    addAnswerFile(who, { appointmentId, question, file: asFile(pdf(text), "Letter.pdf") });
  const send = (answers: Record<string, string[] | string>, version: number) =>
    submitAnswers(actor, { appointmentId, answers, version });
  return { doctor, patient, hospital, actor, appointmentId, patientId: of.patientId, add, send };
}

const open = async (actor: Actor, id: string) =>
  Buffer.from(await new Response((await openAnswerFile(actor, id)).content).arrayBuffer());

describe("a file as an answer", () => {
  it("is the patient's alone until it is sent, then the doctor's of the visit too, each of it logged", async () => {
    const { actor, doctor, appointmentId, patientId, add, send } = await askedForFiles();
    const file = await add();
    expect(file).toMatchObject({ question: "letter", name: "Letter.pdf", type: "application/pdf" });
    const saved = await writeAnswers(actor, { appointmentId, answers: { letter: [file.id] }, version: 0 });
    expect(saved).toMatchObject({ draft: { letter: [file.id] }, files: [file] });
    expect(await open(actor, file.id)).toEqual(pdf());
    expect(await outcome(openAnswerFile(doctor.actor, file.id))).toBe("not-found");
    expect((await getSheet(doctor.actor, appointmentId)).files).toEqual([]);
    await send({ letter: [file.id] }, saved.version);
    expect(await open(doctor.actor, file.id)).toEqual(pdf());
    expect(await getSheet(doctor.actor, appointmentId)).toMatchObject({ files: [file], draft: null });
    const where = { patientId, action: { endsWith: "-file" } };
    const log = await db.auditEntry.findMany({ where, orderBy: { position: "asc" } });
    expect(log.map(({ action, purpose, subjectId }) => [action, purpose, subjectId])).toEqual([
      ["answers.add-file", "PATIENT_REQUEST", appointmentId],
      ["answers.open-file", "PATIENT_REQUEST", appointmentId],
      ["answers.open-file", "TREATMENT", appointmentId],
    ]);
  });

  it("is read and removed as the answers are, and missing for everyone else, in PostgreSQL too", async () => {
    const { doctor, patientId, hospital, appointmentId, add, send } = await askedForFiles();
    const [sent, kept] = [await add("Sent"), await add("Kept", "rash")];
    await send({ letter: [sent.id] }, 0);
    const proxy = async (scope: "ALL" | "READ" | "BOOK") => (await newProxy(patientId, { scope })).actor;
    // Who sees what was sent, and who what wasn't, too.
    const readers: [string, Actor, boolean, boolean][] = [
      ["who does all for them", await proxy("ALL"), true, true],
      ["who reads for them", await proxy("READ"), true, false],
      ["who books for them", await proxy("BOOK"), false, false],
      ["the doctor of the visit", doctor.actor, true, false],
      ["another doctor who treats them", (await newTreatingDoctor(patientId)).actor, false, false],
      ["a manager", (await newStaff(hospital.id, "MANAGER")).actor, false, false],
      ["another patient", (await newPatient()).actor, false, false],
    ];
    for (const [who, actor, seesSent, seesAll] of readers) {
      expect(await outcome(openAnswerFile(actor, sent.id)), who).toBe(seesSent ? "ok" : "not-found");
      expect(await outcome(openAnswerFile(actor, kept.id)), who).toBe(seesAll ? "ok" : "not-found");
      const count = await inTransaction(actor, (tx) => tx.answerFile.count({ where: { appointmentId } }));
      expect(count, who).toBe(Number(seesSent) + Number(seesAll));
      if (seesAll) continue;
      expect(await outcome(removeAnswerFile(actor, kept.id)), who).toBe("not-found");
      expect(await outcome(add("New", "letter", actor)), who).not.toBe("ok");
      const fileId = await storeFile(pdf());
      const data = { appointmentId, question: "letter", fileId, name: "x.pdf", type: "application/pdf", size: 1 };
      const write = inTransaction(actor, (tx) => tx.answerFile.create({ data: { ...data, fingerprint: who } }));
      expect(await outcome(write), who).not.toBe("ok");
      await inTransaction(actor, (tx) => tx.answerFile.deleteMany({ where: { appointmentId } })).catch(() => undefined);
    }
    expect(await inTransaction(readers[0]![1], (tx) => tx.answerFile.count({ where: { appointmentId } }))).toBe(2);
  });

  it("is removed for good while it wasn't sent; what was sent keeps its files", async () => {
    const { actor, appointmentId, add, send } = await askedForFiles();
    const [first, second] = [await add("First"), await add("Second")];
    await removeAnswerFile(actor, first.id);
    expect(await outcome(removeAnswerFile(actor, first.id))).toBe("not-found");
    expect(await outcome(openAnswerFile(actor, first.id))).toBe("not-found");
    expect(await sweepFiles()).toBe(1);
    const { version, draft } = await send({ letter: [first.id, second.id] }, 0);
    expect(draft).toEqual({ letter: [second.id] });
    const third = await add("Third");
    await send({ letter: [third.id] }, version);
    await removeAnswerFile(actor, second.id);
    expect(await open(actor, second.id)).toEqual(pdf("Second"));
    const remove = (tx: Parameters<Parameters<typeof inTransaction>[1]>[0]) =>
      tx.answerFile.deleteMany({ where: { appointmentId } });
    expect(await outcome(inTransaction(actor, remove))).not.toBe("ok");
    expect((await getSheet(actor, appointmentId)).files).toEqual([third]);
  });

  it("is added and removed until the visit has begun, in PostgreSQL too", async () => {
    const { actor, appointmentId, add, send } = await askedForFiles();
    const [file, other] = [await add(), await add("Other", "rash")];
    await send({ letter: [file.id] }, 0);
    const begin = { status: "CHECKED_IN", version: { increment: 1 } } as const;
    await db.appointment.update({ where: { id: appointmentId }, data: begin });
    await db.appointment.update({ where: { id: appointmentId }, data: { ...begin, status: "IN_PROGRESS" } });
    expect(await outcome(add("Late"))).toBe("invalid-transition");
    expect(await outcome(removeAnswerFile(actor, other.id))).toBe("invalid-transition");
    const write = (work: Parameters<typeof inTransaction<unknown>>[1]) => outcome(inTransaction(actor, work));
    expect(await write((tx) => tx.answerFile.deleteMany({ where: { id: other.id } }))).not.toBe("ok");
    expect(await open(actor, other.id)).toEqual(pdf("Other"));
  });

  it("belongs to its question and its visit: another's counts for none", async () => {
    const [here, there] = [await askedForFiles(), await askedForFiles()];
    const [foreign, misplaced] = [await there.add(), await here.add("Rash", "rash")];
    const missing = here.send({ letter: [foreign.id, misplaced.id, "no-file"] }, 0);
    expect(await outcome(missing)).toBe("invalid");
    expect(await findSheet(here.actor, here.appointmentId)).toMatchObject({ status: "NOT_STARTED" });
    expect(await outcome(here.add("Text", "more"))).toBe("invalid");
    expect(await outcome(here.add("None", "unknown"))).toBe("invalid");
  });

  it("is in the download of the record, by name", async () => {
    const { actor, patientId, add, send } = await askedForFiles();
    const file = await add();
    await send({ letter: [file.id] }, 0);
    const { items } = await listExportedAnswers(actor, patientId, { limit: 5 });
    expect(items).toMatchObject([{ submitted: [{ answers: { letter: [file.id] } }], files: [file] }]);
  });
});

describe("files as answers", () => {
  it("are what their content says, and freed of what it hides", async () => {
    const { actor, appointmentId } = await askedForFiles();
    const add = (bytes: Buffer, name: string, type: string) =>
      addAnswerFile(actor, { appointmentId, question: "rash", file: asFile(bytes, name, type) });
    const picture = await add(await photo(), "..\\..\u202egpj.exe", "application/pdf");
    expect(picture).toMatchObject({ type: "image/jpeg" });
    expect(picture.name).toMatch(/^[^\\/\u202e]+\.jpg$/);
    expect((await open(actor, picture.id)).includes("secret-owner")).toBe(false);
    for (const bytes of [
      "<svg onload=alert(1)>",
      "<html><script>alert(1)</script>",
      "MZ\x90\x00",
      "%PDX",
      "PK\x03\x04",
    ])
      expect(await outcome(add(Buffer.from(bytes), "letter.pdf", "application/pdf"))).toBe("invalid");
  });

  it("are kept once each, five a question and twenty a visit, also when they meet", async () => {
    const { actor, appointmentId, add } = await askedForFiles();
    const [one, same] = await Promise.all([add("Same"), add("Same")]);
    expect(one.id).toBe(same.id);
    const ids = [one.id];
    for (let number = 1; number < 20; number++) ids.push((await add(`Page ${number}`)).id);
    expect(await outcome(add("One more"))).toBe("invalid");
    const six = writeAnswers(actor, { appointmentId, answers: { letter: ids.slice(0, 6) }, version: 0 });
    expect(await outcome(six)).toBe("invalid");
  });
});
