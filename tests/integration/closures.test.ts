import { describe, expect, it } from "vitest";
import {
  announceClosure,
  announceHolidays,
  previewClosure,
  previewHolidays,
} from "@/lib/domain/disruptions/announce-closure";
import { getHolidays } from "@/lib/domain/disruptions/get-holidays";
import { planPatientMoves } from "@/lib/domain/disruptions/move-patients";
import { toPreview } from "@/lib/domain/disruptions/output";
import { getDisruption, listDisruptions } from "@/lib/domain/disruptions/queries";
import { endDisruption, undoDisruption } from "@/lib/domain/disruptions/step-disruption";
import { tellPatients } from "@/lib/domain/disruptions/tell-patients";
import { announceAway } from "@/lib/domain/disruptions/announce-away";
import { createSchedule } from "@/lib/domain/schedules/save-schedule";
import { db } from "@/lib/platform/db/db";
import { newDoctor, newStaff } from "../support/actors";
import { createAffiliation, createHospital, inDays } from "../support/factories";
import { outcome } from "../support/outcome";
import { afterwards, awayOn, dateIn, newPractice, visitAt, type Practice } from "./disruptions-harness";
import { hours } from "./schedules-hours-harness";
import { eventsOf } from "./stored-events";

const exceptionsOf = async (id: string) => (await db.schedule.findUniqueOrThrow({ where: { id } })).exceptions;
const blocked = (date: string) => ({ kind: "block", date, intervals: null });

/** A hospital with a department of two doctors, and a third doctor in none. */
async function newDepartment() {
  const practice = await newPractice();
  const { hospitalId } = practice;
  const [second, outside] = [await newDoctor({ hospitalId }), await newDoctor({ hospitalId })];
  const { id: departmentId } = await db.department.create({ data: { hospitalId, name: "Cardiology" } });
  await db.affiliation.updateMany({
    where: { hospitalId, doctorId: { in: [practice.doctor.doctorId, second.doctorId] } },
    data: { departmentId },
  });
  return { practice, second, outside, departmentId };
}
type Department = Awaited<ReturnType<typeof newDepartment>>;

const closedOn = ({ practice: { hospitalId }, departmentId }: Department, days: number) => ({
  ...{ hospitalId, departmentId },
  ...{ from: dateIn(days), to: dateIn(days) },
});

const CHRISTMAS = `${new Date().getUTCFullYear() + 1}-12-25`;
const holidays = ({ hospitalId }: Practice, ...dates: string[]) => ({ hospitalId, calendar: "DE", dates });

