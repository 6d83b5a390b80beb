import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import { completeVisit } from "@/lib/domain/appointments/complete-visit";
import { listExportedAnswers } from "@/lib/domain/questionnaires/list-exported-answers";
import { getSheet } from "@/lib/domain/questionnaires/queries";
import type { Answers } from "@/lib/domain/questionnaires/schema";
import { submitAnswers } from "@/lib/domain/questionnaires/submit-answers";
import { writeAnswers } from "@/lib/domain/questionnaires/write-answers";
import type { AppError } from "@/lib/platform/errors/app-error";
import { outcome } from "@/tests/support/outcome";
import { createAsked, QUESTIONS } from "./questionnaires-harness";

const write = (actor: Actor, appointmentId: string, answers: Answers, version: number) =>
  writeAnswers(actor, { appointmentId, answers, version });
const submit = (actor: Actor, appointmentId: string, answers: Answers, version: number) =>
  submitAnswers(actor, { appointmentId, answers, version });
const fieldsOf = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: AppError) => error.fields?.map(({ path }) => path),
  );

describe("answers before a visit", () => {
  it("are saved bit by bit, resumed, and sent without those to hidden questions", async () => {
    const { patient, doctor, visit } = await createAsked();
    const { actor } = patient;
    const begun = await write(actor, visit.id, { smokes: "Yes", amount: 20 }, 0);
    expect(begun).toMatchObject({ status: "IN_PROGRESS", version: 1, submitted: null });
    expect((await write(actor, visit.id, { smokes: "Yes", amount: 20, since: "" }, 1)).version).toBe(1);
    expect(await getSheet(doctor.actor, visit.id)).toMatchObject({ draft: null, submitted: null, mayAnswer: false });
    const resumed = await getSheet(actor, visit.id);
    expect(resumed).toMatchObject({ draft: { smokes: "Yes", amount: 20 }, mayAnswer: true });
    const sent = await submit(actor, visit.id, { smokes: "No", amount: 20, since: "2026-01-05" }, 1);
    expect(sent).toMatchObject({ status: "SUBMITTED", submitted: { smokes: "No", since: "2026-01-05" } });
    expect(sent.draft).toEqual({ smokes: "No", amount: 20, since: "2026-01-05" });
    const { submitted, draft, status } = await getSheet(doctor.actor, visit.id);
    expect({ submitted, draft, status }).toEqual({ submitted: sent.submitted, draft: null, status: "SUBMITTED" });
  });

  it("are refused where they can't be one, and sent only once the required ones are there", async () => {
    const { patient, visit } = await createAsked();
    const { actor } = patient;
    expect(await fieldsOf(write(actor, visit.id, { smokes: "Perhaps", other: 1 }, 0))).toEqual([
      "answers.smokes",
      "answers.other",
    ]);
    expect(await fieldsOf(submit(actor, visit.id, { smokes: "Yes" }, 0))).toEqual(["answers.amount"]);
    // What can't be sent is not stored by the attempt either.
    expect(await getSheet(actor, visit.id)).toMatchObject({ status: "NOT_STARTED", version: 0 });
    expect(await outcome(submit(actor, visit.id, { smokes: "No" }, 0))).toBe("ok");
  });

  it("of two windows never overwrite each other, not at the beginning either", async () => {
    const { patient, visit } = await createAsked();
    const begin = () => outcome(write(patient.actor, visit.id, { smokes: "No" }, 0));
    expect((await Promise.all([begin(), begin()])).toSorted()).toEqual(["ok", "version-mismatch"]);
    const change = (smokes: string) => outcome(write(patient.actor, visit.id, { smokes, since: "2026-01-01" }, 1));
    expect((await Promise.all([change("Yes"), change("No")])).toSorted()).toEqual(["ok", "version-mismatch"]);
  });

  it("are corrected until the visit begins, each time kept", async () => {
    const { patient, doctor, visit } = await createAsked();
    const first = await submit(patient.actor, visit.id, { smokes: "No" }, 0);
    const changed = await write(patient.actor, visit.id, { smokes: "Yes" }, first.version);
    expect((await getSheet(doctor.actor, visit.id)).submitted).toEqual({ smokes: "No" });
    const second = await submit(patient.actor, visit.id, { smokes: "Yes", amount: 3 }, changed.version);
    expect((await submit(patient.actor, visit.id, { smokes: "Yes", amount: 3 }, second.version)).version).toBe(
      second.version,
    );
    expect((await getSheet(doctor.actor, visit.id)).submitted).toEqual({ smokes: "Yes", amount: 3 });
    const kept = await inTransaction(patient.actor, (tx) =>
      tx.submittedAnswers.findMany({ orderBy: { number: "asc" }, select: { number: true, answers: true } }),
    );
    expect(kept).toEqual([
      { number: 1, answers: { smokes: "No" } },
      { number: 2, answers: { smokes: "Yes", amount: 3 } },
    ]);
    await changeStatus(doctor.actor, visit.id, { status: "IN_PROGRESS" });
    expect(await outcome(submit(patient.actor, visit.id, { smokes: "No" }, second.version))).toBe("invalid-transition");
    expect(await getSheet(patient.actor, visit.id)).toMatchObject({ mayAnswer: false, submitted: { smokes: "Yes" } });
  });

  it("can be sent for the first time while the visit lasts, and not after it", async () => {
    const [during, after] = [await createAsked(), await createAsked()];
    for (const { doctor, visit } of [during, after])
      await changeStatus(doctor.actor, visit.id, { status: "IN_PROGRESS" });
    expect(await outcome(submit(during.patient.actor, during.visit.id, { smokes: "No" }, 0))).toBe("ok");
    await write(after.patient.actor, after.visit.id, { smokes: "No" }, 0);
    const note = { reason: "", subjective: "", objective: "", assessment: "", plan: "Rest." };
    const parts = { vitals: [], diagnoses: [], prescriptions: [] };
    await completeVisit(after.doctor.actor, { appointmentId: after.visit.id, note, parts, version: 1 });
    expect(await outcome(submit(after.patient.actor, after.visit.id, { smokes: "No" }, 1))).toBe("invalid-transition");
  });
});

