import { beforeAll, describe, expect, it } from "vitest";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import { toShiftedOutput } from "@/lib/domain/appointments/output-shift";
import { keepTime } from "@/lib/domain/appointments/keep-time";
import { listShifted, loadShifted, type ShiftedFilter } from "@/lib/domain/appointments/load-shifted";
import { rescheduleAppointment } from "@/lib/domain/appointments/reschedule-appointment";
import { promisedOffset } from "@/lib/domain/appointments/rules-shift";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { actorOf, createCast } from "../support/actors";
import { createAppointment, createDoctor, createPatient, createSchedule, inDays } from "../support/factories";
import { outcome } from "../support/outcome";
import { practice, stored, ZONE } from "./appointments-shifted-harness";
import { eventsOf } from "./stored-events";

const HOUR = 3_600_000;
const idsOf = async (actor: Actor, list: ShiftedFilter = {}) =>
  (await listShifted(actor, list, { limit: 100 })).items.map(({ card }) => card.id);

let cast: Awaited<ReturnType<typeof createCast>>;
beforeAll(async () => {
  cast = await createCast();
});

describe("shifted visits", () => {
  it("are the upcoming ones whose offset differs from the promise, soonest first, with both times", async () => {
    const { actor, visit } = await practice(cast.hospital.id);
    const [second, first] = [await visit(inDays(20, "09:00"), -60), await visit(inDays(3, "09:00"), 60)];
    await visit(inDays(3, "12:00"), 0);
    await visit(inDays(3, "13:00"), null);
    await visit(inDays(3, "14:00"), 60, { status: "CANCELLED" });
    await visit(new Date(Date.now() - HOUR), 60);
    expect(await idsOf(actor)).toEqual([first.id, second.id]);
    const [shifted] = (await listShifted(actor, {}, { limit: 1 })).items;
    const { shift, id } = toShiftedOutput(shifted!, new Date());
    const offset = promisedOffset(first.startsAt, ZONE);
    expect(id).toBe(first.id);
    expect(shift).toMatchObject({ timeZone: ZONE, promisedOffsetMinutes: offset + 60, offsetMinutes: offset });
    // Promised an hour later on the clock, which is an hour later in fact.
    expect(Date.parse(shift.promisedStart!)).toBe(first.startsAt.getTime() + HOUR);
    expect(Date.parse(`${shift.promised}:00Z`) - Date.parse(`${shift.shown}:00Z`)).toBe(HOUR);
  });

  it("come in pages, and are counted", async () => {
    const { actor, visit } = await practice(cast.hospital.id);
    const ids: string[] = [];
    for (let day = 2; day < 7; day++) ids.push((await visit(inDays(day, "09:00"), 30)).id);
    const one = await listShifted(actor, {}, { limit: 2 });
    const two = await listShifted(actor, {}, { limit: 2, cursor: one.nextCursor! });
    const three = await listShifted(actor, {}, { limit: 2, cursor: two.nextCursor! });
    expect([...one.items, ...two.items, ...three.items].map(({ card }) => card.id)).toEqual(ids);
    expect(three.nextCursor).toBeNull();
    const part = await loadShifted(actor, {}, 3);
    expect([part.count, part.items.map(({ card }) => card.id)]).toEqual([5, ids.slice(0, 3)]);
  });

  it("are visible to their doctor and front desk only", async () => {
    const { actor, doctor, patient, visit } = await practice(cast.hospital.id);
    const { id } = await visit(inDays(4, "09:00"), 60);
    const elsewhere = await createCast();
    expect(await idsOf(actor, { doctorId: doctor.id })).toEqual([id]);
    expect(await idsOf(cast.coordinator.actor)).toContain(id);
    for (const other of [
      cast.doctor.actor,
      patient.actor,
      cast.admin.actor,
      elsewhere.doctor.actor,
      elsewhere.manager.actor,
    ]) {
      expect(await idsOf(other)).not.toContain(id);
      expect(await idsOf(other, { doctorId: doctor.id })).toEqual([]);
      expect(await idsOf(other, { hospitalId: cast.hospital.id })).not.toContain(id);
    }
  });

  it("follow their place's zone when its hours move to another zone or are deleted", async () => {
    const { user, doctor } = await createDoctor({ over: { timeZone: "UTC" }, schedule: null });
    const schedule = await createSchedule(doctor.id, { timeZone: ZONE });
    const { patient } = await createPatient();
    const startsAt = inDays(5, "09:00");
    const { id } = await createAppointment(
      { doctorId: doctor.id, patientId: patient.id },
      { scheduleId: schedule.id, startsAt, promisedOffsetMinutes: promisedOffset(startsAt, ZONE) },
    );
    const actor = await actorOf(user);
    expect(await idsOf(actor)).toEqual([]);
    await db.schedule.delete({ where: { id: schedule.id } });
    expect(await idsOf(actor)).toEqual([id]);
  });
});

