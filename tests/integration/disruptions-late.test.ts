import { describe, expect, it } from "vitest";
import { announceLate, previewLate } from "@/lib/domain/disruptions/announce-late";
import { findDelay, getDelay, listDelays } from "@/lib/domain/disruptions/list-delays";
import { getDisruption } from "@/lib/domain/disruptions/queries";
import { endDisruption, tellNow, undoDisruption } from "@/lib/domain/disruptions/step-disruption";
import { tellPatients, tendDisruptions } from "@/lib/domain/disruptions/tell-patients";
import { db } from "@/lib/platform/db/db";
import { DAY_MS, MINUTE_MS } from "@/lib/platform/time/iso-text";
import { newStaff } from "../support/actors";
import { createHospital, inDays } from "../support/factories";
import { outcome } from "../support/outcome";
import { newPractice, visitAt, type Practice } from "./disruptions-harness";
import { eventsOf } from "./stored-events";

/** A morning on which nothing of today's is over, whatever the time is. */
const MORNING = inDays(1, "07:40");
const SOON = new Date(MORNING.getTime() + 3 * MINUTE_MS);
const late = ({ doctor, hospitalId }: Practice, minutes: number) => ({
  doctorId: doctor.doctorId,
  hospitalId,
  minutes,
});
const expectedOf = async (id: string, now: Date) => {
  const visit = await db.appointment.findUniqueOrThrow({ where: { id } });
  return (await findDelay(visit, now))?.expectedAt ?? null;
};