it("answers before a visit are in the export of the record, each time they were sent", async () => {
  const { patient, patientId, visit } = await createAsked();
  const { version } = await submit(patient.actor, visit.id, { smokes: "No" }, 0);
  await submit(patient.actor, visit.id, { smokes: "Yes", amount: 3 }, version);
  const { items } = await listExportedAnswers(patient.actor, patientId, { limit: 10 });
  expect(items).toMatchObject([
    {
      appointmentId: visit.id,
      questions: QUESTIONS,
      draft: { smokes: "Yes", amount: 3 },
      submitted: [{ answers: { smokes: "No" } }, { answers: { smokes: "Yes", amount: 3 } }],
    },
  ]);
});

describe("the database", () => {
  it("keeps what was sent, the version that is answered, and closes the sheet when the visit begins", async () => {
    const { patient, doctor, visit } = await createAsked();
    const where = { appointmentId: visit.id };
    await submit(patient.actor, visit.id, { smokes: "No" }, 0);
    const asPatient = (work: Parameters<typeof inTransaction>[1]) =>
      inTransaction(patient.actor, work).then(
        () => "ok",
        () => "refused",
      );
    const tries = () => [
      asPatient((tx) => tx.submittedAnswers.updateMany({ where, data: { answers: {} } })),
      asPatient((tx) => tx.submittedAnswers.deleteMany({ where })),
      asPatient((tx) => tx.answerSheet.deleteMany({ where })),
      asPatient((tx) => tx.answerSheet.updateMany({ where, data: { number: 2, version: { increment: 1 } } })),
      asPatient((tx) => tx.answerSheet.updateMany({ where, data: { submissions: 5, version: { increment: 1 } } })),
      asPatient((tx) =>
        tx.submittedAnswers.create({ data: { ...where, number: 2, patientId: visit.patientId, answers: {} } }),
      ),
    ];
    expect(await Promise.all(tries())).toEqual(Array(6).fill("refused"));
    const raise = () => asPatient((tx) => tx.answerSheet.updateMany({ where, data: { version: { increment: 1 } } }));
    expect(await raise()).toBe("ok");
    await changeStatus(doctor.actor, visit.id, { status: "IN_PROGRESS" });
    expect(await raise()).toBe("refused");
  });
});