describe("keeping a shifted visit", () => {
  it("promises the current clock time, notifies the patient, and is audited, and a second time changes nothing", async () => {
    const { actor, patient, visit } = await practice(cast.hospital.id);
    const { id, startsAt } = await visit(inDays(6, "09:00"), 60);
    const { notified, ...row } = await keepTime(actor, id, 1);
    expect([notified, row.version, row.startsAt]).toEqual([{ by: "NOTIFICATION", phone: null }, 2, startsAt]);
    expect((await stored(id)).promisedOffsetMinutes).toBe(promisedOffset(startsAt, ZONE));
    expect(await eventsOf(id)).toEqual(["appointment.time-kept"]);
    const { audience } = await db.domainEvent.findFirstOrThrow({ where: { aggregateId: id } });
    expect(audience).toEqual([
      `patient:${patient.patient.id}`,
      `doctor:${row.doctorId}`,
      `hospital:${cast.hospital.id}`,
    ]);
    const audit = await db.auditEntry.findFirstOrThrow({ where: { subjectId: id, action: "appointment.keep-time" } });
    expect(audit.details).toMatchObject({
      promisedOffsetMinutes: promisedOffset(startsAt, ZONE) + 60,
      offsetMinutes: promisedOffset(startsAt, ZONE),
    });
    expect(await idsOf(actor)).toEqual([]);

    expect((await keepTime(actor, id)).notified).toBeNull();
    expect([await eventsOf(id), (await stored(id)).version]).toEqual([["appointment.time-kept"], 2]);
  });

  it("puts someone without an account on the To call list", async () => {
    const { actor, visit } = await practice(cast.hospital.id);
    const { id: patientId } = await db.patient.create({
      data: { name: "Noor Without Account", phone: "+49 30 5550123" },
    });
    const { id } = await visit(inDays(6, "09:00"), 60, { patientId });
    expect((await keepTime(actor, id)).notified).toEqual({ by: "PHONE", phone: "+49 30 5550123" });
    expect(await db.toCall.count({ where: { appointmentId: id, reason: "appointment.time-kept", doneAt: null } })).toBe(
      1,
    );
  });

  it("is for the practice to decide, and only for upcoming visits", async () => {
    const { actor, patient, visit } = await practice(cast.hospital.id);
    const { id } = await visit(inDays(6, "09:00"), 60);
    const elsewhere = await createCast();
    expect(await outcome(keepTime(patient.actor, id))).toBe("forbidden");
    for (const other of [cast.doctor.actor, cast.admin.actor, elsewhere.coordinator.actor])
      expect(await outcome(keepTime(other, id))).toBe("not-found");
    expect(await outcome(keepTime(cast.coordinator.actor, id))).toBe("ok");
    const { id: gone } = await visit(inDays(6, "12:00"), 60, { status: "CANCELLED" });
    expect(await outcome(keepTime(actor, gone))).toBe("invalid-transition");
  });

  it("loses against a faster move or cancellation", async () => {
    const { actor, visit } = await practice(cast.hospital.id);
    const { id } = await visit(inDays(6, "09:00"), 60);
    const outcomes = await Promise.all([
      outcome(keepTime(actor, id, 1)),
      outcome(rescheduleAppointment(cast.coordinator.actor, id, { start: inDays(6, "15:00").toISOString() }, 1)),
      outcome(changeStatus(cast.manager.actor, id, { status: "CANCELLED", reason: "Ill" }, 1)),
    ]);
    expect(outcomes.toSorted()).toEqual(["ok", "version-mismatch", "version-mismatch"]);
    expect(await eventsOf(id)).toHaveLength(1);
  });
});

it("a visit moves to its promised time by an ordinary reschedule, with its conflicts", async () => {
  const { actor, visit } = await practice(cast.hospital.id);
  const [early, late] = [await visit(inDays(8, "09:00"), 60), await visit(inDays(8, "10:00"), 60)];
  const target = async (id: string) => {
    const { items } = await listShifted(actor, {}, { limit: 10 });
    return {
      start: toShiftedOutput(
        items.find(({ card }) => card.id === id)!,
        new Date(),
      ).shift.promisedStart!,
    };
  };
  // The later one still occupies the earlier one's time.
  expect(await outcome(rescheduleAppointment(actor, early.id, await target(early.id)))).toBe("slot-taken");
  for (const { id } of [late, early])
    expect((await rescheduleAppointment(actor, id, await target(id))).notified?.by).toBe("NOTIFICATION");
  expect(await idsOf(actor)).toEqual([]);
  expect(await eventsOf(early.id)).toEqual(["appointment.rescheduled"]);
});
