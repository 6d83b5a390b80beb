import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/lib/domain/appointments/book-appointment";
import { listWalkInTimes } from "@/lib/domain/appointments/list-walk-in-times";
import { db } from "@/lib/platform/db/db";
import { actorOf } from "@/tests/support/actors";
import { createAppointment, createDoctor, createPatient } from "@/tests/support/factories";
import { outcome } from "@/tests/support/outcome";
import { morning, zoneAt } from "@/tests/support/morning";
import {
  ALWAYS,
  elsewhere,
  MINUTE,
  MISSING,
  open,
  openElsewhere,
  openPlace,
  place,
  walkIn,
} from "./front-desk-walk-ins-harness";

beforeAll(openElsewhere);
beforeEach(openPlace);

describe("a walk-in", () => {
  it("is not subject to the patients' notice", async () => {
    const strict = await open({ minNoticeMinutes: 24 * 60 });
    const row = await walkIn(strict);
    expect(row.startsAt.getTime() - Date.now()).toBeLessThanOrEqual(15 * MINUTE);
    const { patient, user } = await createPatient();
    const soon = new Date(row.endsAt).toISOString();
    const asPatient = bookAppointment(await actorOf(user), {
      doctorId: strict.doctor.doctor.id,
      patientId: patient.id,
      start: soon,
    });
    expect(await outcome(asPatient)).toBe("slot-not-offered");
  });

  it("goes to the first free doctor, of all or of one department", async () => {
    const { hospitalId } = place;
    const department = await db.department.create({ data: { hospitalId, name: "Surgery" } });
    const surgeon = await createDoctor({ hospitalId, schedule: { ...ALWAYS, timeZone: morning() } });
    await db.affiliation.updateMany({ where: { doctorId: surgeon.doctor.id }, data: { departmentId: department.id } });
    const first = await walkIn(place);
    const second = await walkIn(place);
    expect(new Set([first.doctorId, second.doctorId])).toEqual(new Set([surgeon.doctor.id, place.doctor.doctor.id]));
    expect(first.startsAt).toEqual(second.startsAt);
    const inSurgery = await walkIn(place, { departmentId: department.id });
    expect([inSurgery.doctorId, inSurgery.startsAt]).toEqual([surgeon.doctor.id, first.endsAt]);
    expect(await outcome(walkIn(place, { departmentId: MISSING }))).toBe("slot-not-offered");
  });

  it("never overlaps another, however many come at once", async () => {
    const rows = await Promise.all(Array.from({ length: 5 }, () => walkIn(place)));
    const starts = rows.map((row) => row.startsAt.getTime()).sort((a, b) => a - b);
    for (const [index, start] of starts.entries()) expect(start - (starts[0] ?? 0)).toBe(index * 15 * MINUTE);
  });

  it("can be seen between the published times, by a doctor who is on duty and free now", async () => {
    const row = await walkIn(place, { when: "NOW" });
    expect(Math.abs(row.startsAt.getTime() - Date.now())).toBeLessThan(2 * MINUTE);
    expect(row.status).toBe("CHECKED_IN");
    expect(await outcome(walkIn(place, { when: "NOW" }))).toBe("slot-not-offered");
    const codes = await Promise.all([1, 2, 3].map(() => outcome(walkIn(elsewhere, { when: "NOW" }))));
    expect(codes.filter((code) => code === "ok")).toHaveLength(1);
    expect(codes.filter((code) => code === "slot-not-offered" || code === "slot-taken")).toHaveLength(2);
  });

  it("isn't checked in for a time more than twelve hours away, which they come back for", async () => {
    const rules = ALWAYS.rules.map((day) => ({ ...day, start: "22:00" }));
    expect((await walkIn(await open({ rules }, zoneAt(6)))).status).toBe("CONFIRMED");
    expect((await walkIn(await open({ rules }, zoneAt(13)))).status).toBe("CHECKED_IN");
  });

  it("is not put in while someone is with the doctor, however long that was planned", async () => {
    const { patient } = await createPatient();
    await createAppointment(
      { doctorId: place.doctor.doctor.id, patientId: patient.id },
      {
        hospitalId: place.hospitalId,
        status: "IN_PROGRESS",
        startsAt: new Date(Date.now() - 90 * MINUTE),
        endsAt: new Date(Date.now() - 60 * MINUTE),
      },
    );
    expect(await listWalkInTimes(place.desk, { hospitalId: place.hospitalId })).toMatchObject([
      { gap: null, next: { hospitalId: place.hospitalId } },
    ]);
    expect(await outcome(walkIn(place, { when: "NOW" }))).toBe("slot-not-offered");
  });

  it("finds no time where no one is on duty, and no suspended or unverified doctor", async () => {
    const off = await open({ rules: [] });
    expect(await outcome(walkIn(off))).toBe("slot-not-offered");
    await db.affiliation.updateMany({ where: { hospitalId: place.hospitalId }, data: { status: "SUSPENDED" } });
    expect(await listWalkInTimes(place.desk, { hospitalId: place.hospitalId })).toEqual([]);
    expect(await outcome(walkIn(place))).toBe("slot-not-offered");
  });
});
