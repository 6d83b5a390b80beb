import { describe, expect, it } from "vitest";
import { listBehind } from "@/lib/domain/analytics/list-behind";
import { loadReport } from "@/lib/domain/analytics/load-report";
import { noteOfferedDays } from "@/lib/domain/analytics/note-offered-days";
import { recountDays } from "@/lib/domain/analytics/recount-days";
import { appointmentsIn } from "@/lib/domain/analytics/format";
import { db } from "@/lib/platform/db/db";
import { shiftDate } from "@/lib/platform/time/local-date";
import { actorOf, newPatient } from "../support/actors";
import { createAdmin, createAppointment } from "../support/factories";
import { createWorld } from "./hospital-numbers-world";

const HOUR = 3_600_000;

/** Three appointments yesterday and one a year ago, beside the world's own of today. */
async function createPast() {
  const world = await createWorld();
  const [doctor, patientId] = [world.doctors[0]!, world.patients[0]!.patientIds[0]!];
  const yesterday = Date.now() - 30 * HOUR;
  const at = (hours: number) => ({
    startsAt: new Date(yesterday - hours * HOUR),
    endsAt: new Date(yesterday - (hours - 0.5) * HOUR),
  });
  const of = { doctorId: doctor.id, patientId };
  const booked = (startsAt: Date) => ({
    createdAt: new Date(startsAt.getTime() - 100 * HOUR),
    hospitalId: world.hospitalId,
  });
  for (const [n, status] of (["COMPLETED", "NO_SHOW", "CANCELLED"] as const).entries())
    await createAppointment(of, { ...at(n), ...booked(at(n).startsAt), status });
  await createAppointment(of, { ...at(365 * 24), ...booked(at(365 * 24).startsAt), status: "COMPLETED" });
  await recountDays();
  return { ...world, doctor, admin: await actorOf(await createAdmin()) };
}

