import { beforeEach, describe, expect, it } from "vitest";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import { rescheduleAppointment } from "@/lib/domain/appointments/reschedule-appointment";
import { planReminders } from "@/lib/domain/reminders/plan-reminders";
import { sendReminders } from "@/lib/domain/reminders/send-reminders";
import { config } from "@/lib/platform/config/config";
import { db } from "@/lib/platform/db/db";
import {
  createAppointment,
  createDoctor,
  createHospital,
  createPatient,
  createUser,
  inDays,
} from "@/tests/support/factories";
import { newProxy } from "./background-harness";
import {
  HOUR,
  inMinutes,
  planAsOf,
  planOf,
  remindableVisit,
  remindedEvents,
  remindersOf,
  visitIn,
} from "./reminders-harness";

beforeEach(() => db.reminderPlan.deleteMany());

describe("planning", () => {
  it("follows an appointment from its confirmation to its end", async () => {
    const { id, doctor, patient } = await visitIn(5 * 1440, { status: "PENDING" });
    expect(await planOf(id), "nothing is confirmed yet").toBeNull();
    await changeStatus(doctor.actor, id, { status: "CONFIRMED" });
    expect(await planOf(id)).toMatchObject({ needsPlanning: true, nextAt: null });
    await planReminders();
    const { startsAt } = await db.appointment.findUniqueOrThrow({ where: { id } });
    expect(await planOf(id)).toMatchObject({
      needsPlanning: false,
      nextAt: new Date(startsAt.getTime() - 72 * HOUR),
      plannedBy: [4320, 1440, 120],
    });
    await changeStatus(patient.actor, id, { status: "CANCELLED" });
    expect(await planOf(id)).toBeNull();
  });

  it("moves with the appointment", async () => {
    const { id, patient } = await visitIn(5 * 1440);
    await planReminders();
    const start = inDays(20, "11:00");
    await rescheduleAppointment(patient.actor, id, { start: start.toISOString() });
    await planReminders();
    expect((await planOf(id))?.nextAt).toEqual(new Date(start.getTime() - 72 * HOUR));
  });

  it("counts days by the clock of the place", async () => {
    const hospital = await createHospital({ timeZone: "Europe/Berlin" });
    const { doctor, schedule } = await createDoctor({
      hospitalId: hospital.id,
      schedule: { timeZone: "Europe/Berlin" },
    });
    const { patient } = await createPatient();
    // 10:00, on the day after the clocks have gone forward.
    const startsAt = new Date("2027-03-29T08:00:00Z");
    const { id } = await createAppointment(
      { doctorId: doctor.id, patientId: patient.id },
      { startsAt, hospitalId: hospital.id, scheduleId: schedule!.id },
    );
    await planReminders(new Date("2027-03-27T00:00:00Z"));
    expect((await planOf(id))?.nextAt).toEqual(new Date("2027-03-28T08:00:00Z"));
    await planAsOf(0);
    expect((await planOf(id))?.nextAt).toEqual(new Date("2027-03-26T09:00:00Z"));
  });

  it("leaves out what was agreed less than an hour before, and appointments in the past", async () => {
    const { id } = await visitIn(150);
    await planReminders();
    expect((await planOf(id))?.nextAt, "two hours before is in half an hour").toBeNull();
    const past = await visitIn(-60);
    expect(await planOf(past.id)).toBeNull();
  });
});

