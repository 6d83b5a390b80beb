import { describe, expect, it } from "vitest";
import { addQuestionnaire } from "@/lib/domain/questionnaires/add-questionnaire";
import { changeQuestionnaire } from "@/lib/domain/questionnaires/change-questionnaire";
import { publishQuestionnaire } from "@/lib/domain/questionnaires/publish-questionnaire";
import {
  findSheet,
  getQuestionnaire,
  listPublished,
  listQuestionnaires,
  listServicesToAsk,
} from "@/lib/domain/questionnaires/queries";
import { withdrawQuestionnaire } from "@/lib/domain/questionnaires/withdraw-questionnaire";
import { writeAnswers } from "@/lib/domain/questionnaires/write-answers";
import { db } from "@/lib/platform/db/db";
import { createCast, newDoctor, newPatient } from "@/tests/support/actors";
import { createAppointment, createService } from "@/tests/support/factories";
import { outcome } from "@/tests/support/outcome";
import { createAsked, publish, QUESTIONS } from "./questionnaires-harness";

const [FIRST, ...REST] = QUESTIONS;

describe("a questionnaire", () => {
  it("is drafted, published in numbered versions, and withdrawn", async () => {
    const doctor = await newDoctor();
    const { id: serviceId } = await createService({ doctorId: doctor.doctorId });
    const { id, version } = await addQuestionnaire(doctor.actor, { serviceId, hospitalId: null });
    expect(await outcome(publishQuestionnaire(doctor.actor, { id }))).toBe("invalid");
    const draft = await changeQuestionnaire(doctor.actor, { id, version, questions: QUESTIONS });
    expect(draft).toMatchObject({ version: 2, published: 0, isAsked: false, questions: QUESTIONS });
    expect((await changeQuestionnaire(doctor.actor, { id, version: 2, questions: QUESTIONS })).version).toBe(2);
    expect(await outcome(changeQuestionnaire(doctor.actor, { id, version: 1, questions: [] }))).toBe(
      "version-mismatch",
    );
    expect(await publishQuestionnaire(doctor.actor, { id, version: 2 })).toMatchObject({ published: 1, isAsked: true });
    expect(await outcome(publishQuestionnaire(doctor.actor, { id }))).toBe("invalid-transition");
    await changeQuestionnaire(doctor.actor, { id, questions: REST.slice(1) });
    expect(await listPublished(doctor.actor, id)).toEqual(QUESTIONS);
    expect(await withdrawQuestionnaire(doctor.actor, { id })).toMatchObject({ published: 1, isAsked: false });
    expect(await outcome(withdrawQuestionnaire(doctor.actor, { id }))).toBe("invalid-transition");
    expect(await publishQuestionnaire(doctor.actor, { id })).toMatchObject({ published: 2, isAsked: true });
  });

  it("is one of each service that its owner offers, also when two begin it at once", async () => {
    const doctor = await newDoctor();
    const [offered, other] = [await createService({ doctorId: doctor.doctorId }), await createService()];
    const begin = (serviceId: string) => outcome(addQuestionnaire(doctor.actor, { serviceId, hospitalId: null }));
    expect(await begin(other.id)).toBe("invalid");
    expect((await Promise.all([begin(offered.id), begin(offered.id)])).toSorted()).toEqual(["already-exists", "ok"]);
  });

  it("belongs to its doctor or hospital; a manager changes it, a coordinator reads it, no one else knows it", async () => {
    const { hospital, manager, coordinator, doctor, patient, admin } = await createCast();
    const { id: serviceId } = await createService({ doctorId: doctor.doctorId });
    const { id } = await publish(manager.actor, { serviceId, hospitalId: hospital.id });
    const others = { coordinator: "forbidden", doctor: "not-found", patient: "not-found", admin: "not-found" } as const;
    const actors = { coordinator, doctor, patient, admin };
    for (const [who, refused] of Object.entries(others)) {
      const { actor } = actors[who as keyof typeof actors];
      const tries = [
        changeQuestionnaire(actor, { id, questions: [] }),
        publishQuestionnaire(actor, { id }),
        withdrawQuestionnaire(actor, { id }),
        addQuestionnaire(actor, { serviceId, hospitalId: hospital.id }),
      ];
      expect(await Promise.all(tries.map(outcome)), who).toEqual(Array(4).fill(refused));
      const seen = refused === "forbidden" ? "ok" : "not-found";
      const page = { limit: 10 };
      const looks = [
        getQuestionnaire(actor, id),
        listPublished(actor, id),
        listQuestionnaires(actor, { hospitalId: hospital.id }, page),
        listServicesToAsk(actor, { hospitalId: hospital.id }),
      ];
      expect(await Promise.all(looks.map(outcome)), who).toEqual(Array(4).fill(seen));
    }
    const { items } = await listQuestionnaires(manager.actor, { hospitalId: hospital.id }, { limit: 10 });
    expect(items.map((item) => [item.id, item.isAsked])).toEqual([[id, true]]);
    const services = await listServicesToAsk(manager.actor, { hospitalId: hospital.id });
    expect(services.map((one) => [one.id, one.questionnaire?.id])).toEqual([[serviceId, id]]);
  });

  it("keeps its versions, which nothing changes or removes", async () => {
    const { questionnaire } = await createAsked();
    const where = { questionnaireId: questionnaire.id };
    const tries = [
      db.questionnaireVersion.updateMany({ where, data: { questions: [] } }),
      db.questionnaireVersion.deleteMany({ where }),
      db.questionnaire.deleteMany({ where: { id: questionnaire.id } }),
    ];
    const results = await Promise.allSettled(tries);
    expect(results.map(({ status }) => status)).toEqual(Array(3).fill("rejected"));
  });
});

