import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db/db";
import { changeAffiliation } from "@/lib/domain/affiliations/change-affiliation";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import { rescheduleAppointment } from "@/lib/domain/appointments/reschedule-appointment";
import { changeBedBooking } from "@/lib/domain/beds/change-bed-booking";
import { markCalled } from "@/lib/domain/contacts/mark-called";
import { countToCall, listToCall } from "@/lib/domain/contacts/queries";
import { replaceSchedule } from "@/lib/domain/schedules/save-schedule";
import { getSchedule } from "@/lib/domain/schedules/queries";
import { toScheduleOutput } from "@/lib/domain/schedules/output";
import { atTime } from "@/tests/support/at-time";
import { actorOf, createCast, newStaff } from "../support/actors";
import { createAppointment, createDoctor, createHospital, createPatient, inDays } from "../support/factories";
import { outcome } from "../support/outcome";
import { createHouse, createStay, inHours } from "./beds-cast";

type Cast = Awaited<ReturnType<typeof createCast>>;

let cast: Cast;
beforeAll(async () => {
  cast = await createCast();
});

/** A patient the desk once created: no account, and their phone number, if any. */
const withoutAccount = (phone: string | null = "+49 30 5550123") =>
  db.patient.create({ data: { name: "Noor Without Account", phone } });

/** A visit tomorrow with the cast's doctor at its hospital. */
async function visit(patientId: string, over: Parameters<typeof createAppointment>[1] = {}) {
  const own = await createDoctor({ hospitalId: cast.hospital.id });
  const row = await createAppointment(
    { doctorId: own.doctor.id, patientId },
    {
      status: "CONFIRMED",
      hospitalId: cast.hospital.id,
      scheduleId: own.schedule!.id,
      startsAt: inDays(1, "10:00"),
      ...over,
    },
  );
  return { ...row, own };
}

const cancel = (id: string) =>
  changeStatus(cast.coordinator.actor, id, { status: "CANCELLED", reason: "The doctor is ill" });
const callsAbout = (appointmentId: string) => db.toCall.findMany({ where: { appointmentId }, orderBy: { id: "asc" } });
const stateOf = (call: { reason: string; doneAt: Date | null; withdrawnAt: Date | null }) =>
  `${call.reason} ${call.doneAt ? "done" : call.withdrawnAt ? "withdrawn" : "open"}`;

describe("a change that concerns a person", () => {
  it("notifies an account, and puts no one on the To call list", async () => {
    const { patient } = await createPatient();
    const { id } = await visit(patient.id);
    const { notified } = await cancel(id);
    expect(notified).toEqual({ by: "NOTIFICATION", phone: null });
    expect(await callsAbout(id)).toEqual([]);
  });

  it("asks for a phone call without an account, and when the account is suspended or its access has ended", async () => {
    const phone = "+49 30 5550123";
    const suspended = await createPatient({ over: { phone } });
    await db.user.update({ where: { id: suspended.user.id }, data: { status: "SUSPENDED" } });
    const ended = { relation: "OTHER", expiresAt: new Date(Date.now() - 1000) } as const;
    const over = await createPatient({ over: { phone }, access: ended });
    for (const patient of [await withoutAccount(phone), suspended.patient, over.patient]) {
      const { id } = await visit(patient.id);
      const { notified } = await cancel(id);
      expect(notified).toEqual({ by: "PHONE", phone });
      expect((await callsAbout(id)).map(stateOf)).toEqual(["appointment.cancelled open"]);
    }
  });

  it("says so when there is no way to reach them, and lists them all the same", async () => {
    const { id } = await visit((await withoutAccount(null)).id);
    const { notified } = await cancel(id);
    expect(notified).toEqual({ by: "NONE", phone: null });
    expect(await callsAbout(id)).toHaveLength(1);
  });

  it("does not notify the person who made it", async () => {
    const { user, patient } = await createPatient();
    const { id } = await visit(patient.id);
    const { notified } = await changeStatus(await actorOf(user), id, { status: "CANCELLED" });
    expect(notified).toBeNull();
    expect(await callsAbout(id)).toEqual([]);
  });

  it("includes changes to bed bookings", async () => {
    const house = await createHouse();
    const stay = await createStay(house, "REQUESTED", { startsAt: inHours(2) });
    await db.patientAccess.deleteMany({ where: { patientId: stay.patient.id } });
    const { notified } = await changeBedBooking(house.coordinator, stay.row.id, {
      status: "DECLINED",
      reason: "The ward is full",
    });
    expect(notified?.by).toBe("NONE");
    expect(
      await db.toCall.count({ where: { bedBookingId: stay.row.id, hospitalId: house.hospital.id, doctorId: null } }),
    ).toBe(1);
  });
});