describe("a report", () => {
  it("adds up the same for the hospital, its doctors, its days, hours and lead times", async () => {
    const { hospitalId, desk } = await createPast();
    const { today } = await loadReport(desk, { hospitalId });
    for (const from of [today, shiftDate(today, -3), shiftDate(today, -800)]) {
      const report = await loadReport(desk, { hospitalId, from, to: shiftDate(today, 5) });
      const total = appointmentsIn(report.visits.total);
      const { points, hours, leads, reminders } = report.visits;
      for (const part of [points, hours, leads, reminders, report.doctors, report.departments])
        expect(part.reduce((sum, counts) => sum + appointmentsIn(counts), 0)).toBe(total);
      expect(total).toBe(from === today ? 8 : from === shiftDate(today, -3) ? 11 : 12);
    }
  });

  it("compares with as many days before", async () => {
    const { hospitalId, desk } = await createPast();
    const { today } = await loadReport(desk, { hospitalId });
    const week = { hospitalId, from: shiftDate(today, 1), to: shiftDate(today, 7) };
    const { visits, before } = await loadReport(desk, week);
    expect(before).toEqual({ from: shiftDate(today, -6), to: today });
    expect([appointmentsIn(visits.total), appointmentsIn(visits.before)]).toEqual([0, 11]);
  });

  it("is the doctor's own for the doctor, everyone's for administrators, and of no one else", async () => {
    const { hospitalId, desk, doctor, doctors, admin } = await createPast();
    const [own, everyone] = [await loadReport(doctor.actor, { doctorId: doctor.id }), await loadReport(admin, {})];
    expect(own.places.map(({ id }) => id)).toEqual([hospitalId]);
    expect([own.beds, own.calls, own.doctors]).toEqual([null, null, []]);
    expect(everyone.places.map(({ id }) => id)).toContain(hospitalId);
    expect(everyone.doctors).toEqual([]);
    const refused = { code: "not-found" };
    const other = { doctorId: doctors[1]!.id };
    await expect(loadReport(doctor.actor, other)).rejects.toMatchObject(refused);
    await expect(loadReport(doctor.actor, { hospitalId })).rejects.toMatchObject(refused);
    await expect(loadReport(doctor.actor, {})).rejects.toMatchObject(refused);
    await expect(loadReport(desk, { ...other })).rejects.toMatchObject(refused);
    await expect(loadReport(desk, { ...other, hospitalId })).rejects.toMatchObject(refused);
    await expect(loadReport(admin, { hospitalId })).rejects.toMatchObject(refused);
    await expect(loadReport((await newPatient()).actor, {})).rejects.toMatchObject(refused);
  });

  it("has the appointments behind each number, for those who may see them", async () => {
    const { hospitalId, desk, doctor, doctors, admin } = await createPast();
    const { today } = await loadReport(desk, { hospitalId });
    const days = { hospitalId, from: shiftDate(today, -400), to: shiftDate(today, 5) };
    const { visits, doctors: each } = await loadReport(desk, days);
    const page = { limit: 100 };
    const count = async (narrowing: object) => (await listBehind(desk, { ...days, ...narrowing }, page)).items.length;
    expect(await count({})).toBe(appointmentsIn(visits.total));
    expect([await count({ outcome: "missed" }), await count({ outcome: "cancelled" })]).toEqual([1, 1]);
    expect(await count({ outcome: "came" })).toBe(visits.total.completed);
    for (const row of visits.hours) expect(await count({ hour: row.hour })).toBe(appointmentsIn(row));
    for (const row of visits.leads) expect(await count({ leadFromDays: row.fromDays })).toBe(appointmentsIn(row));
    for (const row of each) expect(await count({ byDoctor: row.id })).toBe(appointmentsIn(row));
    for (const row of visits.reminders) expect(await count({ isReminded: row.isReminded })).toBe(appointmentsIn(row));
    const first = await listBehind(desk, days, { limit: 5 });
    const second = await listBehind(desk, days, { limit: 100, cursor: first.nextCursor! });
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(appointmentsIn(visits.total));
    const own = await listBehind(doctor.actor, { doctorId: doctor.id, from: days.from, to: days.to }, page);
    expect(new Set(own.items.map(({ doctorId }) => doctorId))).toEqual(new Set([doctor.id]));
    const refused = { code: "not-found" };
    await expect(listBehind(doctor.actor, { doctorId: doctors[1]!.id }, page)).rejects.toMatchObject(refused);
    await expect(listBehind(doctor.actor, { hospitalId }, page)).rejects.toMatchObject(refused);
    await expect(listBehind(admin, {}, page)).rejects.toMatchObject(refused);
    await expect(listBehind(admin, { hospitalId }, page)).rejects.toMatchObject(refused);
  });

  it("has a doctor's appointments on the day of their place, as they are counted", async () => {
    const { doctor, hospitalId, patients } = await createPast();
    const of = { doctorId: doctor.id, patientId: patients[0]!.patientIds[0]! };
    await db.doctor.update({ where: { id: doctor.id }, data: { timeZone: "Pacific/Honolulu" } });
    const times = [
      { hospitalId, at: "2026-03-09T20:15:00Z" }, // 2:00 on the 10th in Kathmandu, the 9th in Honolulu
      { hospitalId: null, at: "2026-03-11T06:00:00Z" }, // 20:00 on the 10th in Honolulu
      { hospitalId, at: "2026-03-10T19:00:00Z" }, // 0:45 on the 11th in Kathmandu, the 10th in Honolulu
    ];
    for (const { hospitalId: where, at } of times) {
      const [startsAt, createdAt] = [new Date(at), new Date(Date.parse(at) - 50 * HOUR)];
      const endsAt = new Date(startsAt.getTime() + HOUR / 2);
      await createAppointment(of, { hospitalId: where, startsAt, endsAt, createdAt, status: "COMPLETED" });
    }
    await recountDays();
    const each = ["2026-03-09", "2026-03-10", "2026-03-11"].map(async (day) => {
      const days = { doctorId: doctor.id, from: day, to: day };
      const { visits } = await loadReport(doctor.actor, days);
      const list = async (hour?: number) => (await listBehind(doctor.actor, { ...days, hour }, { limit: 10 })).items;
      for (const row of visits.hours) expect(await list(row.hour)).toHaveLength(appointmentsIn(row));
      expect(await list()).toHaveLength(appointmentsIn(visits.total));
      return appointmentsIn(visits.total);
    });
    expect(await Promise.all(each)).toEqual([0, 2, 1]);
  });

  it("knows what was offered: what the hours said while it was that day", async () => {
    const { hospitalId, doctor, desk } = await createPast();
    const schedule = await db.schedule.findFirstOrThrow({ where: { doctorId: doctor.id, hospitalId } });
    await noteOfferedDays();
    await recountDays();
    const { today } = await loadReport(desk, { hospitalId });
    const offered = async (day: string) => {
      await recountDays();
      const { visits } = await loadReport(doctor.actor, { doctorId: doctor.id, from: day, to: day });
      return visits.total.offeredMinutes;
    };
    expect(await offered(today)).toBe(1_440);
    await db.schedule.update({ where: { id: schedule.id }, data: { rules: [], version: { increment: 1 } } });
    const tomorrow = new Date(Date.now() + 24 * HOUR);
    await noteOfferedDays(tomorrow);
    expect([await offered(today), await offered(shiftDate(today, 1))]).toEqual([1_440, 0]);
    // Today is not over yet.
    await noteOfferedDays(new Date(), new Date(Date.now() - HOUR));
    expect(await offered(today)).toBe(0);
  });
});
