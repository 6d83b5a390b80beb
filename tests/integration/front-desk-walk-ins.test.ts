import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/lib/domain/appointments/book-appointment";
import { bookWalkIn } from "@/lib/domain/appointments/book-walk-in";
import { findWalkInTimes } from "@/lib/domain/appointments/find-walk-in-times";
import { listAppointments } from "@/lib/domain/appointments/queries";
import { walkInInput, type WalkInInput } from "@/lib/domain/appointments/schema";
import { deliverNotifications } from "@/lib/domain/notifications/deliver-notifications";
import { findPatients, findSimilarPatients } from "@/lib/domain/front-desk/find-patients";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import { pendingDeliveries } from "@/lib/platform/events/outbox";
import { actorOf, createCast } from "@/tests/support/actors";
import {
  createAppointment,
  createDoctor,
  createHospital,
  createPatient,
  createService,
  createStaff,
  inDays,
} from "@/tests/support/factories";

const MINUTE = 60_000;
const MISSING = "0199d000-0000-7000-8000-000000000000";
/** Open around the clock, so that the tests do not depend on when they run; slots of a quarter of an hour. */
const ALWAYS = {
  slotMinutes: 15,
  rules: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: "00:00", end: "24:00" })),
};
/** A zone in which it is between 8 and 14 now, so that today has hours left whenever the tests run. */
const morning = () => {
  const hour = new Date().getUTCHours();
  return ["Etc/GMT-11", "Etc/GMT-5", "Etc/GMT+1", "Etc/GMT+7"][Math.floor(hour / 6)] ?? "UTC";
};

type Place = { hospitalId: string; desk: Actor; doctor: Awaited<ReturnType<typeof createDoctor>> };
let place: Place;
let elsewhere: Place;

async function open(schedule: object = {}): Promise<Place> {
  const timeZone = morning();
  const { id } = await createHospital({ timeZone });
  const doctor = await createDoctor({ hospitalId: id, schedule: { ...ALWAYS, timeZone, ...schedule } });
  return { hospitalId: id, doctor, desk: await actorOf((await createStaff(id, "COORDINATOR")).user) };
}

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
    return "ok";
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.code;
  }
}

const walkIn = (at: Place, over: Partial<WalkInInput> = {}, actor = at.desk) =>
  bookWalkIn(actor, {
    hospitalId: at.hospitalId,
    when: "NEXT",
    checkIn: true,
    ...(over.patientId ? {} : { patient: { name: "Wanda Walkin" } }),
    ...over,
  });

beforeAll(async () => {
  elsewhere = await open();
});
beforeEach(async () => {
  place = await open();
});

