import { describe, expect, it } from "vitest";
import { listExportedConversations } from "@/lib/domain/conversations/list-exported-conversations";
import { markConversationRead } from "@/lib/domain/conversations/mark-conversation-read";
import { listMarks } from "@/lib/domain/conversations/queries";
import { MOST_PER_HOUR } from "@/lib/domain/conversations/status";
import { db } from "@/lib/platform/db/db";
import { createAppointment } from "@/tests/support/factories";
import { newDoctor } from "@/tests/support/actors";
import { outcome } from "@/tests/support/outcome";
import { sendMessage } from "@/lib/domain/conversations/send-message";
import { newProxy } from "./background-harness";
import { visitToWriteAbout } from "./conversations-harness";

const DAY = 86_400_000;
const ago = (days: number) => ({
  startsAt: new Date(Date.now() - days * DAY - 1_800_000),
  endsAt: new Date(Date.now() - days * DAY),
});

describe("messages about a visit", () => {
  it("go between the patient's side and the practice, numbered, by side and name as far as the other may know", async () => {
    const { patient, doctor, coordinator, patientId, send, read } = await visitToWriteAbout();
    const spouse = await newProxy(patientId, { scope: "BOOK" });
    expect(await read(patient.actor)).toMatchObject({ latest: 0, items: [], mayWrite: true, side: "PATIENT" });
    await send(patient.actor, "I’m running late");
    await send(doctor.actor, "No problem");
    await send(spouse.actor, "He is on his way");
    await send(coordinator.actor, "Come to room 4");
    const seen = async (actor: typeof patient.actor) =>
      (await read(actor)).items.map(({ number, side, name, isOwn, text }) => [number, side, name, isOwn, text]);
    expect(await seen(patient.actor)).toEqual([
      [4, "DESK", null, false, "Come to room 4"],
      [3, "PROXY", spouse.user.name, false, "He is on his way"],
      [2, "DOCTOR", doctor.doctor.name, false, "No problem"],
      [1, "PATIENT", patient.user.name, true, "I’m running late"],
    ]);
    expect((await seen(doctor.actor)).map(([, side, name]) => [side, name])).toEqual([
      ["DESK", coordinator.user.name],
      ["PROXY", null],
      ["DOCTOR", doctor.doctor.name],
      ["PATIENT", patient.user.name],
    ]);
    const page = await read(coordinator.actor, 3);
    expect(page.items.map(({ number }) => number)).toEqual([4, 3, 2]);
    expect((await read(coordinator.actor, 3, page.nextCursor!)).items.map(({ number }) => number)).toEqual([1]);
  });

  it("leave nothing they say in events and the audit trail, which has each look with its purpose", async () => {
    const { patient, doctor, manager, patientId, appointmentId, send, read } = await visitToWriteAbout();
    await send(patient.actor, "quokka");
    const spouse = await newProxy(patientId, { scope: "BOOK" });
    for (const { actor } of [patient, spouse, doctor, manager]) await read(actor);
    const log = await db.auditEntry.findMany({ where: { patientId }, orderBy: { position: "asc" } });
    expect(log.map(({ action, purpose, subjectId }) => [action, purpose, subjectId])).toEqual([
      ["conversation.send", "PATIENT_REQUEST", appointmentId],
      ["conversation.read", "PATIENT_REQUEST", appointmentId],
      ["conversation.read", "PROXY", appointmentId],
      ["conversation.read", "TREATMENT", appointmentId],
      ["conversation.read", "OPERATIONS", appointmentId],
    ]);
    const events = await db.domainEvent.findMany({ where: { aggregateId: appointmentId } });
    expect(events.map(({ type }) => type)).toEqual(["conversation.patient-wrote"]);
    expect(
      JSON.stringify([log, events], (_, value: unknown) => (typeof value === "bigint" ? "" : value)),
    ).not.toContain("quokka");
  });

  it("can be sent from the booking until a week after the visit, and be read for good", async () => {
    for (const [over, isOpen] of [
      [{ status: "PENDING" }, true],
      [{ status: "COMPLETED", ...ago(6.9) }, true],
      [{ status: "COMPLETED", ...ago(7.1) }, false],
    ] as const) {
      const { patient, send, read } = await visitToWriteAbout(over);
      expect(await outcome(send(patient.actor))).toBe(isOpen ? "ok" : "invalid-transition");
      expect(await read(patient.actor)).toMatchObject({ mayWrite: isOpen, latest: isOpen ? 1 : 0 });
    }
    const { patient, doctor, appointmentId, send, read } = await visitToWriteAbout();
    await send(patient.actor);
    const called = { status: "CANCELLED", endedAt: new Date(), version: { increment: 1 } } as const;
    await db.appointment.update({ where: { id: appointmentId }, data: called });
    expect(await outcome(send(doctor.actor))).toBe("invalid-transition");
    expect(await read(doctor.actor)).toMatchObject({ mayWrite: false, openUntil: null, latest: 1 });
  });

  it("are stored once for a key, also when two attempts meet, and numbered without gaps", async () => {
    const { patient, doctor, read, send } = await visitToWriteAbout();
    const requestKey = crypto.randomUUID();
    const attempts = Array.from({ length: 4 }, () => send(patient.actor, "Once", { requestKey }));
    const others = Array.from({ length: 4 }, (_, nth) => send(doctor.actor, `Answer ${nth}`));
    const sent = await Promise.all([...attempts, ...others]);
    expect(new Set(sent.slice(0, 4).map(({ id }) => id)).size).toBe(1);
    expect((await read(patient.actor)).items.map(({ number }) => number)).toEqual([5, 4, 3, 2, 1]);
  });

  it("are limited to so many an hour for each side", async () => {
    const { patient, doctor, send } = await visitToWriteAbout();
    for (let nth = 0; nth < MOST_PER_HOUR; nth++) await send(patient.actor, `Message ${nth}`);
    expect(await outcome(send(patient.actor))).toBe("rate-limited");
    expect(await outcome(send(doctor.actor))).toBe("ok");
  });

  it("are not sent to a patient who has no account to read them with", async () => {
    const { doctorId, actor } = await newDoctor();
    const { id: patientId } = await db.patient.create({ data: { name: "Asha Abelard" } });
    const { id: appointmentId } = await createAppointment({ doctorId, patientId });
    expect(await outcome(sendMessage(actor, { appointmentId, text: "Bring your X-ray" }))).toBe("conflict");
  });

  it("are in the download of the record", async () => {
    const { patient, doctor, patientId, appointmentId, send } = await visitToWriteAbout();
    await send(patient.actor, "First");
    await send(doctor.actor, "Second");
    const { items } = await listExportedConversations(patient.actor, patientId, { limit: 5 });
    expect(items).toMatchObject([{ appointmentId, messages: [{ text: "First" }, { text: "Second" }] }]);
  });
});

