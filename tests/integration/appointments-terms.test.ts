import { beforeAll, describe, expect, it } from "vitest";
import { bookAppointment } from "@/lib/domain/appointments/book-appointment";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import { toOutput } from "@/lib/domain/appointments/output";
import { holdSlot } from "@/lib/domain/appointments/hold-slot";
import { rescheduleAppointment } from "@/lib/domain/appointments/reschedule-appointment";
import { getDoctorProfile } from "@/lib/domain/doctors/queries";
import { updateOwnProfile } from "@/lib/domain/doctors/internal/update-own-profile";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { bookWalkIn } from "@/lib/domain/appointments/book-walk-in";
import { notePromises } from "@/lib/domain/appointments/note-promises";
import { promisedOffset } from "@/lib/domain/appointments/rules-shift";
import { actorOf, newStaff } from "../support/actors";
import { createAppointment, createDoctor, createHospital, createPatient, inDays } from "../support/factories";
import { morning } from "../support/morning";
import { outcome } from "../support/outcome";
import { EMPTY_PROFILE } from "./own-profile";
import { practice, stored, ZONE } from "./appointments-shifted-harness";
import { eventsOf } from "./stored-events";

const MINUTE = 60_000;
/** Three days. A visit within them can be changed during the grace period only. */
const NOTICE = 3 * 1440;

describe("the cancellation terms", () => {
  let actor: Actor;
  let patientId: string;
  let doctor: Awaited<ReturnType<typeof createDoctor>>;
  const start = inDays(2, "10:00").toISOString();

  beforeAll(async () => {
    const made = await createPatient();
    [actor, patientId] = [await actorOf(made.user), made.patient.id];
    doctor = await createDoctor({ schedule: { cancellationNoticeMinutes: NOTICE, autoConfirm: false } });
  });

  const graceOver = (id: string) =>
    db.appointment.update({ where: { id }, data: { graceUntil: new Date(Date.now() - 1), version: { increment: 1 } } });

  it("are shown with a hold before booking, and the visit keeps to them", async () => {
    const { terms } = await holdSlot(actor, { doctorId: doctor.doctor.id, start });
    expect(terms).toMatchObject({ needsConfirmation: true, cancellationNoticeMinutes: NOTICE, isInsideNotice: true });
    expect(Math.abs(Date.parse(terms.changeUntil) - Date.now() - 15 * MINUTE)).toBeLessThan(MINUTE);
    const far = await holdSlot(actor, { doctorId: doctor.doctor.id, start: inDays(9, "10:00").toISOString() });
    expect(far.terms).toMatchObject({ isInsideNotice: false, changeUntil: inDays(6, "10:00").toISOString() });
  });

  it("let a patient who booked inside the notice cancel and reschedule for a quarter of an hour, and no longer", async () => {
    const first = await bookAppointment(actor, { doctorId: doctor.doctor.id, start });
    expect(Math.abs(Date.parse(toOutput(first).changeUntil) - first.createdAt.getTime() - 15 * MINUTE)).toBeLessThan(
      1000,
    );
    const moved = await rescheduleAppointment(actor, first.id, { start: inDays(2, "11:00").toISOString() });
    expect(moved.graceUntil, "a grace does not renew itself").toEqual(first.graceUntil);
    expect(await outcome(changeStatus(actor, first.id, { status: "CANCELLED" }))).toBe("ok");
    const second = await bookAppointment(actor, {
      doctorId: doctor.doctor.id,
      start: inDays(2, "12:00").toISOString(),
    });
    await graceOver(second.id);
    expect(await outcome(changeStatus(actor, second.id, { status: "CANCELLED" }))).toBe("cancellation-notice");
    expect(await outcome(rescheduleAppointment(actor, second.id, { start: inDays(9, "11:00").toISOString() }))).toBe(
      "cancellation-notice",
    );
  });

  it("give a patient moved by the practice a day to answer, and one asked to rebook until the start", async () => {
    const whose = { doctorId: doctor.doctor.id, patientId };
    const booked = { cancellationNoticeMinutes: NOTICE, scheduleId: doctor.schedule!.id };
    const moved = await createAppointment(whose, { ...booked, startsAt: inDays(5, "15:00") });
    await rescheduleAppointment(await actorOf(doctor.user), moved.id, { start: inDays(2, "15:00").toISOString() });
    expect(await outcome(changeStatus(actor, moved.id, { status: "CANCELLED" }))).toBe("ok");
    const displaced = await createAppointment(whose, { ...booked, startsAt: inDays(1, "15:00"), needsRebooking: true });
    expect(await outcome(rescheduleAppointment(actor, displaced.id, { start: inDays(2, "16:00").toISOString() }))).toBe(
      "ok",
    );
  });

  it("include the practice's phone number, which patients read with its place", async () => {
    const own = await actorOf(doctor.user);
    await updateOwnProfile(own, { ...EMPTY_PROFILE, phone: "+49 30 5550 100" });
    expect((await getDoctorProfile({ id: doctor.doctor.id })).places).toMatchObject([
      { hospital: null, phone: "+49305550100" },
    ]);
    await updateOwnProfile(own, { ...EMPTY_PROFILE, version: 2 });
    expect((await getDoctorProfile({ id: doctor.doctor.id })).places, "left out, it stays").toMatchObject([
      { phone: "+49305550100" },
    ]);
  });
});

describe("an agreed time", () => {
  it("keeps the offset that was promised when it is booked, added as a walk-in or moved", async () => {
    const { id: hospitalId } = await createHospital({ timeZone: morning() });
    const { actor, doctor, patient } = await practice(hospitalId);
    const start = inDays(3, "10:00");
    const booked = await bookAppointment(patient.actor, { doctorId: doctor.id, start: start.toISOString() });
    expect((await stored(booked.id)).promisedOffsetMinutes).toBe(promisedOffset(start, ZONE));
    // A row of an older version, moved.
    await db.appointment.update({ where: { id: booked.id }, data: { promisedOffsetMinutes: null } });
    const moved = await rescheduleAppointment(actor, booked.id, { start: inDays(3, "11:00").toISOString() });
    expect((await stored(moved.id)).promisedOffsetMinutes).toBe(promisedOffset(start, ZONE));
    const { actor: desk } = await newStaff(hospitalId, "COORDINATOR");
    const walkIn = await bookWalkIn(desk, {
      hospitalId,
      doctorId: doctor.id,
      patient: { name: "Walked In" },
      when: "NEXT",
      checkIn: false,
    });
    const row = await stored(walkIn.id);
    expect(row.promisedOffsetMinutes).toBe(promisedOffset(row.startsAt, ZONE));
  });
});

it("upcoming visits of an older version get their promised offset once, and nothing else changes", async () => {
  const { visit } = await practice((await createHospital()).id);
  const [coming, over] = [await visit(inDays(9, "09:00"), null), await visit(new Date(Date.now() - 60 * MINUTE), null)];
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
