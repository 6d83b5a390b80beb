import { beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/actor/actor";
import { undoMerge } from "@/lib/domain/merges/undo-merge";
import { addAnswerFile } from "@/lib/domain/questionnaires/add-answer-file";
import { openAnswerFile } from "@/lib/domain/questionnaires/open-answer-file";
import { getSheet } from "@/lib/domain/questionnaires/queries";
import { changeQuestionnaireBody } from "@/lib/domain/questionnaires/schema";
import { submitAnswers } from "@/lib/domain/questionnaires/submit-answers";
import { db } from "@/lib/platform/db/db";
import { newPatient } from "@/tests/support/actors";
import { createService, inDays } from "@/tests/support/factories";
import { asFile, pdf } from "@/tests/support/files";
import { outcome } from "@/tests/support/outcome";
import { newProxy } from "./background-harness";
import * as harness from "./merges-harness";
import { publish } from "./questionnaires-harness";

let at: harness.Desk;
harness.readEverything();
beforeAll(async () => {
  at = await harness.openDesk();
});

const { questions: QUESTIONS } = changeQuestionnaireBody.parse({
  questions: [{ key: "letter", text: "Do you have a letter?", kind: "FILE" }],
});

const open = async (actor: Actor, id: string) =>
  Buffer.from(await new Response((await openAnswerFile(actor, id)).content).arrayBuffer());

it("lets the patient open the files of answers while the records are one, and add to them, and leaves all with the visit", async () => {
  const name = "Mina Castellan";
  const source = await harness.newRecord(at, { name });
  const account = await newPatient({ over: { name, bornOn: new Date("1984-03-05") } });
  await harness.visitOf(at, account.patient.id);
  const service = await createService({ doctorId: at.doctor.doctorId });
  await publish(at.doctor.actor, { serviceId: service.id }, QUESTIONS);
  const { id: appointmentId } = await harness.visitOf(at, source, { serviceId: service.id, startsAt: inDays(50) });
  const { actor: proxy, user } = await newProxy(source, { scope: "ALL" });
  const add = (actor: Actor, text: string) =>
    addAnswerFile(actor, { appointmentId, question: "letter", file: asFile(pdf(text)) });
  const first = await add(proxy, "First");
  const { version } = await submitAnswers(proxy, { appointmentId, answers: { letter: [first.id] }, version: 0 });
  expect(await outcome(openAnswerFile(account.actor, first.id))).toBe("not-found");

  await db.patientAccess.deleteMany({ where: { userId: user.id } });
  const made = await harness.merged(at.desk, source, account.patient.id);
  expect(await open(account.actor, first.id)).toEqual(pdf("First"));
  const second = await add(account.actor, "Second");
  await submitAnswers(account.actor, { appointmentId, answers: { letter: [first.id, second.id] }, version });

  await undoMerge(at.desk, made.id);
  for (const { id } of [first, second]) expect(await outcome(openAnswerFile(account.actor, id))).toBe("not-found");
  expect((await getSheet(at.doctor.actor, appointmentId)).files.map(({ id }) => id)).toEqual([first.id, second.id]);
  expect(await open(at.doctor.actor, second.id)).toEqual(pdf("Second"));
});
