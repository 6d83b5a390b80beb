import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { addTemplate } from "@/lib/domain/conversations/add-template";
import { markConversationRead } from "@/lib/domain/conversations/mark-conversation-read";
import { openMessageFile } from "@/lib/domain/conversations/open-message-file";
import { getConversation, listConversations, listMarks, listTemplates } from "@/lib/domain/conversations/queries";
import { removeTemplate } from "@/lib/domain/conversations/remove-template";
import { sendMessage } from "@/lib/domain/conversations/send-message";
import { MOST_TEMPLATES } from "@/lib/domain/conversations/status";
import { encryptTexts } from "@/lib/domain/records/encrypt-texts";
import { db } from "@/lib/platform/db/db";
import { deliverNotifications } from "@/lib/domain/notifications/deliver-notifications";
import { pendingDeliveries } from "@/lib/platform/events/outbox";
import { actorOf, newDoctor, newPatient, newStaff } from "@/tests/support/actors";
import { createAppointment, createHospital } from "@/tests/support/factories";
import { asFile, pdf, photo } from "@/tests/support/files";
import { outcome } from "@/tests/support/outcome";
import { newProxy, newTreatingDoctor } from "./background-harness";
import { visitToWriteAbout } from "./conversations-harness";

const content = async (actor: Actor, id: string) =>
  Buffer.from(await new Response((await openMessageFile(actor, id)).content).arrayBuffer());

describe("messages about a visit", () => {
  it("are read and written by those of the visit alone, in PostgreSQL too", async () => {
    const { patient, doctor, manager, patientId, appointmentId, send, read } = await visitToWriteAbout();
    const { id: fileId } = await send(patient.actor, "", { file: asFile(pdf(), "X-ray.pdf") });
    const proxy = async (scope: "ALL" | "READ" | "BOOK") => (await newProxy(patientId, { scope })).actor;
    const all: [string, Actor, "PATIENT" | "PROXY" | "DOCTOR" | "DESK", boolean, boolean][] = [
      ["the patient", patient.actor, "PATIENT", true, true],
      ["who does all for them", await proxy("ALL"), "PROXY", true, true],
      ["who books for them", await proxy("BOOK"), "PROXY", true, true],
      ["who reads for them", await proxy("READ"), "PROXY", true, false],
      ["the doctor of the visit", doctor.actor, "DOCTOR", true, true],
      ["the desk of the visit", manager.actor, "DESK", true, true],
      ["another doctor who treats them", (await newTreatingDoctor(patientId)).actor, "DOCTOR", false, false],
      ["another hospital", (await newStaff((await createHospital()).id)).actor, "DESK", false, false],
      ["another patient", (await newPatient()).actor, "PATIENT", false, false],
    ];
    for (const [who, actor, side, reads, writes] of all) {
      expect(await outcome(read(actor)), who).toBe(reads ? "ok" : "not-found");
      expect(await outcome(openMessageFile(actor, fileId)), who).toBe(reads ? "ok" : "not-found");
      expect(await outcome(markConversationRead(actor, { appointmentId, upTo: 1 })), who).toBe(
        reads ? "ok" : "not-found",
      );
      expect((await listMarks(actor, [appointmentId])).size, who).toBe(Number(reads));
      const stored = await inTransaction(actor, (tx) => tx.communication.count({ where: { appointmentId } }));
      expect(stored > 0, who).toBe(reads);
      const refusal = reads ? "forbidden" : "not-found";
      expect(await outcome(send(actor)), who).toBe(writes ? "ok" : refusal);
      const write = inTransaction(actor, async (tx) => {
        const row = { id: crypto.randomUUID(), appointmentId, side, authorId: actor.userId!, text: "x" };
        return tx.communication.createMany({ data: await encryptTexts(tx, "Communication", [row]) });
      });
      expect((await outcome(write)) === "ok", who).toBe(writes);
    }
    const forged = inTransaction(doctor.actor, async (tx) => {
      const row = { id: crypto.randomUUID(), appointmentId, side: "PATIENT" as const, authorId: patient.user.id };
      return tx.communication.createMany({ data: await encryptTexts(tx, "Communication", [{ ...row, text: "x" }]) });
    });
    expect(await outcome(forged)).not.toBe("ok");
    const change = { data: { number: 99 }, where: { appointmentId } };
    const remove = inTransaction(patient.actor, (tx) => tx.communication.deleteMany({ where: { appointmentId } }));
    expect(await outcome(remove)).not.toBe("ok");
    expect(await inTransaction(patient.actor, (tx) => tx.communication.updateMany(change))).toEqual({ count: 0 });
    expect((await read(patient.actor)).latest).toBeGreaterThan(5);
  });

  it("come from the patient's side where someone of the practice is the patient", async () => {
    const { hospital, doctor } = await visitToWriteAbout();
    const nurse = await newStaff(hospital.id, "COORDINATOR");
    const own = await newPatient();
    await db.patientAccess.create({ data: { userId: nurse.user.id, patientId: own.patient.id, relation: "CHILD" } });
    const { actor } = await newProxy(own.patient.id, { scope: "ALL" });
    const of = { doctorId: doctor.doctorId, patientId: own.patient.id };
    const { id } = await createAppointment(of, { hospitalId: hospital.id });
    expect(await getConversation(await actorOf(nurse.user), id, { limit: 5 })).toMatchObject({ side: "PROXY" });
    expect(await getConversation(actor, id, { limit: 5 })).toMatchObject({ side: "PROXY" });
  });

  it("carry files, which are what their content says", async () => {
    const { patient, doctor, send, read } = await visitToWriteAbout();
    const sent = await send(patient.actor, "My X-ray", { file: asFile(await photo(), "..\\..\u202egpj.exe") });
    expect(sent).toMatchObject({ text: "My X-ray", file: { type: "image/jpeg" } });
    expect(sent.file?.name).toMatch(/^[^\\/\u202e]+\.jpg$/);
    expect((await content(doctor.actor, sent.id)).includes("secret-owner")).toBe(false);
    expect((await read(doctor.actor)).items[0]?.file).toEqual(sent.file);
    const page = send(patient.actor, "", { file: asFile(Buffer.from("<svg onload=alert(1)>"), "x.pdf") });
    expect(await outcome(page)).toBe("invalid");
    const { id } = await send(patient.actor, "No file");
    expect(await outcome(openMessageFile(patient.actor, id))).toBe("not-found");
  });

  it("are listed where they belong, unread ones first", async () => {
    const first = await visitToWriteAbout();
    const { doctor, hospital, patient, coordinator, patientId, appointmentId } = first;
    const of = { doctorId: doctor.doctorId, patientId };
    const second = (await createAppointment(of, { hospitalId: hospital.id })).id;
    await first.send(patient.actor, "Unread");
    await sendMessage(doctor.actor, { appointmentId: second, text: "Later, but read" });
    const ids = async (actor: Actor, inbox: "patient" | "doctor" | "hospital") => {
      const one = await listConversations(actor, inbox, { limit: 1 });
      const two = await listConversations(actor, inbox, { limit: 5, cursor: one.nextCursor ?? undefined });
      return [...one.items, ...(one.nextCursor ? two.items : [])].map((row) => [row.appointmentId, row.isUnread]);
    };
    const unreadFirst = [
      [appointmentId, true],
      [second, false],
    ];
    expect(await ids(doctor.actor, "doctor")).toEqual(unreadFirst);
    expect(await ids(coordinator.actor, "hospital")).toEqual(unreadFirst);
    expect(await ids(patient.actor, "patient")).toEqual([
      [second, true],
      [appointmentId, false],
    ]);
    expect(await ids(patient.actor, "doctor")).toEqual([]);
    expect(await ids(doctor.actor, "hospital")).toEqual([]);
  });
});

