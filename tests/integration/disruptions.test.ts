import { describe, expect, it } from "vitest";
import { announceAway, previewAway } from "@/lib/domain/disruptions/announce-away";
import { toPreview } from "@/lib/domain/disruptions/output";
import { getDisruption, listDisruptions, listVisitsOf } from "@/lib/domain/disruptions/queries";
import { endDisruption, tellNow, undoDisruption } from "@/lib/domain/disruptions/step-disruption";
import { tellPatients, tendDisruptions } from "@/lib/domain/disruptions/tell-patients";
import { getAvailability } from "@/lib/domain/schedules/queries";
import { db } from "@/lib/platform/db/db";
import { newDoctor, newStaff } from "../support/actors";
import { createHospital, inDays } from "../support/factories";
import { outcome } from "../support/outcome";
import { afterwards, awayOn, dateIn, newPractice, visitAt } from "./disruptions-harness";
import { eventsOf } from "./stored-events";

const freeOn = async (doctorId: string, days: number) => {
  const [from, to] = [inDays(days, "00:00").toISOString(), inDays(days + 1, "00:00").toISOString()];
  return (await getAvailability(doctorId, { from, to })).slots.length;
};
const exceptionsOf = async (id: string) => (await db.schedule.findUniqueOrThrow({ where: { id } })).exceptions;

describe("a doctor who is away", () => {
  it("is previewed with how each patient would be told, and changes nothing until it is announced", async () => {
    const practice = await newPractice();
    await visitAt(practice, inDays(2, "09:00"));
    await visitAt(practice, inDays(2, "10:00"), "phone");
    await visitAt(practice, inDays(2, "11:00"), "none");
    await visitAt(practice, inDays(3, "09:00"));
    const { counts, visits } = toPreview(await previewAway(practice.desk, awayOn(practice, 2)));
    expect(counts).toEqual({ visits: 3, told: 1, toCall: 1, unreachable: 1 });
    expect(visits.map(({ by }) => by)).toEqual(["NOTIFICATION", "PHONE", "NONE"]);
    expect(await exceptionsOf(practice.doctor.scheduleId)).toEqual([]);
  });

  it("can't be booked at once, and the patients are told once, two minutes later", async () => {
    const practice = await newPractice();
    const { doctorId, scheduleId, actor } = practice.doctor;
    const told = await visitAt(practice, inDays(2, "09:00"));
    const called = await visitAt(practice, inDays(2, "10:00"), "phone");
    const { id, status } = await announceAway(actor, awayOn(practice, 2));
    expect([status, await freeOn(doctorId, 2)]).toEqual(["PREPARED", 0]);
    await tellPatients(id);
    expect(await eventsOf(told.id), "no one is told before it is due").toEqual([]);

    await Promise.all([tellPatients(id, afterwards()), tellPatients(id, afterwards())]);
    await tendDisruptions(afterwards());
    expect(await eventsOf(told.id)).toEqual(["appointment.needs-rebooking"]);
    expect(await eventsOf(id)).toEqual(["disruption.prepared", "disruption.announced", "disruption.progressed"]);
    expect((await getDisruption(practice.desk, id)).progress).toEqual({
      ...{ visits: 2, told: 1, toCall: 1, unreachable: 0 },
      ...{ handled: 2, settled: 0 },
    });
    const calls = await db.toCall.findMany({ where: { doctorId }, select: { appointmentId: true, reason: true } });
    expect(calls).toEqual([{ appointmentId: called.id, reason: "appointment.needs-rebooking" }]);
    expect(await exceptionsOf(scheduleId)).toEqual([{ kind: "block", date: dateIn(2), intervals: null }]);
    const { items } = await listVisitsOf(actor, id, { limit: 1 });
    expect(items).toHaveLength(1);
  });

  it("can be away for hours of each day, and at every place for the doctor alone", async () => {
    const practice = await newPractice();
    const hours = { start: "09:00", end: "12:00" };
    const everywhere = { hospitalId: null, to: dateIn(3), interval: hours };
    expect(await outcome(announceAway(practice.desk, awayOn(practice, 2, everywhere)))).toBe("not-found");
    const row = await announceAway(practice.doctor.actor, awayOn(practice, 2, everywhere));
    expect(await freeOn(practice.doctor.doctorId, 3)).toBe(10);
    expect(await getDisruption(practice.desk, row.id)).toMatchObject({ hospitalId: null });
    expect(await outcome(undoDisruption(practice.desk, { id: row.id }))).toBe("forbidden");
  });

  it("is hidden from other hospitals and doctors, and refused for days that are over", async () => {
    const practice = await newPractice();
    const stranger = (await newStaff((await createHospital()).id)).actor;
    const { id } = await announceAway(practice.desk, awayOn(practice, 2));
    for (const actor of [stranger, (await newDoctor()).actor]) {
      expect(await outcome(previewAway(actor, awayOn(practice, 2)))).toBe("not-found");
      expect(await outcome(undoDisruption(actor, { id }))).toBe("not-found");
      expect((await listDisruptions(actor, { limit: 10 })).items).toEqual([]);
    }
    const own = { ...awayOn(practice, 2), hospitalId: stranger.hospitalId };
    expect(await outcome(previewAway(stranger, own)), "a doctor who has no hours there").toBe("not-found");
    expect(await outcome(previewAway(practice.desk, awayOn(practice, -2)))).toBe("invalid");
  });
});

