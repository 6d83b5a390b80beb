import { beforeAll, describe, expect, it } from "vitest";
import { bookAppointment } from "@/lib/domain/appointments/book-appointment";
import { bookWalkIn } from "@/lib/domain/appointments/book-walk-in";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import { toShiftedOutput } from "@/lib/domain/appointments/output-shift";
import { keepTime } from "@/lib/domain/appointments/keep-time";
import { listShifted, loadShifted, type ShiftedFilter } from "@/lib/domain/appointments/load-shifted";
import { notePromises } from "@/lib/domain/appointments/note-promises";
import { rescheduleAppointment } from "@/lib/domain/appointments/reschedule-appointment";
import { promisedOffset } from "@/lib/domain/appointments/rules-shift";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { actorOf, createCast } from "../support/actors";
import { createAppointment, createDoctor, createPatient, createSchedule, inDays } from "../support/factories";
import { outcome } from "../support/outcome";
import { eventsOf } from "./stored-events";

const ZONE = "Europe/Berlin";
const HOUR = 3_600_000;
const idsOf = async (actor: Actor, list: ShiftedFilter = {}) =>
  (await listShifted(actor, list, { limit: 100 })).items.map(({ card }) => card.id);
const stored = (id: string) =>
  db.appointment.findUniqueOrThrow({
    where: { id },
    select: { promisedOffsetMinutes: true, version: true, startsAt: true },
  });

let cast: Awaited<ReturnType<typeof createCast>>;
beforeAll(async () => {
  cast = await createCast();
});

/** A doctor of the cast's hospital with hours all day, and visits booked while the clock was thought to run `shiftMinutes` otherwise. */
async function practice() {
  const rules = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: "00:00", end: "24:00" }));
  const own = await createDoctor({
    hospitalId: cast.hospital.id,
    over: { timeZone: ZONE },
    schedule: { timeZone: ZONE, rules },
  });
  const patient = await createPatient();
  const visit = async (
    start: Date,
    shiftMinutes: number | null,
    over: Parameters<typeof createAppointment>[1] = {},
  ) => {
    const promised = shiftMinutes === null ? null : promisedOffset(start, ZONE) + shiftMinutes;
    const place = { hospitalId: cast.hospital.id, scheduleId: own.schedule!.id };
    return createAppointment(
      { doctorId: own.doctor.id, patientId: patient.patient.id },
      { ...place, startsAt: start, promisedOffsetMinutes: promised, ...over },
    );
  };
  return { ...own, patient: { ...patient, actor: await actorOf(patient.user) }, actor: await actorOf(own.user), visit };
}

describe("an agreed time", () => {
  it("keeps the offset that was promised when it is booked, added as a walk-in or moved", async () => {
    const { actor, doctor, patient } = await practice();
    const start = inDays(3, "10:00");
    const booked = await bookAppointment(patient.actor, { doctorId: doctor.id, start: start.toISOString() });
    expect((await stored(booked.id)).promisedOffsetMinutes).toBe(promisedOffset(start, ZONE));
    // A row of an older version, moved.
    await db.appointment.update({ where: { id: booked.id }, data: { promisedOffsetMinutes: null } });
    const moved = await rescheduleAppointment(actor, booked.id, { start: inDays(3, "11:00").toISOString() });
    expect((await stored(moved.id)).promisedOffsetMinutes).toBe(promisedOffset(start, ZONE));
    const walkIn = await bookWalkIn(cast.coordinator.actor, {
      hospitalId: cast.hospital.id,
      doctorId: doctor.id,
      patient: { name: "Walked In" },
      when: "NEXT",
      checkIn: false,
    });
    const row = await stored(walkIn.id);
    expect(row.promisedOffsetMinutes).toBe(promisedOffset(row.startsAt, ZONE));
  });
});

describe("shifted visits", () => {
  it("are the upcoming ones whose offset differs from the promise, soonest first, with both times", async () => {
    const { actor, visit } = await practice();
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
    const { actor, visit } = await practice();
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
    const { actor, doctor, patient, visit } = await practice();
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
    const { actor, patient, visit } = await practice();
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
    const { actor, visit } = await practice();
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
    const { actor, patient, visit } = await practice();
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
    const { actor, visit } = await practice();
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
  const { actor, visit } = await practice();
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

it("upcoming visits of an older version get their promised offset once, and nothing else changes", async () => {
  const { visit } = await practice();
  const [coming, over] = [await visit(inDays(9, "09:00"), null), await visit(new Date(Date.now() - HOUR), null)];
  expect(await notePromises()).toBeGreaterThan(0);
  expect(await stored(coming.id)).toEqual({
    promisedOffsetMinutes: promisedOffset(coming.startsAt, ZONE),
    version: 1,
    startsAt: coming.startsAt,
  });
  expect((await stored(over.id)).promisedOffsetMinutes).toBeNull();
  expect(await notePromises()).toBe(0);
  expect(await eventsOf(coming.id)).toEqual([]);
});
