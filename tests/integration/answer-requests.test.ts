import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor/actor";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import { appointmentEvent } from "@/lib/domain/appointments/events";
import { recordNews } from "@/lib/domain/contacts/record-news";
import { inTransaction } from "@/lib/actor/transaction";
import { deliverNotifications } from "@/lib/domain/notifications/deliver-notifications";
import { countUnread, listNotificationItems } from "@/lib/domain/notifications/queries";
import { submitAnswers } from "@/lib/domain/questionnaires/submit-answers";
import { withdrawQuestionnaire } from "@/lib/domain/questionnaires/withdraw-questionnaire";
import { writeAnswers } from "@/lib/domain/questionnaires/write-answers";
import { db } from "@/lib/platform/db/db";
import { markDelivered, pendingDeliveries } from "@/lib/platform/events/outbox";
import { newStaff } from "@/tests/support/actors";
import { createAffiliation, createAppointment, createHospital } from "@/tests/support/factories";
import { newProxy } from "./background-harness";
import { createAsked, publish } from "./questionnaires-harness";

/** What the relay does: round after round, as a delivered event may record another. */
async function relay(): Promise<void> {
  for (;;) {
    const events = await pendingDeliveries("notifications", 1000);
    if (events.length === 0) return;
    await deliverNotifications(events);
    await markDelivered(
      "notifications",
      events.map(({ position }) => position),
    );
  }
}

type Visit = { id: string; doctorId: string; patientId: string; hospitalId: string | null };

/** Records that the visit was booked, as booking it does, and delivers that. */
async function book(actor: Actor, visit: Visit): Promise<void> {
  await inTransaction(actor, async (tx) => {
    const audit = { action: "appointment.book", subject: "appointment", subjectId: visit.id };
    await recordNews(tx, actor, audit, [appointmentEvent("appointment.booked", visit)]);
  });
  await relay();
}

async function askedOf(actor: Actor): Promise<string[]> {
  const { items } = await listNotificationItems(actor, { limit: 50 });
  return items.flatMap(({ type, visit }) => (type === "answers.requested" ? (visit?.id ?? "gone") : []));
}

describe("a booked visit with questions", () => {
  it("asks the person who booked it and those with the whole right, once, and no one else", async () => {
    const { patient, patientId, doctor, visit } = await createAsked();
    const scopes = ["ALL", "READ", "BOOK"] as const;
    const [keeper, reader, booker] = await Promise.all(scopes.map((scope) => newProxy(patientId, { scope })));
    await book(patient.actor, visit);
    await book(patient.actor, visit);
    expect(await askedOf(patient.actor)).toEqual([visit.id]);
    expect(await askedOf(keeper!.actor)).toEqual([visit.id]);
    for (const other of [reader!.actor, booker!.actor, doctor.actor]) expect(await askedOf(other)).toEqual([]);
    const requests = await db.domainEvent.findMany({ where: { type: "answers.requested", aggregateId: visit.id } });
    expect(requests).toMatchObject([{ refs: { appointmentId: visit.id, patientId }, actorUserId: null }]);
  });

  it("asks nothing where nothing is asked, and no one who has answered before", async () => {
    const { patient, patientId, doctor, visit } = await createAsked();
    const other = await createAppointment(
      { doctorId: doctor.doctorId, patientId },
      { startsAt: new Date("2031-01-06T10:00Z") },
    );
    await submitAnswers(patient.actor, { appointmentId: visit.id, answers: { smokes: "No" }, version: 0 });
    await book(patient.actor, other);
    await book(patient.actor, visit);
    expect(await askedOf(patient.actor)).toEqual([]);
  });

  it("withdraws the notification once they are sent, not while they are typed", async () => {
    const { patient, visit } = await createAsked();
    await book(patient.actor, visit);
    const unread = await countUnread(patient.actor);
    const typed = await writeAnswers(patient.actor, { appointmentId: visit.id, answers: { smokes: "No" }, version: 0 });
    await relay();
    expect(await askedOf(patient.actor)).toEqual([visit.id]);
    const answers = { smokes: "No" };
    await submitAnswers(patient.actor, { appointmentId: visit.id, answers, version: typed.version });
    await relay();
    expect(await askedOf(patient.actor)).toEqual([]);
    expect(await countUnread(patient.actor)).toBe(unread - 1);
    const told = { type: "notification.withdrawn", aggregateId: patient.user.id };
    expect(await db.domainEvent.count({ where: told })).toBe(1);
  });

  it.each([
    ["called off", { status: "CANCELLED", reason: "Ill." }],
    ["declined", { status: "DECLINED", reason: "Ill." }],
  ] as const)("withdraws the notification when it is %s", async (_case, step) => {
    const { patient, doctor, visit } = await createAsked({ status: "PENDING" });
    await book(patient.actor, visit);
    expect(await askedOf(patient.actor)).toEqual([visit.id]);
    await changeStatus(doctor.actor, visit.id, step);
    await relay();
    expect(await askedOf(patient.actor)).toEqual([]);
  });

  it("isn't asked about when it was answered before the request is delivered", async () => {
    const { patient, visit } = await createAsked();
    await inTransaction(patient.actor, async (tx) => {
      const audit = { action: "appointment.book", subject: "appointment", subjectId: visit.id };
      await recordNews(tx, patient.actor, audit, [appointmentEvent("appointment.booked", visit)]);
    });
    await deliverNotifications(await pendingDeliveries("notifications", 1000));
    await submitAnswers(patient.actor, { appointmentId: visit.id, answers: { smokes: "No" }, version: 0 });
    await relay();
    expect(await db.domainEvent.count({ where: { type: "answers.requested", aggregateId: visit.id } })).toBe(1);
    expect(await askedOf(patient.actor)).toEqual([]);
  });
});

describe("questions that are withdrawn", () => {
  it("withdraw the notifications that ask for answers, except where answers were begun or the hospital asks too", async () => {
    const [asked, begun] = [await createAsked(), await createAsked()];
    const { doctor, patient, patientId, service, questionnaire, visit } = asked;
    const hospital = await createHospital();
    const { actor: manager } = await newStaff(hospital.id);
    await createAffiliation(doctor.doctorId, hospital.id);
    const there = await createAppointment(
      { doctorId: doctor.doctorId, patientId },
      { serviceId: service.id, hospitalId: hospital.id, startsAt: new Date("2031-01-06T10:00Z") },
    );
    await publish(manager, { serviceId: service.id, hospitalId: hospital.id });
    await book(patient.actor, visit);
    await book(patient.actor, there);
    await book(begun.patient.actor, begun.visit);
    await writeAnswers(begun.patient.actor, { appointmentId: begun.visit.id, answers: { smokes: "No" }, version: 0 });
    expect((await askedOf(patient.actor)).toSorted()).toEqual([visit.id, there.id].toSorted());
    await withdrawQuestionnaire(doctor.actor, { id: questionnaire.id });
    await withdrawQuestionnaire(begun.doctor.actor, { id: begun.questionnaire.id });
    await relay();
    expect(await askedOf(patient.actor)).toEqual([there.id]);
    expect(await askedOf(begun.patient.actor)).toEqual([begun.visit.id]);
  });
});