describe("a department that is closed", () => {
  it("closes the hours of its doctors, and no one else's, and tells their patients once", async () => {
    const department = await newDepartment();
    const { practice, second, outside } = department;
    const visits = [
      await visitAt(practice, inDays(2, "09:00")),
      await visitAt({ ...practice, doctor: second }, inDays(2, "09:00"), "phone"),
    ];
    const other = await visitAt({ ...practice, doctor: outside }, inDays(2, "09:00"));
    const { counts } = toPreview(await previewClosure(practice.desk, closedOn(department, 2)));
    expect(counts).toEqual({ visits: 2, told: 1, toCall: 1, unreachable: 0 });
    expect(await exceptionsOf(second.scheduleId), "a preview changes nothing").toEqual([]);

    const { id, kind, status } = await announceClosure(practice.desk, closedOn(department, 2));
    expect([kind, status]).toEqual(["CLOSED", "PREPARED"]);
    for (const { scheduleId } of [practice.doctor, second])
      expect(await exceptionsOf(scheduleId)).toEqual([blocked(dateIn(2))]);
    expect(await exceptionsOf(outside.scheduleId)).toEqual([]);
    await Promise.all([tellPatients(id, afterwards()), tellPatients(id, afterwards())]);
    for (const visit of visits) expect(await eventsOf(visit.id)).toEqual(["appointment.needs-rebooking"]);
    expect(await eventsOf(other.id)).toEqual([]);

    const { doctorId, moves } = await planPatientMoves(practice.desk, { id });
    expect(doctorId, "each stays with its own doctor").toBeNull();
    expect(moves.map(({ to }) => to?.start.slice(11, 16))).toEqual(["16:30", "16:30"]);
    expect((await endDisruption(practice.desk, { id })).status).toBe("ENDED");
    expect(await exceptionsOf(second.scheduleId)).toEqual([]);
    expect(await eventsOf(visits[1]!.id)).toEqual(["appointment.needs-rebooking", "appointment.rebooking-withdrawn"]);
  });

  it("is closed by its own hospital alone, and opens no hours that an absence has closed", async () => {
    const department = await newDepartment();
    const { practice } = department;
    const stranger = (await newStaff((await createHospital()).id)).actor;
    expect(await outcome(previewClosure(stranger, closedOn(department, 3)))).toBe("not-found");
    expect(await outcome(announceClosure(practice.doctor.actor, closedOn(department, 3)))).toBe("not-found");
    const foreign = { ...closedOn(department, 3), departmentId: (await newDepartment()).departmentId };
    expect(await outcome(announceClosure(practice.desk, foreign))).toBe("not-found");
    expect(await outcome(announceClosure(practice.desk, closedOn(department, -3)))).toBe("invalid");

    await announceAway(practice.desk, awayOn(practice, 3));
    const { id } = await announceClosure(practice.desk, closedOn(department, 3));
    expect(await outcome(undoDisruption(stranger, { id }))).toBe("not-found");
    await undoDisruption(practice.desk, { id });
    expect(await exceptionsOf(practice.doctor.scheduleId)).toEqual([blocked(dateIn(3))]);
    expect(await exceptionsOf(department.second.scheduleId)).toEqual([]);
  });

  it("stays in the list when the department is removed", async () => {
    const department = await newDepartment();
    const { practice, departmentId } = department;
    const { id } = await announceClosure(practice.desk, closedOn(department, 2));
    const { name } = await db.department.delete({ where: { id: departmentId } });
    expect(await getDisruption(practice.desk, id)).toMatchObject({ label: name, departmentId: null, canChange: true });
    await undoDisruption(practice.desk, { id });
    expect(await exceptionsOf(practice.doctor.scheduleId)).toEqual([]);
  });
});

