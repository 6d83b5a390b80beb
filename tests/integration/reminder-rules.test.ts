import { beforeEach, describe, expect, it } from "vitest";
import { replanReminders } from "@/lib/domain/reminders/replan-reminders";
import { planReminders } from "@/lib/domain/reminders/plan-reminders";
import { remindNow } from "@/lib/domain/reminders/remind-now";
import { saveReminderRule } from "@/lib/domain/reminders/save-reminder-rule";
import { sendReminders } from "@/lib/domain/reminders/send-reminders";
import { inSqlTransaction } from "@/lib/actor/transaction";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { confirmAttendance } from "@/lib/domain/appointments/confirm-attendance";
import { rescheduleAppointment } from "@/lib/domain/appointments/reschedule-appointment";
import { duePlans } from "@/lib/domain/reminders/statements";
import { queueMessages } from "@/lib/domain/messages/queue-messages";
import { db, Prisma } from "@/lib/platform/db/db";
import { inDays } from "@/tests/support/factories";
import { inMinutes, planAsOf, planOf, remindableVisit, remindersOf, visitIn } from "./reminders-harness";

beforeEach(() => db.reminderPlan.deleteMany());

const rule = (...minutesBefore: number[]) => ({ own: { minutesBefore, callsUnconfirmed: false } });

describe("rules", () => {
  it("are the doctor's, else the hospital's, else the usual ones, and reschedule reminders still to come", async () => {
    const { id, doctor, manager, hospital } = await visitIn(10 * 1440);
    const ofHospital = { doctorId: null, hospitalId: hospital.id };
    const ofDoctor = { doctorId: doctor.doctorId, hospitalId: null };
    const plannedAfter = async (owner: typeof ofHospital | typeof ofDoctor) => {
      await replanReminders(owner);
      await planReminders();
      return (await planOf(id))?.plannedBy;
    };
    await planReminders();
    expect((await planOf(id))?.plannedBy).toEqual([4320, 1440, 120]);
    await saveReminderRule(manager.actor, ofHospital, rule(60, 1440));
    expect(await plannedAfter(ofHospital)).toEqual([1440, 60]);
    await saveReminderRule(doctor.actor, ofDoctor, rule(180));
    expect(await plannedAfter(ofDoctor)).toEqual([180]);
    await saveReminderRule(manager.actor, ofHospital, rule());
    expect(await plannedAfter(ofHospital), "the doctor's own stands").toEqual([180]);
    await saveReminderRule(doctor.actor, ofDoctor, { own: null });
    expect(await plannedAfter(ofDoctor)).toEqual([]);
    expect((await planOf(id))?.nextAt, "off").toBeNull();
    expect(await replanReminders(ofHospital), "nothing is left to do").toBe(0);
  });

  it("queue the job that reschedules, in the same transaction", async () => {
    const { doctor } = await visitIn(1440);
    await saveReminderRule(doctor.actor, { doctorId: doctor.doctorId, hospitalId: null }, rule(60));
    const jobs = await db.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE task_identifier = 'replan-reminders'`;
    expect(jobs[0]?.n).toBeGreaterThan(0);
  });

  it("that have changed apply to what is due, too", async () => {
    const { id, doctor } = await remindableVisit();
    await saveReminderRule(doctor.actor, { doctorId: doctor.doctorId, hospitalId: null }, rule(120));
    expect(await sendReminders()).toBe(1);
    expect(await remindersOf(id)).toEqual([]);
  });

  it("can't be read or changed by anyone else", async () => {
    const [here, there] = [await visitIn(1440), await visitIn(1441)];
    const owner = { doctorId: null, hospitalId: here.hospital.id };
    await expect(saveReminderRule(there.manager.actor, owner, rule(60))).rejects.toMatchObject({ code: "not-found" });
    await expect(saveReminderRule(here.coordinator.actor, owner, rule(60))).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("keep within what the database allows", async () => {
    const { hospital } = await visitIn(1440);
    for (const minutesBefore of [[10], [50_000], [60, 90, 120, 150, 180, 210]])
      await expect(db.reminderRule.create({ data: { hospitalId: hospital.id, minutesBefore } })).rejects.toThrow();
  });
});

it("a visit that moves while its reminder is being queued leaves none behind", async () => {
  const { id, patient } = await remindableVisit();
  await planAsOf(5);
  let moving: Promise<unknown> | undefined;
  await inSqlTransaction(SYSTEM_ACTOR, async (tx) => {
    const [due] = await duePlans(tx, 10);
    expect(due?.id).toBe(id);
    moving = rescheduleAppointment(patient.actor, id, { start: inDays(9, "12:00").toISOString() });
    await tx.$queryRaw(Prisma.sql`SELECT pg_sleep(0.3)`);
    const letter = { subject: "", body: [], why: "" };
    const draft = { key: `reminder:${id}`, userId: patient.user.id, channel: "EMAIL", content: { letter } } as const;
    await queueMessages(tx, [{ ...draft, reason: "appointment.reminded", about: `appointment:${id}` }]);
  });
  await moving;
  expect(await remindersOf(id)).toMatchObject([{ state: "CANCELLED" }]);
});

it("a visit that moves while the practice sends a reminder leaves none for its old time", async () => {
  const { id, doctor, patient } = await visitIn(5 * 1440);
  const start = inDays(20, "11:00").toISOString();
  await Promise.allSettled([remindNow(doctor.actor, id), rescheduleAppointment(patient.actor, id, { start })]);
  const waiting = (await remindersOf(id)).filter(({ state }) => state !== "CANCELLED");
  for (const { key } of waiting) expect(key).toContain(start);
});

describe("those who haven't confirmed", () => {
  it("are on the To call list from the day before, until they say that they will come", async () => {
    const { id, doctor, patient } = await visitIn(0, { startsAt: inDays(2, "10:00") });
    const other = await visitIn(0, { startsAt: inDays(2, "11:00") });
    await confirmAttendance(other.patient.actor, other.id);
    const calls = { own: { minutesBefore: [], callsUnconfirmed: true } };
    for (const one of [doctor, other.doctor])
      await saveReminderRule(one.actor, { doctorId: one.doctorId, hospitalId: null }, calls);
    await planAsOf(0);
    expect((await planOf(id))?.nextAt).toEqual(inDays(1, "09:00"));
    await db.reminderPlan.updateMany({ data: { nextAt: inMinutes(-1) } });
    const calledFor = (appointmentId: string) =>
      db.toCall.findMany({ where: { appointmentId }, select: { reason: true, withdrawnAt: true } });
    expect(await sendReminders(inDays(1, "09:30"))).toBe(2);
    expect(await calledFor(id)).toEqual([{ reason: "appointment.unconfirmed", withdrawnAt: null }]);
    expect(await calledFor(other.id)).toEqual([]);
    await confirmAttendance(patient.actor, id);
    expect(await calledFor(id)).toEqual([{ reason: "appointment.unconfirmed", withdrawnAt: expect.any(Date) }]);
  });
});
