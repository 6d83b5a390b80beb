import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import { listAppointments } from "@/lib/domain/appointments/queries";
import { rescheduleAppointment } from "@/lib/domain/appointments/reschedule-appointment";
import { listAccesses } from "@/lib/domain/audit/queries";
import { requestBed } from "@/lib/domain/beds/request-bed";
import { unsafeListUsersBehind } from "@/lib/domain/notifications/queries";
import { visibleTo } from "@/lib/domain/records/policy";
import { listSignedNotes, getEncounter } from "@/lib/domain/records/queries";
import { db } from "@/lib/platform/db/db";
import { localDateAt } from "@/lib/platform/time/local-date";
import { actorOf } from "@/tests/support/actors";
import { createAppointment, createBed, createHospital, inDays } from "@/tests/support/factories";
import { outcome } from "@/tests/support/outcome";
import { parentWithChild, relative, signedNote } from "./family-harness";

let family: Awaited<ReturnType<typeof parentWithChild>>;
let note: Awaited<ReturnType<typeof signedNote>>;
let helpers: Record<"BOOK" | "READ" | "ALL" | "ENDED", Awaited<ReturnType<typeof relative>>>;

beforeAll(async () => {
  family = await parentWithChild();
  note = await signedNote(family.patientId);
  const of = (scope: "BOOK" | "READ" | "ALL") => relative(family.actor, family.patientId, { relation: "OTHER", scope });
  helpers = { BOOK: await of("BOOK"), READ: await of("READ"), ALL: await of("ALL"), ENDED: await of("ALL") };
  await db.patientAccess.update({
    where: { id: helpers.ENDED.accessId },
    data: { expiresAt: new Date(Date.now() - 1000) },
  });
});

const everyone = async () => [
  ...(await Promise.all(Object.values(helpers).map(({ user }) => actorOf(user)))),
  family.actor,
];

describe("what an access covers", () => {
  it("is the record for READ and ALL, in the policy and in row-level security alike", async () => {
    const seen = async (actor: Actor, where: object) =>
      (await inTransaction(actor, (tx) => tx.encounter.findMany({ where, select: { patientId: true } }))).some(
        ({ patientId }) => patientId === family.patientId,
      );
    const actors = await everyone();
    expect(await Promise.all(actors.map((actor) => seen(actor, {})))).toEqual([false, true, true, false, true]);
    const byPolicy = await Promise.all(
      actors.map((actor) => seen(actor, { AND: [visibleTo(actor), { appointmentId: note.appointmentId }] })),
    );
    expect(byPolicy).toEqual([false, true, true, false, true]);
    expect(await Promise.all(actors.map((actor) => outcome(getEncounter(actor, note.appointmentId))))).toEqual([
      "not-found",
      "ok",
      "ok",
      "not-found",
      "ok",
    ]);
  });

  it("holds no longer than the database says, whatever a request has loaded before", async () => {
    const late = await relative(family.actor, family.patientId, { relation: "OTHER", scope: "READ" });
    await db.patientAccess.delete({ where: { id: late.accessId } });
    expect(late.actor.readablePatientIds).toContain(family.patientId);
    expect(await outcome(getEncounter(late.actor, note.appointmentId))).toBe("not-found");
  });

  it("is booking for BOOK and ALL; READ sees appointments and changes nothing", async () => {
    const { id } = await createAppointment(
      { doctorId: note.doctor.doctorId, patientId: family.patientId },
      { status: "CONFIRMED", startsAt: inDays(3), scheduleId: note.doctor.scheduleId },
    );
    const [book, read, all, ended] = await everyone();
    const lists = async (actor: Actor) =>
      (await listAppointments(actor, {}, { limit: 50 })).items.some((item) => item.id === id);
    expect(await Promise.all([book!, read!, all!, ended!].map(lists))).toEqual([true, true, true, false]);
    const cancelled = { status: "CANCELLED", reason: "Well again" } as const;
    expect(await outcome(changeStatus(read!, id, cancelled))).toBe("forbidden");
    expect(await outcome(changeStatus(ended!, id, cancelled))).toBe("not-found");
    const start = inDays(4).toISOString();
    expect(await outcome(rescheduleAppointment(read!, id, { start }))).toBe("forbidden");
    expect(await outcome(changeStatus(book!, id, cancelled))).toBe("ok");
  });

  it("asks for a bed with BOOK and ALL, and not with READ", async () => {
    const hospital = await createHospital();
    await createBed(hospital.id);
    const from = localDateAt(inDays(9), "UTC");
    const wanted = { hospitalId: hospital.id, patientId: family.patientId, wardKind: "GENERAL", from } as const;
    const [book, read] = await everyone();
    expect([await outcome(requestBed(read!, wanted)), await outcome(requestBed(book!, wanted))]).toEqual([
      "not-found",
      "ok",
    ]);
  });

  it("decides who receives an event", async () => {
    const { patientId } = family;
    const reached = await unsafeListUsersBehind([`patient:${patientId}`, `record:${patientId}`]);
    const names = (entry: string) =>
      Object.entries(helpers).flatMap(([name, { user }]) => (reached.get(entry)?.includes(user.id) ? [name] : []));
    expect(names(`patient:${patientId}`)).toEqual(["BOOK", "ALL"]);
    expect(names(`record:${patientId}`)).toEqual(["READ", "ALL"]);
  });
});

describe("a look by someone who acts for the patient", () => {
  it("is logged as theirs, and shown to everyone who reads the record", async () => {
    const { patientId } = family;
    await listSignedNotes(helpers.READ.actor, { patientIds: [patientId] }, { limit: 5 });
    const entries = await db.auditEntry.findMany({
      where: { patientId, actorUserId: helpers.READ.user.id, action: "encounter.list" },
      select: { purpose: true },
    });
    expect(entries.map(({ purpose }) => purpose)).toEqual(["PROXY"]);
    const shown = async (actor: Actor) =>
      (await listAccesses(actor, { patientIds: [patientId] }, { limit: 50 })).items.map(({ who }) => who);
    expect(await shown(family.actor)).toContain(helpers.READ.user.name);
    expect(await shown(helpers.ALL.actor)).toContain(helpers.READ.user.name);
    expect(await shown(helpers.BOOK.actor)).toEqual([]);
  });

  it("is refused by the audit trail itself once the access doesn't cover the record", async () => {
    const write = (actor: Actor) =>
      inTransaction(actor, (tx) =>
        tx.auditEntry.create({
          data: {
            action: "encounter.read",
            subject: "encounter",
            subjectId: family.patientId,
            patientId: family.patientId,
            actorUserId: actor.userId,
            via: "session",
          },
          select: { purpose: true },
        }),
      );
    await expect(write(helpers.ALL.actor)).resolves.toEqual({ purpose: "PROXY" });
    await expect(write(helpers.BOOK.actor)).rejects.toMatchObject({ code: "not-found" });
    await expect(write(helpers.ENDED.actor)).rejects.toMatchObject({ code: "not-found" });
  });
});