describe("public holidays", () => {
  it("can be closed by managers alone, and only if they are holidays", async () => {
    const practice = await newPractice();
    const { actor: manager } = await newStaff(practice.hospitalId, "MANAGER");
    for (const actor of [practice.desk, practice.doctor.actor])
      expect(await outcome(announceHolidays(actor, holidays(practice, CHRISTMAS)))).toBe("not-found");
    expect(await outcome(previewHolidays(manager, holidays(practice, dateIn(400).replace(/..-..$/, "07-13"))))).toBe(
      "invalid",
    );
    expect(await outcome(previewHolidays(manager, { ...holidays(practice, CHRISTMAS), calendar: "ZZ" }))).toBe(
      "invalid",
    );
    expect(await outcome(previewHolidays(manager, holidays(practice, "2020-12-25")))).toBe("invalid");
    const [last, later] = [5, 6].map((years) => `${new Date().getUTCFullYear() + years}-12-25`);
    expect(await outcome(previewHolidays(manager, holidays(practice, last!)))).toBe("ok");
    await expect(previewHolidays(manager, holidays(practice, last!, later!))).rejects.toMatchObject({
      fields: [{ path: "dates.1", message: `Choose holidays up to the end of ${last!.slice(0, 4)}.` }],
    });

    const { id } = await announceHolidays(manager, holidays(practice, CHRISTMAS));
    expect(await outcome(undoDisruption(practice.desk, { id }))).toBe("forbidden");
    expect((await listDisruptions(practice.desk, { limit: 5 })).items).toMatchObject([{ id, canChange: false }]);
    const year = Number(CHRISTMAS.slice(0, 4));
    const isClosed = async () =>
      (await getHolidays(practice.desk, { hospitalId: practice.hospitalId, year })).holidays.find(
        ({ date }) => date === CHRISTMAS,
      )?.isClosed;
    expect(await isClosed()).toBe(true);
    await undoDisruption(manager, { id });
    expect(
      (await getHolidays(practice.desk, { hospitalId: practice.hospitalId, calendar: "DE", year })).holidays,
    ).toContainEqual({ date: CHRISTMAS, name: "Christmas Day", isClosed: false });
    expect(await outcome(getHolidays(practice.doctor.actor, { hospitalId: practice.hospitalId }))).toBe("not-found");
  });

  it("are closed in all hours, those opened later too, and open again together", async () => {
    const practice = await newPractice();
    const { hospitalId } = practice;
    const { actor: manager } = await newStaff(hospitalId, "MANAGER");
    const visit = await visitAt(practice, new Date(`${CHRISTMAS}T10:00:00Z`));
    const { id } = await announceHolidays(manager, holidays(practice, CHRISTMAS));
    await tellPatients(id, afterwards());
    expect(await eventsOf(visit.id)).toEqual(["appointment.needs-rebooking"]);

    const { scheduleId } = await joinedLater(hospitalId);
    for (const one of [practice.doctor.scheduleId, scheduleId])
      expect(await exceptionsOf(one)).toEqual([blocked(CHRISTMAS)]);
    await endDisruption(manager, { id });
    for (const one of [practice.doctor.scheduleId, scheduleId]) expect(await exceptionsOf(one)).toEqual([]);
    const wanted = { hospitalId, calendar: "DE", year: Number(CHRISTMAS.slice(0, 4)) };
    const later = await getHolidays(manager, wanted, new Date(`${CHRISTMAS.replace("25", "27")}T12:00:00Z`));
    expect(later.holidays.filter(({ isClosed }) => isClosed)).toEqual([]);
    expect(await eventsOf(visit.id)).toEqual(["appointment.needs-rebooking", "appointment.rebooking-withdrawn"]);
  });

  it("stay closed in later hours when a department opens again, which opens those of its own doctors alone", async () => {
    const { practice, departmentId } = await newDepartment();
    const { hospitalId, desk } = practice;
    const { actor: manager } = await newStaff(hospitalId, "MANAGER");
    const eve = CHRISTMAS.replace("25", "24");
    await announceHolidays(manager, holidays(practice, CHRISTMAS));
    const { id } = await announceClosure(desk, { hospitalId, departmentId, from: eve, to: CHRISTMAS });
    const [own, other] = [await joinedLater(hospitalId, departmentId), await joinedLater(hospitalId)];
    const both = [blocked(eve), blocked(CHRISTMAS)];
    await db.schedule.update({ where: { id: other.scheduleId }, data: { exceptions: both } });
    expect(await exceptionsOf(own.scheduleId)).toEqual(both);
    await undoDisruption(desk, { id });
    expect(await exceptionsOf(own.scheduleId)).toEqual([blocked(CHRISTMAS)]);
    expect(await exceptionsOf(other.scheduleId)).toEqual(both);
  });

  it("are closed in hours that are opened at the same moment", async () => {
    const practice = await newPractice();
    const { actor: manager } = await newStaff(practice.hospitalId, "MANAGER");
    const [closed, joined] = await Promise.all([
      outcome(announceHolidays(manager, holidays(practice, CHRISTMAS))),
      joinedLater(practice.hospitalId),
    ]);
    expect(closed).toBe("ok");
    expect(await exceptionsOf(joined.scheduleId)).toEqual([blocked(CHRISTMAS)]);
  });
});

/** A doctor joins the hospital, and sets hours there. */
async function joinedLater(hospitalId: string, departmentId: string | null = null) {
  const { actor, doctorId } = await newDoctor();
  await createAffiliation(doctorId, hospitalId, { departmentId });
  const { timeZone } = await db.hospital.findUniqueOrThrow({ where: { id: hospitalId } });
  const { id: scheduleId } = await createSchedule(actor, doctorId, hours({ hospitalId, timeZone }));
  return { scheduleId };
}