describe("a reminder that is due", () => {
  it("goes to every account that books for the patient, once, and is of no use after the start", async () => {
    const { id, patient, patientId } = await remindableVisit();
    const books = await newProxy(patientId, { scope: "BOOK" });
    await newProxy(patientId, { scope: "READ" });
    await newProxy(patientId, { scope: "ALL", expiresAt: inMinutes(-1) });
    expect(await sendReminders()).toBe(1);
    const { startsAt } = await db.appointment.findUniqueOrThrow({ where: { id } });
    const messages = await remindersOf(id);
    expect(messages.map(({ userId }) => userId).toSorted()).toEqual([patient.user.id, books.user.id].toSorted());
    expect(messages).toMatchObject([
      { channel: "EMAIL", state: "DUE", expiresAt: startsAt, patientId },
      { channel: "EMAIL", state: "DUE", expiresAt: startsAt, patientId },
    ]);
    expect(JSON.stringify(messages), "the names of patient and doctor stay out").not.toContain(patient.user.name);
    expect(await remindedEvents(id)).toBe(1);
    expect((await planOf(id))?.nextAt).toEqual(new Date(startsAt.getTime() - 2 * HOUR));
    expect(await sendReminders()).toBe(0);
    await planAsOf(5);
    await sendReminders();
    expect(await remindersOf(id), "planned once more for the same time, it is there already").toHaveLength(2);
  });

  it("goes by text to the phone of someone without an account, where texts are sent, but not at night", async () => {
    const { id, patientId } = await visitIn(0, { startsAt: inDays(2, "10:00") });
    await db.patientAccess.deleteMany({ where: { patientId } });
    await db.patient.update({ where: { id: patientId }, data: { phone: "+493055501" } });
    const textAt = async (now: Date) => {
      await planAsOf(0);
      await db.reminderPlan.updateMany({ data: { nextAt: inMinutes(-1) } });
      await db.message.deleteMany({ where: { about: `appointment:${id}` } });
      config.textMessages.gateway = { url: "http://localhost:1", headers: {}, body: "{to}{text}" };
      await sendReminders(now);
      config.textMessages.gateway = undefined;
      const [text, ...others] = await remindersOf(id);
      expect(text).toMatchObject({ channel: "SMS", userId: null, toAddress: "+493055501" });
      expect(others).toEqual([]);
      return text?.dueAt;
    };
    expect(await textAt(inDays(1, "20:30"))).toEqual(inDays(1, "20:30"));
    expect(await textAt(inDays(1, "22:00"))).toEqual(inDays(2, "08:00"));
  });

  it("is cancelled with the appointment, and when that moves, as long as it hasn't left", async () => {
    const [cancelled, moved] = [await remindableVisit(), await remindableVisit()];
    await planAsOf(5);
    await sendReminders();
    await changeStatus(cancelled.manager.actor, cancelled.id, { status: "CANCELLED", reason: "Ill" });
    await rescheduleAppointment(moved.patient.actor, moved.id, { start: inDays(9, "12:00").toISOString() });
    for (const { id } of [cancelled, moved])
      expect(await remindersOf(id)).toMatchObject([{ state: "CANCELLED", content: null }]);
  });

  it("comes once when several have come due while no worker was running", async () => {
    const { id } = await visitIn(100);
    await planAsOf(3 * 1440);
    expect(await sendReminders()).toBe(1);
    expect((await remindersOf(id)).map(({ key }) => key.split(":").at(-3))).toEqual(["120"]);
    expect((await planOf(id))?.nextAt).toBeNull();
  });

  it("doesn't ask anyone to come to an appointment that needs a new time", async () => {
    const { id } = await remindableVisit({ needsRebooking: true });
    expect(await sendReminders()).toBe(1);
    expect([await remindersOf(id), await remindedEvents(id)]).toEqual([[], 0]);
  });

  it("isn't sent to a suspended account", async () => {
    const { id, patient } = await remindableVisit();
    await db.user.update({ where: { id: patient.user.id }, data: { status: "SUSPENDED" } });
    await sendReminders();
    expect(await remindersOf(id)).toEqual([]);
  });
});

describe("two workers", () => {
  it("send each of many reminders once", async () => {
    const [{ doctor }, user] = [await createDoctor(), await createUser()];
    const { patient } = await createPatient({ user });
    await db.reminderPlan.deleteMany();
    const others = await Promise.all(Array.from({ length: 60 }, () => createDoctor({ schedule: null })));
    const ids = await Promise.all(
      [doctor, ...others.map((one) => one.doctor)].map(async (one, nth) => {
        const own = nth === 0 ? patient : (await createPatient()).patient;
        const { id } = await createAppointment({ doctorId: one.id, patientId: own.id }, { startsAt: inMinutes(1439) });
        return id;
      }),
    );
    await planAsOf(5);
    const sent = await Promise.all([sendReminders(), sendReminders(), planReminders(), sendReminders()]);
    expect(sent[0] + sent[1] + sent[3]).toBe(61);
    const about = ids.map((id) => `appointment:${id}`);
    expect(await db.message.count({ where: { about: { in: about } } })).toBe(61);
    expect(await db.domainEvent.count({ where: { aggregateId: { in: ids }, type: "appointment.reminded" } })).toBe(61);
  });
});