it("one notification of a visit's messages waits at a time, for the other side, and is read with them", async () => {
  const { patient, doctor, manager, coordinator, appointmentId, send } = await visitToWriteAbout();
  const deliver = async () => {
    const events = await pendingDeliveries("notifications", 1000);
    const mine = events.filter(({ aggregateId }) => aggregateId === appointmentId);
    await deliverNotifications(mine);
    await deliverNotifications(mine);
  };
  const told = async ({ user }: { user: { id: string } }) => {
    const rows = await db.notification.findMany({ where: { userId: user.id }, orderBy: { createdAt: "asc" } });
    return rows.map(({ type, readAt }) => [type, readAt !== null]);
  };
  await send(patient.actor, "One");
  await deliver();
  await send(patient.actor, "Two");
  await deliver();
  const waiting = [["conversation.patient-wrote", false]];
  const all = () => Promise.all([patient, doctor, manager, coordinator].map(told));
  expect(await all()).toEqual([[], waiting, waiting, waiting]);
  await markConversationRead(coordinator.actor, { appointmentId, upTo: 2 });
  const read = [["conversation.patient-wrote", true]];
  expect(await all()).toEqual([[], waiting, read, read]);
  await deliver();
  expect(await all()).toEqual([[], waiting, read, read]);
  await send(doctor.actor, "Answer");
  await deliver();
  expect(await told(patient)).toEqual([["conversation.practice-wrote", false]]);
});

it("templates belong to a doctor or a hospital, each once, and are changed by managers", async () => {
  const [{ actor, doctorId }, hospital] = [await newDoctor(), await createHospital()];
  const [manager, coordinator] = [await newStaff(hospital.id), await newStaff(hospital.id, "COORDINATOR")];
  const own = { doctorId, hospitalId: null } as const;
  const { id } = await addTemplate(actor, own, "Bring your X-ray");
  expect(await outcome(addTemplate(actor, own, "Bring your X-ray"))).toBe("already-exists");
  expect(await listTemplates(actor, own)).toEqual([{ id, text: "Bring your X-ray" }]);
  const theirs = { doctorId: null, hospitalId: hospital.id } as const;
  const shared = await addTemplate(manager.actor, theirs, "Come to desk 2");
  expect(await outcome(addTemplate(coordinator.actor, theirs, "No"))).toBe("forbidden");
  expect(await listTemplates(coordinator.actor, theirs)).toEqual([shared]);
  for (const other of [manager.actor, (await newDoctor()).actor]) {
    expect(await outcome(listTemplates(other, own))).toBe("not-found");
    expect(await outcome(removeTemplate(other, id))).toBe("not-found");
  }
  expect(await outcome(removeTemplate(coordinator.actor, shared.id))).toBe("forbidden");
  await removeTemplate(manager.actor, shared.id);
  const texts = Array.from({ length: MOST_TEMPLATES - 2 }, (_, nth) => ({ doctorId, text: `Template ${nth}` }));
  await db.communicationTemplate.createMany({ data: texts });
  const answers = await Promise.all(["One", "Two", "Three"].map((text) => outcome(addTemplate(actor, own, text))));
  expect(answers.toSorted()).toEqual(["conflict", "conflict", "ok"]);
});