describe("what is asked before a visit", () => {
  it("is the hospital's for the service, else the doctor's own; nothing without one", async () => {
    const { hospital, manager, doctor, patient } = await createCast();
    const { doctorId } = doctor;
    const patientId = patient.patient.id;
    const { id: serviceId } = await createService({ doctorId });
    const visit = (over: object) => createAppointment({ doctorId, patientId }, { serviceId, ...over });
    const [here, own] = [await visit({ hospitalId: hospital.id }), await visit({})];
    const asked = async (id: string) => (await findSheet(patient.actor, id))?.questionnaireId;
    expect(await asked(here.id)).toBeUndefined();
    const doctors = await publish(doctor.actor, { serviceId });
    expect([await asked(here.id), await asked(own.id)]).toEqual([doctors.id, doctors.id]);
    const hospitals = await publish(manager.actor, { serviceId, hospitalId: hospital.id });
    expect([await asked(here.id), await asked(own.id)]).toEqual([hospitals.id, doctors.id]);
    const without = await createAppointment({ doctorId, patientId });
    expect(await asked(without.id)).toBeUndefined();
  });

  it("is nothing once the visit was called off, has passed, or the questions are withdrawn", async () => {
    const { patient, doctor, visit, questionnaire } = await createAsked();
    const statusOf = async () => (await findSheet(patient.actor, visit.id))?.status;
    expect(await statusOf()).toBe("NOT_STARTED");
    await db.appointment.update({ where: { id: visit.id }, data: { status: "CANCELLED", version: { increment: 1 } } });
    expect(await statusOf()).toBeUndefined();
    const again = await createAppointment(
      { doctorId: doctor.doctorId, patientId: patient.patient.id },
      { serviceId: visit.serviceId },
    );
    await withdrawQuestionnaire(doctor.actor, { id: questionnaire.id });
    expect(await findSheet(patient.actor, again.id)).toBeNull();
  });

  it("stays as it was begun, whatever is published or withdrawn meanwhile, and when the visit moves", async () => {
    const { patient, doctor, visit, questionnaire } = await createAsked();
    const { id } = questionnaire;
    await writeAnswers(patient.actor, { appointmentId: visit.id, answers: { smokes: "No" }, version: 0 });
    await changeQuestionnaire(doctor.actor, { id, questions: [FIRST!] });
    await publishQuestionnaire(doctor.actor, { id });
    await withdrawQuestionnaire(doctor.actor, { id });
    const later = new Date(visit.startsAt.getTime() + 86_400_000);
    await db.appointment.update({
      where: { id: visit.id },
      data: { version: { increment: 1 }, startsAt: later, endsAt: new Date(later.getTime() + 1_800_000) },
    });
    const sheet = await findSheet(patient.actor, visit.id);
    expect(sheet).toMatchObject({ number: 1, questions: QUESTIONS, draft: { smokes: "No" }, mayAnswer: true });
  });

  it("doesn't exist for those who don't see the visit", async () => {
    const { visit } = await createAsked();
    expect(await outcome(findSheet((await newPatient()).actor, visit.id))).toBe("not-found");
  });
});