describe("booking for a new patient", () => {
  const book = (actor: Actor, at: Place, more: object = {}) =>
    bookAppointment(actor, {
      doctorId: at.doctor.doctor.id,
      hospitalId: at.hospitalId,
      start: inDays(4, "10:00").toISOString(),
      patient: { name: "Nadja Newcomer", bornOn: "1990-05-06", phone: "+49 30 5550123" },
      ...more,
    });

  it("creates and books them in one step, for the desk and for the doctor", async () => {
    const byDesk = await book(place.desk, place);
    const byDoctor = await book(await actorOf(place.doctor.user), place, { start: inDays(4, "11:00").toISOString() });
    for (const row of [byDesk, byDoctor]) {
      expect(row).toMatchObject({ status: "CONFIRMED", hospitalId: place.hospitalId });
      expect(await db.patient.findUniqueOrThrow({ where: { id: row.patientId } })).toMatchObject({
        name: "Nadja Newcomer",
        phone: "+49305550123",
        bornOn: new Date("1990-05-06"),
      });
      expect(await db.patientAccess.count({ where: { patientId: row.patientId } })).toBe(0);
    }
  });

  it("is refused to patients and other places, and creates no one", async () => {
    const cast = await createCast();
    const before = await db.patient.count();
    const other = await createDoctor({ hospitalId: place.hospitalId });
    for (const actor of [
      cast.patient.actor,
      cast.manager.actor,
      cast.doctor.actor,
      cast.admin.actor,
      elsewhere.desk,
      await actorOf(other.user),
    ]) {
      expect(await codeOf(book(actor, place))).toBe("forbidden");
    }
    expect(await db.patient.count()).toBe(before);
  });

  it("creates no one when the time is taken", async () => {
    await book(place.desk, place);
    const before = await db.patient.count();
    const codes = await Promise.all(Array.from({ length: 4 }, () => codeOf(book(place.desk, place))));
    expect(codes).toEqual(["slot-taken", "slot-taken", "slot-taken", "slot-taken"]);
    expect(await db.patient.count()).toBe(before);
  });

  it("creates a patient visible to this hospital's staff and doctor only", async () => {
    const { patientId } = await book(place.desk, place);
    const seenBy = async (actor: Actor) =>
      (await listAppointments(actor, {}, { limit: 100 })).items.some((row) => row.patientId === patientId);
    expect(await seenBy(place.desk)).toBe(true);
    expect(await seenBy(await actorOf(place.doctor.user))).toBe(true);
    const colleague = await createDoctor({ hospitalId: place.hospitalId });
    for (const actor of [elsewhere.desk, await actorOf(colleague.user), await actorOf((await createPatient()).user)])
      expect(await seenBy(actor)).toBe(false);
    expect(await findPatients(place.desk, { hospitalId: place.hospitalId, name: "nadja" })).toMatchObject([
      { id: patientId, bornOn: "1990-05-06" },
    ]);
    expect(await findPatients(elsewhere.desk, { hospitalId: elsewhere.hospitalId, name: "nadja" })).toEqual([]);
  });

  it("keeps their name out of events and audit", async () => {
    const { id, patientId } = await book(place.desk, place);
    const events = await db.domainEvent.findMany({ where: { aggregateId: { in: [id, patientId] } } });
    const audits = await db.auditEntry.findMany({ where: { patientId } });
    expect(audits.map(({ action }) => action).sort()).toEqual(["appointment.book", "patient.create"]);
    const written = JSON.stringify([
      events.map(({ refs, audience }) => [refs, audience]),
      audits.map(({ details }) => details),
    ]);
    expect(written).not.toMatch(/Nadja|Newcomer|5550123|1990/);
  });
});

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
    expect(await codeOf(walkIn(place, { serviceId: service.id }))).toBe("slot-not-offered");
    await offers(place.doctor.doctor.id, { mode: "VIDEO" });
    expect(await codeOf(walkIn(place, { serviceId: service.id }))).toBe("slot-not-offered");
    const colleague = await createDoctor({
      hospitalId: place.hospitalId,
      schedule: { ...ALWAYS, timeZone: morning() },
    });
    await offers(colleague.doctor.id);
    const row = await walkIn(place, { serviceId: service.id });
    expect(row).toMatchObject({ doctorId: colleague.doctor.id, serviceId: service.id, mode: "IN_PERSON" });
    expect(row.endsAt.getTime() - row.startsAt.getTime()).toBe(45 * MINUTE);
    const [free] = await findWalkInTimes(place.desk, { hospitalId: place.hospitalId, serviceId: service.id });
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
    expect(await codeOf(asPatient)).toBe("slot-not-offered");
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
    expect(await codeOf(walkIn(place, { departmentId: MISSING }))).toBe("slot-not-offered");
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
    expect(await codeOf(walkIn(place, { when: "NOW" }))).toBe("slot-not-offered");
    const codes = await Promise.all([1, 2, 3].map(() => codeOf(walkIn(elsewhere, { when: "NOW" }))));
    expect(codes.filter((code) => code === "ok")).toHaveLength(1);
    expect(codes.filter((code) => code === "slot-not-offered" || code === "slot-taken")).toHaveLength(2);
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
    expect(await findWalkInTimes(place.desk, { hospitalId: place.hospitalId })).toMatchObject([
      { gap: null, next: { hospitalId: place.hospitalId } },
    ]);
    expect(await codeOf(walkIn(place, { when: "NOW" }))).toBe("slot-not-offered");
  });

  it("finds no time where no one is on duty, and no suspended or unverified doctor", async () => {
    const off = await open({ rules: [] });
    expect(await codeOf(walkIn(off))).toBe("slot-not-offered");
    await db.affiliation.updateMany({ where: { hospitalId: place.hospitalId }, data: { status: "SUSPENDED" } });
    expect(await findWalkInTimes(place.desk, { hospitalId: place.hospitalId })).toEqual([]);
    expect(await codeOf(walkIn(place))).toBe("slot-not-offered");
  });

  it("is booked by the place's own staff, or a doctor for themselves, and the place is 404 for all others", async () => {
    const cast = await createCast();
    const self = await actorOf(place.doctor.user);
    expect(await codeOf(walkIn(place, { doctorId: place.doctor.doctor.id }, self))).toBe("ok");
    expect(await codeOf(walkIn(place, {}, self))).toBe("not-found");
    for (const actor of [elsewhere.desk, cast.patient.actor, cast.doctor.actor, cast.admin.actor]) {
      expect(await codeOf(walkIn(place, {}, actor))).toBe("not-found");
      expect(await codeOf(findWalkInTimes(actor, { hospitalId: place.hospitalId }))).toBe("not-found");
    }
  });

  it("may be a known patient, but not one who was never here", async () => {
    const { patient } = await createPatient();
    expect(await codeOf(walkIn(place, { patientId: patient.id }))).toBe("not-found");
    await createAppointment(
      { doctorId: place.doctor.doctor.id, patientId: patient.id },
      { hospitalId: place.hospitalId, startsAt: inDays(-3), status: "COMPLETED" },
    );
    expect(await walkIn(place, { patientId: patient.id })).toMatchObject({
      patientId: patient.id,
      status: "CHECKED_IN",
    });
    expect(await codeOf(walkIn(elsewhere, { patientId: patient.id }))).toBe("not-found");
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

describe("duplicates of a new patient", () => {
  it("are suggested by name, or by birth date and a similar name, at this hospital only", async () => {
    const visit = async (at: Place, name: string, bornOn: string) => {
      const { patient } = await createPatient({ over: { name, bornOn: new Date(bornOn) } });
      await createAppointment({ doctorId: at.doctor.doctor.id, patientId: patient.id }, { hospitalId: at.hospitalId });
    };
    await visit(place, "Katharina Schmidt", "1980-02-03");
    await visit(place, "Katharina Schmidt", "1955-01-01");
    await visit(place, "Xaver Obermoser", "1980-02-03");
    await visit(elsewhere, "Katharina Schmidt", "1980-02-03");
    const similar = async (name: string, bornOn?: string) =>
      (await findSimilarPatients(place.desk, { hospitalId: place.hospitalId, name, bornOn })).map(
        (one) => `${one.name} ${one.bornOn}`,
      );
    expect(await similar("Katharina Schmidt", "1980-02-03")).toEqual([
      "Katharina Schmidt 1980-02-03",
      "Katharina Schmidt 1955-01-01",
    ]);
    expect(await similar("Catharina Schmitt", "1980-02-03")).toEqual(["Katharina Schmidt 1980-02-03"]);
    expect(await similar("Catharina Schmitt")).toEqual([]);
    await expect(
      findSimilarPatients(elsewhere.desk, { hospitalId: place.hospitalId, name: "Katharina" }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});