describe("read marks", () => {
  it("say to both sides how far someone has read; what comes in meanwhile stays unread", async () => {
    const { patient, doctor, coordinator, appointmentId, send, read } = await visitToWriteAbout();
    const mark = (actor: typeof patient.actor, upTo: number) => markConversationRead(actor, { appointmentId, upTo });
    const isUnread = async (actor: typeof patient.actor) =>
      (await listMarks(actor, [appointmentId])).get(appointmentId)?.isUnread;
    const unread = () => Promise.all([patient, doctor, coordinator].map(({ actor }) => isUnread(actor)));
    await send(patient.actor, "One");
    await send(patient.actor, "Two");
    expect(await unread()).toEqual([false, true, true]);
    await mark(doctor.actor, 1);
    expect(await unread()).toEqual([false, true, true]);
    await mark(doctor.actor, 9);
    expect(await unread()).toEqual([false, false, true]);
    await mark(coordinator.actor, 2);
    expect((await read(patient.actor)).reads.map(({ side, upTo }) => [side, upTo])).toEqual([
      ["DOCTOR", 2],
      ["DESK", 2],
    ]);
    await send(doctor.actor, "Answer");
    expect(await unread()).toEqual([true, false, false]);
    await mark(patient.actor, 3);
    expect(await unread()).toEqual([false, false, false]);
    // Reading again changes nothing, and a mark never moves back.
    expect(await mark(patient.actor, 1)).toEqual({ upTo: 1 });
    const events = await db.domainEvent.count({ where: { aggregateId: appointmentId, type: "conversation.read" } });
    expect(events).toBe(4);
    expect((await read(doctor.actor)).reads).toContainEqual(expect.objectContaining({ side: "PATIENT", upTo: 3 }));
  });
});