describe("a doctor who runs late", () => {
  it("tells patients who are due here today and haven't arrived, and moves no appointment", async () => {
    const practice = await newPractice();
    const [coming, here] = [await visitAt(practice, inDays(1, "09:00")), await visitAt(practice, inDays(1, "09:30"))];
    await db.appointment.update({
      where: { id: here.id },
      data: { status: "CHECKED_IN", checkedInAt: MORNING, version: { increment: 1 } },
    });
    const tomorrow = await visitAt(practice, inDays(2, "09:00"));
    const affected = await previewLate(practice.desk, late(practice, 40), MORNING);
    expect(affected.map(({ visit, reach }) => [visit.id, reach.by])).toEqual([[coming.id, "NOTIFICATION"]]);
    const { id } = await announceLate(practice.desk, late(practice, 40), MORNING);
    expect(await expectedOf(coming.id, MORNING), "its patient isn't told yet").toBeNull();
    await tellPatients(id, SOON);
    await tellPatients(id, SOON);
    expect(await eventsOf(coming.id)).toEqual(["appointment.delayed"]);
    expect([await eventsOf(here.id), await eventsOf(tomorrow.id)]).toEqual([[], []]);
    expect(await expectedOf(coming.id, SOON)).toEqual(inDays(1, "09:40"));
    expect(await expectedOf(here.id, SOON)).toEqual(inDays(1, "10:10"));
    expect(await expectedOf(tomorrow.id, SOON)).toBeNull();
    expect((await db.appointment.findUniqueOrThrow({ where: { id: coming.id } })).startsAt).toEqual(inDays(1, "09:00"));
  });

  it("tells patients again when the number changes, and then ends the delay before", async () => {
    const practice = await newPractice();
    const visit = await visitAt(practice, inDays(1, "09:00"));
    const first = await announceLate(practice.desk, late(practice, 20), MORNING);
    await tellPatients(first.id, SOON);
    const second = await announceLate(practice.desk, late(practice, 40), SOON);
    expect(await expectedOf(visit.id, SOON)).toEqual(inDays(1, "09:20"));
    const third = await announceLate(practice.desk, late(practice, 60), SOON);
    expect((await getDisruption(practice.desk, second.id)).status, "no one was told of it").toBe("UNDONE");
    await tellNow(practice.desk, { id: third.id });
    await tellPatients(third.id, SOON);
    expect(await eventsOf(visit.id)).toEqual(["appointment.delayed", "appointment.delayed"]);
    expect((await getDisruption(practice.desk, first.id)).status).toBe("ENDED");
    expect(await expectedOf(visit.id, SOON)).toEqual(inDays(1, "10:00"));
    expect(await outcome(undoDisruption(practice.desk, { id: third.id }))).toBe("invalid-transition");
  });

  it("tells patients who know of a longer delay that they are due now, or sooner than they were told", async () => {
    const practice = await newPractice();
    const at = (time: `${number}:${number}`) => inDays(1, time);
    const [due, called, later] = [
      await visitAt(practice, at("09:00")),
      await visitAt(practice, at("08:30"), "phone"),
      await visitAt(practice, at("09:30")),
    ];
    const over = await visitAt(practice, at("06:30"));
    const first = await announceLate(practice.desk, late(practice, 60), at("08:25"));
    await tellPatients(first.id, at("08:28"));
    expect(await expectedOf(due.id, at("09:24"))).toEqual(at("10:00"));
    const affected = await previewLate(practice.desk, late(practice, 20), at("09:24"));
    expect(affected.map(({ visit }) => visit.id)).toEqual([called.id, due.id, later.id]);
    const second = await announceLate(practice.desk, late(practice, 20), at("09:24"));
    await tellPatients(second.id, at("09:27"));
    expect(await eventsOf(due.id)).toEqual(["appointment.delayed", "appointment.on-time"]);
    expect(await eventsOf(later.id)).toEqual(["appointment.delayed", "appointment.delayed"]);
    expect(await expectedOf(due.id, at("09:27"))).toBeNull();
    expect(await expectedOf(later.id, at("09:27"))).toEqual(at("09:50"));
    const calls = await db.toCall.findMany({ where: { appointmentId: called.id, withdrawnAt: null } });
    expect(calls.map(({ reason }) => reason)).toEqual(["appointment.on-time"]);
    expect(await eventsOf(over.id), "due long before").toEqual([]);
    const third = await announceLate(practice.desk, late(practice, 10), at("09:30"));
    await tellPatients(third.id, at("09:33"));
    expect(await eventsOf(due.id), "once").toEqual(["appointment.delayed", "appointment.on-time"]);
  });

  it("tells the same patients when it is ended, and ends by itself at midnight without telling anyone", async () => {
    const practice = await newPractice();
    const [told, called] = [
      await visitAt(practice, inDays(1, "09:00")),
      await visitAt(practice, inDays(1, "10:00"), "phone"),
    ];
    const first = await announceLate(practice.desk, late(practice, 30), MORNING);
    await tellPatients(first.id, SOON);
    await endDisruption(practice.desk, { id: first.id });
    expect(await eventsOf(told.id)).toEqual(["appointment.delayed", "appointment.on-time"]);
    const calls = await db.toCall.findMany({
      where: { appointmentId: called.id, withdrawnAt: null },
      select: { reason: true },
    });
    expect(calls).toEqual([{ reason: "appointment.on-time" }]);
    const second = await announceLate(practice.desk, late(practice, 30), SOON);
    await tellPatients(second.id, new Date(SOON.getTime() + 3 * MINUTE_MS));
    await tendDisruptions(new Date(MORNING.getTime() + DAY_MS));
    expect((await getDisruption(practice.desk, second.id)).status).toBe("ENDED");
    expect((await eventsOf(told.id)).length).toBe(3);
    expect(await listDelays([practice.doctor.doctorId], SOON)).toEqual([]);
  });

  it("is announced by the doctor or their front desk, and read by those who see the appointment", async () => {
    const practice = await newPractice();
    const visit = await visitAt(practice, inDays(1, "09:00"));
    const stranger = (await newStaff((await createHospital()).id)).actor;
    expect(await outcome(announceLate(stranger, late(practice, 40), MORNING))).toBe("not-found");
    expect(await outcome(getDelay(stranger, visit.id))).toBe("not-found");
    expect(await getDelay(visit.actor, visit.id)).toMatchObject({ minutes: null });
  });
});