describe("undoing", () => {
  it("opens the hours again before anyone is told, and is refused afterwards", async () => {
    const practice = await newPractice();
    const visit = await visitAt(practice, inDays(2, "09:00"));
    const { scheduleId } = practice.doctor;
    const first = await announceAway(practice.desk, awayOn(practice, 2));
    expect(await outcome(undoDisruption(practice.desk, { id: first.id, version: 9 }))).toBe("version-mismatch");
    expect((await undoDisruption(practice.desk, { id: first.id, version: 1 })).status).toBe("UNDONE");
    expect(await exceptionsOf(scheduleId)).toEqual([]);
    await tellPatients(first.id, afterwards());
    expect(await eventsOf(visit.id)).toEqual([]);

    const second = await announceAway(practice.desk, awayOn(practice, 2));
    expect((await tellNow(practice.desk, { id: second.id })).status).toBe("ANNOUNCED");
    expect(await outcome(undoDisruption(practice.desk, { id: second.id }))).toBe("invalid-transition");
    await tellPatients(second.id);
    expect(await eventsOf(visit.id)).toEqual(["appointment.needs-rebooking"]);
  });

  it("leaves the hours closed that the doctor or another absence has closed", async () => {
    const practice = await newPractice();
    const { actor, scheduleId } = practice.doctor;
    const own = { kind: "block", date: dateIn(4), intervals: null };
    await db.schedule.update({ where: { id: scheduleId }, data: { exceptions: [own] } });
    const first = await announceAway(actor, awayOn(practice, 3, { to: dateIn(4) }));
    const second = await announceAway(actor, awayOn(practice, 3));
    await undoDisruption(actor, { id: first.id });
    expect(await exceptionsOf(scheduleId)).toEqual([own, { ...own, date: dateIn(3) }]);
    await undoDisruption(actor, { id: second.id });
    expect(await exceptionsOf(scheduleId)).toEqual([own]);
  });

  it("loses or wins against telling, never both", async () => {
    const practice = await newPractice();
    const visits = [await visitAt(practice, inDays(2, "09:00")), await visitAt(practice, inDays(2, "10:00"))];
    const { id } = await announceAway(practice.desk, awayOn(practice, 2));
    const [undone] = await Promise.all([
      outcome(undoDisruption(practice.desk, { id })),
      tellPatients(id, afterwards()),
    ]);
    const told = (await Promise.all(visits.map((visit) => eventsOf(visit.id)))).flat();
    expect(told.length).toBe(undone === "ok" ? 0 : 2);
  });
});

describe("a doctor who is back early", () => {
  it("ends it: patients who still need a new time keep the old one", async () => {
    const practice = await newPractice();
    const visit = await visitAt(practice, inDays(2, "09:00"));
    const { id } = await announceAway(practice.desk, awayOn(practice, 2));
    expect(await outcome(endDisruption(practice.desk, { id }))).toBe("invalid-transition");
    await tellPatients(id, afterwards());
    expect((await endDisruption(practice.desk, { id })).status).toBe("ENDED");
    expect(await eventsOf(visit.id)).toEqual(["appointment.needs-rebooking", "appointment.rebooking-withdrawn"]);
    expect(await freeOn(practice.doctor.doctorId, 2)).toBeGreaterThan(0);
  });

  it("needs to do nothing once the days are over", async () => {
    const practice = await newPractice();
    const { id } = await announceAway(practice.desk, awayOn(practice, 2));
    await tellPatients(id, afterwards());
    await tendDisruptions(inDays(3, "01:00"));
    expect((await getDisruption(practice.desk, id)).status).toBe("ENDED");
    expect(await exceptionsOf(practice.doctor.scheduleId), "the days stay closed").toHaveLength(1);
  });
});