describe("the To call list", () => {
  it("has one entry per thing and reason, which a later change replaces, and none for a person who has come", async () => {
    const { id, own } = await visit((await withoutAccount()).id);
    const doctor = await actorOf(own.user);
    await rescheduleAppointment(doctor, id, { start: inDays(1, "11:00").toISOString() });
    await rescheduleAppointment(doctor, id, { start: inDays(1, "12:00").toISOString() });
    expect((await callsAbout(id)).map(stateOf)).toEqual(["appointment.rescheduled open"]);
    await changeStatus(doctor, id, { status: "CANCELLED", reason: "Ill" });
    expect((await callsAbout(id)).map(stateOf)).toEqual([
      "appointment.rescheduled withdrawn",
      "appointment.cancelled open",
    ]);

    const other = await visit((await withoutAccount()).id);
    const otherDoctor = await actorOf(other.own.user);
    await rescheduleAppointment(otherDoctor, other.id, { start: inDays(1, "11:00").toISOString() });
    await atTime(inDays(1, "10:30"), () => changeStatus(otherDoctor, other.id, { status: "CHECKED_IN" }));
    expect((await callsAbout(other.id)).map(stateOf)).toEqual(["appointment.rescheduled withdrawn"]);
  });

  it("drops those who needed another time when the hours cover their visit again", async () => {
    const { id, own } = await visit((await withoutAccount()).id);
    const doctor = await actorOf(own.user);
    const {
      id: _,
      doctorId: __,
      version: ___,
      ...hours
    } = toScheduleOutput(await getSchedule(doctor, own.schedule!.id));
    const closed = await replaceSchedule(doctor, own.schedule!.id, { ...hours, rules: [] });
    expect(closed.notified).toEqual({ told: 0, toCall: 1 });
    expect((await callsAbout(id)).map(stateOf)).toEqual(["appointment.needs-rebooking open"]);
    await replaceSchedule(doctor, own.schedule!.id, hours);
    expect((await callsAbout(id)).map(stateOf)).toEqual(["appointment.needs-rebooking withdrawn"]);
  });

  it("counts who is notified and who must be phoned when a doctor leaves a hospital", async () => {
    const { own } = await visit((await withoutAccount()).id);
    const { patient } = await createPatient();
    await createAppointment(
      { doctorId: own.doctor.id, patientId: patient.id },
      { status: "CONFIRMED", hospitalId: cast.hospital.id, scheduleId: own.schedule!.id, startsAt: inDays(2, "10:00") },
    );
    const affiliation = await db.affiliation.findFirstOrThrow({ where: { doctorId: own.doctor.id } });
    const { notified } = await changeAffiliation(cast.manager.actor, affiliation.id, {
      status: "ENDED",
      reason: "Moves away",
    });
    expect(notified).toEqual({ told: 1, toCall: 1 });
  });

  it("is visible to the hospital's desk and the doctor concerned, and no one else", async () => {
    const { id, own } = await visit((await withoutAccount()).id);
    await changeStatus(cast.coordinator.actor, id, { status: "CANCELLED", reason: "Ill" });
    const [call] = await callsAbout(id);
    const sees = async (actor: Parameters<typeof listToCall>[0]) =>
      (await listToCall(actor, { status: "open" }, { limit: 100 })).items.some((item) => item.id === call!.id);
    const stranger = await newStaff((await createHospital()).id, "MANAGER");
    expect([
      await sees(cast.coordinator.actor),
      await sees(cast.manager.actor),
      await sees(await actorOf(own.user)),
    ]).toEqual([true, true, true]);
    const others = [stranger.actor, cast.doctor.actor, cast.patient.actor, cast.admin.actor];
    for (const actor of others) {
      expect(await sees(actor)).toBe(false);
      expect(await outcome(markCalled(actor, call!.id))).toBe("not-found");
    }
  });

  it("marks an entry as called once, with who and when, and again changes nothing", async () => {
    const { id } = await visit((await withoutAccount()).id);
    await changeStatus(cast.coordinator.actor, id, { status: "CANCELLED", reason: "Ill" });
    const [call] = await callsAbout(id);
    const before = await countToCall(cast.coordinator.actor);
    const done = await markCalled(cast.coordinator.actor, call!.id);
    expect(await markCalled(cast.manager.actor, call!.id)).toMatchObject({
      doneAt: done.doneAt,
      version: done.version,
    });
    expect(await db.toCall.findUniqueOrThrow({ where: { id: call!.id } })).toMatchObject({
      doneByUserId: cast.coordinator.actor.userId,
      version: 2,
    });
    expect(await countToCall(cast.coordinator.actor)).toBe(before - 1);
    expect(await db.auditEntry.count({ where: { action: "to-call.done", subjectId: call!.id } })).toBe(1);
    expect(await db.domainEvent.count({ where: { aggregate: "to-call", aggregateId: call!.id } })).toBe(2);
  });

  it("refuses to mark an entry that no longer applies", async () => {
    const { id } = await visit((await withoutAccount()).id);
    await rescheduleAppointment(cast.coordinator.actor, id, { start: inDays(1, "11:00").toISOString() });
    const [call] = await callsAbout(id);
    await changeStatus(cast.coordinator.actor, id, { status: "CANCELLED", reason: "Ill" });
    expect(await outcome(markCalled(cast.coordinator.actor, call!.id))).toBe("invalid-transition");
  });
});
