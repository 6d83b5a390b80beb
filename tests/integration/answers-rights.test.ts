import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { unsafeListUsersBehind } from "@/lib/domain/notifications/queries";
import { findSheet } from "@/lib/domain/questionnaires/queries";
import { submitAnswers } from "@/lib/domain/questionnaires/submit-answers";
import { writeAnswers } from "@/lib/domain/questionnaires/write-answers";
import { db } from "@/lib/platform/db/db";
import { newDoctor, newStaff } from "@/tests/support/actors";
import { createHospital } from "@/tests/support/factories";
import { outcome } from "@/tests/support/outcome";
import { newProxy, newTreatingDoctor } from "./background-harness";
import { createAsked } from "./questionnaires-harness";

type Reader = { actor: Actor; sees: boolean; reads: boolean; answers: boolean };

/** Who sees that there are answers, reads them, and answers, by the rules of docs/domain.md §6. */
async function createReaders() {
  const hospital = await createHospital();
  const asked = await createAsked({ hospitalId: hospital.id });
  const { patient, doctor, patientId, visit } = asked;
  await submitAnswers(patient.actor, { appointmentId: visit.id, answers: { smokes: "No" }, version: 0 });
  const all = { sees: true, reads: true, answers: true };
  const none = { sees: false, reads: false, answers: false };
  const readers: Record<string, Reader> = {
    patient: { actor: patient.actor, ...all },
    "who does all for them": { actor: (await newProxy(patientId, { scope: "ALL" })).actor, ...all },
    "who reads for them": { actor: (await newProxy(patientId, { scope: "READ" })).actor, ...all, answers: false },
    "who books for them": { actor: (await newProxy(patientId, { scope: "BOOK" })).actor, ...none, sees: true },
    "the doctor of the visit": { actor: doctor.actor, ...all, answers: false },
    "another doctor who treats them": { actor: (await newTreatingDoctor(patientId)).actor, ...none },
    "another doctor": { actor: (await newDoctor()).actor, ...none },
    "a manager": { actor: (await newStaff(hospital.id, "MANAGER")).actor, ...none, sees: true },
    "a coordinator": { actor: (await newStaff(hospital.id, "COORDINATOR")).actor, ...none, sees: true },
  };
  return { ...asked, hospital, readers };
}

describe("answers before a visit", () => {
  it("are read and given by those who may; others who see the visit learn only that they were sent", async () => {
    const { readers, visit } = await createReaders();
    for (const [who, { actor, sees, reads, answers }] of Object.entries(readers)) {
      expect(await outcome(findSheet(actor, visit.id)), who).toBe(sees ? "ok" : "not-found");
      const sheet = sees ? await findSheet(actor, visit.id) : null;
      expect(sheet?.status, who).toBe(sees ? "SUBMITTED" : undefined);
      expect(sheet?.submitted ?? null, who).toEqual(reads ? { smokes: "No" } : null);
      expect(sheet?.draft ?? null, who).toEqual(answers ? { smokes: "No" } : null);
      expect(sheet?.mayAnswer ?? false, who).toBe(answers);
      const input = { appointmentId: visit.id, answers: { smokes: "No" }, version: sheet?.version ?? 1 };
      const done = answers ? "ok" : sees ? "forbidden" : "not-found";
      expect(await outcome(writeAnswers(actor, input)), who).toBe(done);
      expect(await outcome(submitAnswers(actor, input)), who).toBe(done);
    }
  });

  it("are guarded by row-level security in the same way", async () => {
    const { readers, visit, patientId } = await createReaders();
    const where = { appointmentId: visit.id };
    for (const [who, { actor, reads, answers }] of Object.entries(readers)) {
      const seen = await inTransaction(actor, async (tx) => [
        await tx.submittedAnswers.count({ where }),
        await tx.answerDraft.count({ where }),
      ]);
      expect(seen, who).toEqual([Number(reads), Number(answers)]);
      const { count } = await inTransaction(actor, (tx) => tx.answerDraft.updateMany({ where, data: { answers: {} } }));
      expect(count, who).toBe(Number(answers));
      const send = inTransaction(actor, async (tx) => {
        const sheet = { submissions: { increment: 1 }, version: { increment: 1 }, submittedAt: new Date() };
        const { submissions: number } = await tx.answerSheet.update({ where, data: sheet });
        await tx.submittedAnswers.createMany({ data: [{ ...where, number, patientId, answers: { smokes: "No" } }] });
        throw new Error("only tried");
      });
      await expect(send, who).rejects.toThrow(answers ? "only tried" : /This doesn.t exist/);
    }
  });

  it("are no longer read by the doctor of a visit that was called off", async () => {
    const { readers, visit } = await createReaders();
    await db.appointment.update({ where: { id: visit.id }, data: { status: "CANCELLED", version: { increment: 1 } } });
    const { actor } = readers["the doctor of the visit"]!;
    expect(await findSheet(actor, visit.id)).toMatchObject({ status: "SUBMITTED", submitted: null });
    expect(await inTransaction(actor, (tx) => tx.submittedAnswers.count())).toBe(0);
    expect(await findSheet(readers.patient!.actor, visit.id)).toMatchObject({
      mayAnswer: false,
      submitted: { smokes: "No" },
    });
  });

  it("leave who read, wrote and sent them in the audit trail, with patient and purpose", async () => {
    const { readers, patient, doctor, visit, patientId } = await createReaders();
    for (const { actor, sees } of Object.values(readers)) if (sees) await findSheet(actor, visit.id);
    const trail = await db.auditEntry.findMany({
      where: { patientId, action: { startsWith: "answers." } },
      orderBy: { position: "asc" },
      select: { action: true, actorUserId: true, purpose: true, subjectId: true },
    });
    const own = { purpose: "PATIENT_REQUEST", subjectId: visit.id, actorUserId: patient.user.id };
    expect(trail.slice(0, 2)).toEqual([
      { ...own, action: "answers.submit" },
      { ...own, action: "answers.read" },
    ]);
    expect(trail.slice(2).map(({ action, purpose }) => [action, purpose])).toEqual([
      ["answers.read", "PROXY"],
      ["answers.read", "PROXY"],
      ["answers.read", "TREATMENT"],
    ]);
    expect(trail.at(-1)?.actorUserId).toBe(doctor.user.id);
  });

  it("are heard of by those who read them, the doctor and the front desk, without a word of them", async () => {
    const { visit, patientId, readers, hospital, doctor } = await createReaders();
    const event = await db.domainEvent.findFirstOrThrow({
      where: { aggregateId: visit.id, type: "answers.submitted" },
    });
    expect(event.audience).toEqual([`record:${patientId}`, `doctor:${doctor.doctorId}`, `hospital:${hospital.id}`]);
    expect(event.refs).toEqual({ appointmentId: visit.id, patientId });
    const heard = (await unsafeListUsersBehind(event.audience)).get(`record:${patientId}`) ?? [];
    expect(heard).not.toContain(readers["who books for them"]!.actor.userId);
    expect(heard).toContain(readers["who reads for them"]!.actor.userId);
  });
});
