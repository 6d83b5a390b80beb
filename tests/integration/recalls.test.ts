import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { changeRecall } from "@/lib/domain/recalls/change-recall";
import { endRecall } from "@/lib/domain/recalls/end-recall";
import { getRecall, listDueRecalls, listRecalls } from "@/lib/domain/recalls/queries";
import { RECALL_LIFE_CYCLE, RECALL_STATUSES } from "@/lib/domain/recalls/status";
import { setRecall } from "@/lib/domain/recalls/set-recall";
import { encryptTexts } from "@/lib/domain/records/encrypt-texts";
import { db, type Db } from "@/lib/platform/db/db";
import { nextStates } from "@/lib/platform/life-cycle/life-cycle";
import { newDoctor, newPatient, newStaff } from "@/tests/support/actors";
import { createHospital } from "@/tests/support/factories";
import { outcome } from "@/tests/support/outcome";
import { newProxy, newTreatingDoctor } from "./background-harness";
import { monthIn, REASON, timeIn, visitToFollow } from "./recalls-harness";

describe("a recall", () => {
  it("is seen by those who see the appointments, and its reason by those who read the record, in PostgreSQL too", async () => {
    const { doctor, patient, patientId, ask } = await visitToFollow();
    const { id, month, state, due, reason } = await ask();
    expect({ month, state, due, reason }).toEqual({ month: monthIn(6), state: "OPEN", due: "LATER", reason: REASON });
    const proxy = async (scope: "ALL" | "READ" | "BOOK") => (await newProxy(patientId, { scope })).actor;
    const all: [string, Actor, string | null | undefined][] = [
      ["the doctor", doctor.actor, REASON],
      ["the patient", patient.actor, REASON],
      ["who does all for them", await proxy("ALL"), REASON],
      ["who reads for them", await proxy("READ"), REASON],
      ["who books for them", await proxy("BOOK"), null],
      ["another doctor who treats them", (await newTreatingDoctor(patientId)).actor, undefined],
      ["a hospital", (await newStaff((await createHospital()).id)).actor, undefined],
      ["another patient", (await newPatient()).actor, undefined],
    ];
    for (const [who, actor, expected] of all) {
      const read = await getRecall(actor, id).catch(() => undefined);
      expect(read?.reason, who).toBe(expected);
      const listed = await listRecalls(actor, { patientId }, { limit: 10 });
      expect(listed.items.length, who).toBe(expected === undefined ? 0 : 1);
      const stored = await inTransaction(actor, (tx) => tx.recallReason.count({ where: { id } }));
      expect(stored, who).toBe(expected ? 1 : 0);
    }
  });

  it("leaves no word of the reason outside, and an entry for each look", async () => {
    const { patient, patientId, ask } = await visitToFollow();
    const { id } = await ask();
    await getRecall(patient.actor, id);
    const entries = await db.auditEntry.findMany({ where: { patientId, action: { startsWith: "recall-reason." } } });
    expect(entries.map(({ action, purpose }) => [action, purpose])).toEqual([
      ["recall-reason.write", "TREATMENT"],
      ["recall-reason.list", "PATIENT_REQUEST"],
    ]);
    const events = await db.domainEvent.findMany({ where: { aggregateId: id } });
    expect(events.map(({ type }) => type)).toEqual(["recall.set"]);
    expect(
      JSON.stringify([entries, events], (_, value: unknown) => (typeof value === "bigint" ? 0 : value)),
    ).not.toContain("thyroid");
  });

  it("is set by the doctor of the visit, once it has begun, for a month to come", async () => {
    const { doctor, patient, appointmentId, ask } = await visitToFollow();
    const set = (actor: Actor, more = {}) =>
      outcome(setRecall(actor, { appointmentId, reason: REASON, inMonths: 6, ...more }));
    expect(await set(patient.actor)).toBe("forbidden");
    expect(await set((await newDoctor()).actor)).toBe("not-found");
    for (const month of [monthIn(0), monthIn(61)]) expect(await outcome(ask({ month }))).toBe("invalid");
    expect(await outcome(ask({ month: monthIn(60) }))).toBe("ok");
    const coming = await visitToFollow({ status: "CONFIRMED" });
    expect(await outcome(coming.ask())).toBe("invalid-transition");
    const times = { month: new Date(`${monthIn(6)}-01`), dueAt: timeIn(5) };
    const of = { patientId: coming.patientId, doctorId: coming.doctorId, ...times };
    await expect(db.recall.create({ data: { ...of, appointmentId: coming.appointmentId } })).rejects.toThrow(
      "has begun",
    );
    await expect(db.recall.create({ data: { ...of, appointmentId } })).rejects.toThrow("has begun");
    expect(await set(doctor.actor, { inMonths: 1 })).toBe("ok");
  });

  it("is changed by its doctor while it is open", async () => {
    const { doctor, patient, ask } = await visitToFollow();
    const { id, version } = await ask();
    expect(await outcome(changeRecall(patient.actor, id, { reason: "Other" }, version))).toBe("forbidden");
    const same = await changeRecall(doctor.actor, id, { month: monthIn(6), reason: REASON }, version);
    expect(same.version).toBe(version);
    const changed = await changeRecall(doctor.actor, id, { month: monthIn(9), reason: "Blood test" }, version);
    expect(changed).toMatchObject({ month: monthIn(9), reason: "Blood test", version: version + 1 });
    expect(await outcome(changeRecall(doctor.actor, id, { month: monthIn(10) }, version))).toBe("version-mismatch");
    expect(await outcome(endRecall(doctor.actor, id, "DISMISSED"))).toBe("forbidden");
    expect(await outcome(endRecall(patient.actor, id, "REMOVED"))).toBe("forbidden");
    await endRecall(patient.actor, id, "DISMISSED");
    await endRecall(patient.actor, id, "DISMISSED");
    expect(await outcome(endRecall(doctor.actor, id, "REMOVED"))).toBe("invalid-transition");
    expect(await outcome(changeRecall(doctor.actor, id, { month: monthIn(12) }))).toBe("invalid-transition");
    const write = inTransaction(doctor.actor, async (tx) => {
      const [data] = await encryptTexts(tx, "RecallReason", [{ id, reason: "After all" }]);
      return tx.recallReason.update({ where: { id }, data: data! });
    });
    expect(await outcome(write), "nor in PostgreSQL").not.toBe("ok");
  });

  it("has one end, of a doctor who removes it and a patient who dismisses it at once", async () => {
    const { doctor, patient, ask } = await visitToFollow();
    const { id } = await ask();
    const ends = await Promise.all([
      ...Array.from({ length: 5 }, () => outcome(endRecall(doctor.actor, id, "REMOVED"))),
      ...Array.from({ length: 5 }, () => outcome(endRecall(patient.actor, id, "DISMISSED"))),
    ]);
    expect(ends).toContain("ok");
    for (const end of ends) expect(["ok", "version-mismatch", "invalid-transition"]).toContain(end);
    expect(await db.domainEvent.count({ where: { aggregateId: id } })).toBe(2);
  });

  it.each(RECALL_STATUSES)("goes from %s where the life cycle says so, in PostgreSQL too", async (from) => {
    const { ask } = await visitToFollow();
    const { id } = await ask();
    const step = (client: Db, to: string) => client.$executeRaw`
      UPDATE "Recall" SET "status" = ${to}::"RecallStatus", "version" = "version" + 1,
        "endedAt" = CASE WHEN ${to !== "OPEN"} THEN now() END WHERE "id" = ${id}::uuid`;
    if (from !== "OPEN") await step(db, from);
    const allowed: string[] = [];
    for (const to of RECALL_STATUSES.filter((one) => one !== from)) {
      const attempt = db.$transaction(async (tx) => {
        expect(await step(tx, to), `${from} → ${to}: rows changed`).toBe(1);
        throw new Error("rolled back");
      });
      const refusal = String(await attempt.catch((error: unknown) => error));
      if (refusal.includes("rolled back")) allowed.push(to);
      else expect(refusal).toContain(`cannot go from ${from} to ${to}`);
    }
    expect(allowed).toEqual(nextStates(RECALL_LIFE_CYCLE, from));
  });

  it("is due for the patient from four weeks before", async () => {
    const { patient, patientId, ask } = await visitToFollow();
    await ask();
    const { id } = await ask({ inMonths: 1 });
    const due = await listDueRecalls(patient.actor, [patientId]);
    const expected = Date.parse(`${monthIn(1)}-01`) - Date.now() <= 28 * 86_400_000 ? [id] : [];
    expect(due.map((one) => one.id)).toEqual(expected);
  });
});
