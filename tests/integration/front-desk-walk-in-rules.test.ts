import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listWalkInTimes } from "@/lib/domain/appointments/list-walk-in-times";
import { walkInInput } from "@/lib/domain/appointments/schema";
import { deliverNotifications } from "@/lib/domain/notifications/deliver-notifications";
import { db } from "@/lib/platform/db/db";
import { pendingDeliveries } from "@/lib/platform/events/outbox";
import { actorOf, createCast } from "@/tests/support/actors";
import { createAppointment, createDoctor, createPatient, createService, inDays } from "@/tests/support/factories";
import { outcome } from "@/tests/support/outcome";
import { morning } from "@/tests/support/morning";
import {
  ALWAYS,
  elsewhere,
  MINUTE,
  MISSING,
  openElsewhere,
  openPlace,
  place,
  walkIn,
} from "./front-desk-walk-ins-harness";

beforeAll(openElsewhere);
beforeEach(openPlace);

describe("a walk-in", () => {
  it("notifies the doctor once, not twice", async () => {
    const row = await walkIn(place);
    const events = (await pendingDeliveries("notifications", 1000)).filter(({ aggregateId }) => aggregateId === row.id);
    await deliverNotifications(events);
    const told = await db.notification.findMany({ where: { userId: place.doctor.user.id }, select: { type: true } });
    expect(told).toEqual([{ type: "appointment.checked-in" }]);
    const later = await walkIn(place, { checkIn: false });
    expect(
      (await pendingDeliveries("notifications", 1000))
        .filter(({ aggregateId }) => aggregateId === later.id)
        .map(({ type }) => type),
    ).toEqual(["appointment.booked"]);
  });

  it("has a service: as long as it takes with that doctor, and only where offered in person", async () => {
    const service = await createService();
    const offers = (doctorId: string, more: object = {}) =>
      db.doctorService.create({ data: { doctorId, serviceId: service.id, durationMinutes: 45, ...more } });
    expect(await outcome(walkIn(place, { serviceId: service.id }))).toBe("slot-not-offered");
    await offers(place.doctor.doctor.id, { mode: "VIDEO" });
    expect(await outcome(walkIn(place, { serviceId: service.id }))).toBe("slot-not-offered");
    const colleague = await createDoctor({
      hospitalId: place.hospitalId,
      schedule: { ...ALWAYS, timeZone: morning() },
    });
    await offers(colleague.doctor.id);
    const row = await walkIn(place, { serviceId: service.id });
    expect(row).toMatchObject({ doctorId: colleague.doctor.id, serviceId: service.id, mode: "IN_PERSON" });
    expect(row.endsAt.getTime() - row.startsAt.getTime()).toBe(45 * MINUTE);
    const [free] = await listWalkInTimes(place.desk, { hospitalId: place.hospitalId, serviceId: service.id });
    expect(free).toMatchObject({
      doctorId: colleague.doctor.id,
      services: [{ serviceId: service.id, durationMinutes: 45 }],
    });
  });

  it("gets the next available time today and is checked in, and the doctor's page shows both", async () => {
    const row = await walkIn(place);
    expect(row).toMatchObject({
      status: "CHECKED_IN",
      doctorId: place.doctor.doctor.id,
      hospitalId: place.hospitalId,
      mode: "IN_PERSON",
    });
    const ahead = row.startsAt.getTime() - Date.now();
    expect(ahead).toBeGreaterThan(-MINUTE);
    expect(ahead).toBeLessThanOrEqual(15 * MINUTE);
    const events = await db.domainEvent.findMany({ where: { aggregateId: row.id }, orderBy: { sequence: "asc" } });
    expect(events.map(({ type }) => type)).toEqual(["appointment.booked", "appointment.checked-in"]);
    expect(events[1]?.audience).toContain(`doctor:${row.doctorId}`);
    const second = await walkIn(place, { checkIn: false });
    expect([second.status, second.startsAt]).toEqual(["CONFIRMED", row.endsAt]);
  });

  it("is booked by the place's own staff, or a doctor for themselves, and the place is 404 for all others", async () => {
    const cast = await createCast();
    const self = await actorOf(place.doctor.user);
    expect(await outcome(walkIn(place, { doctorId: place.doctor.doctor.id }, self))).toBe("ok");
    expect(await outcome(walkIn(place, {}, self))).toBe("not-found");
    for (const actor of [elsewhere.desk, cast.patient.actor, cast.doctor.actor, cast.admin.actor]) {
      expect(await outcome(walkIn(place, {}, actor))).toBe("not-found");
      expect(await outcome(listWalkInTimes(actor, { hospitalId: place.hospitalId }))).toBe("not-found");
    }
  });

  it("may be a known patient, but not one who was never here", async () => {
    const { patient } = await createPatient();
    expect(await outcome(walkIn(place, { patientId: patient.id }))).toBe("not-found");
    await createAppointment(
      { doctorId: place.doctor.doctor.id, patientId: patient.id },
      { hospitalId: place.hospitalId, startsAt: inDays(-3), status: "COMPLETED" },
    );
    expect(await walkIn(place, { patientId: patient.id })).toMatchObject({
      patientId: patient.id,
      status: "CHECKED_IN",
    });
    expect(await outcome(walkIn(elsewhere, { patientId: patient.id }))).toBe("not-found");
  });

  it.each([
    [{ patientId: MISSING, patient: { name: "Both" } }, "patient"],
    [{}, "patientId"],
    [{ patient: { name: "A" }, doctorId: MISSING, departmentId: MISSING }, "departmentId"],
    [{ patient: { name: "" } }, "patient.name"],
    [{ patient: { name: "A", bornOn: "2190-01-01" } }, "patient.bornOn"],
  ])("refuses %j", (over, path) => {
    const parsed = walkInInput.safeParse({ hospitalId: MISSING, ...over });
    expect(parsed.error?.issues.map((issue) => issue.path.join("."))).toContain(path);
  });
});
