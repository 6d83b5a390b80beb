import { beforeAll, describe, expect, it } from "vitest";
import { bookAppointment } from "@/lib/domain/appointments/book-appointment";
import { getAvailability } from "@/lib/domain/schedules/queries";
import { createSchedule, deleteSchedule, previewSchedule, replaceSchedule } from "@/lib/domain/schedules/save-schedule";
import { db } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import { newDoctor, newPatient, newStaff } from "../support/actors";
import { createAffiliation, createHospital, inDays } from "../support/factories";
import { codeOf, outcome } from "../support/outcome";
import { hours, newVisit } from "./schedules-hours-harness";
import { eventsOf } from "./stored-events";

const pathsOf = (error: unknown) => (error instanceof AppError ? (error.fields ?? []).map(({ path }) => path) : []);

describe("the place of a schedule", () => {
  let doctor: Awaited<ReturnType<typeof newDoctor>>;
  const refusal = (input: ReturnType<typeof hours>) =>
    createSchedule(doctor.actor, doctor.doctorId, input).then(() => [], pathsOf);

  beforeAll(async () => {
    doctor = await newDoctor({ schedule: null });
  });

  it("is a hospital only while an active affiliation with a verified one lasts", async () => {
    const [strange, suspended, hidden] = [
      await createHospital(),
      await createHospital(),
      await createHospital({ verification: "PENDING" }),
    ];
    await createAffiliation(doctor.doctorId, suspended.id, { status: "SUSPENDED" });
    await createAffiliation(doctor.doctorId, hidden.id);
    for (const { id } of [strange, suspended, hidden])
      expect(await refusal(hours({ hospitalId: id }))).toEqual(["hospitalId"]);
    expect(await db.schedule.count({ where: { doctorId: doctor.doctorId } })).toBe(0);
  });

  it("keeps its own clock: hours at a hospital are in the hospital's zone", async () => {
    const hospital = await createHospital({ timeZone: "Asia/Kolkata" });
    await createAffiliation(doctor.doctorId, hospital.id);
    expect(await refusal(hours({ hospitalId: hospital.id, timeZone: "Europe/Berlin" }))).toEqual(["timeZone"]);
    const row = await createSchedule(
      doctor.actor,
      doctor.doctorId,
      hours({ hospitalId: hospital.id, timeZone: "Asia/Kolkata" }),
    );
    const { slots } = await getAvailability(doctor.doctorId, {
      from: inDays(2, "00:00").toISOString(),
      to: inDays(3, "00:00").toISOString(),
    });
    expect(slots[0]).toMatchObject({
      start: expect.stringMatching(/T03:30:00Z$/),
      scheduleId: row.id,
      hospitalId: hospital.id,
    });
  });

  it("has one schedule, which never moves to another place", async () => {
    const own = await createSchedule(doctor.actor, doctor.doctorId, hours());
    expect(await outcome(createSchedule(doctor.actor, doctor.doctorId, hours()))).toBe("already-exists");
    const hospital = await createHospital();
    await createAffiliation(doctor.doctorId, hospital.id);
    expect(
      await replaceSchedule(doctor.actor, own.id, hours({ hospitalId: hospital.id })).then(() => [], pathsOf),
    ).toEqual(["hospitalId"]);
  });
});

describe("changed hours", () => {
  it("keep every visit, mark those outside exactly as the dry run said, and notify everyone involved", async () => {
    const doctor = await newDoctor();
    const [early, late, cancelled, other] = [
      await newVisit(doctor, inDays(2, "09:30")),
      await newVisit(doctor, inDays(2, "15:00")),
      await newVisit(doctor, inDays(3, "15:00"), { status: "CANCELLED" }),
      await newVisit({ doctorId: doctor.doctorId, scheduleId: "" }, inDays(4, "15:00"), { scheduleId: null }),
    ];
    const shorter = hours({ to: "12:00" });
    const foreseen = await previewSchedule(doctor.actor, doctor.scheduleId, shorter);
    expect(foreseen.map(({ id }) => id)).toEqual([late.id]);
    expect(await eventsOf(doctor.scheduleId)).toEqual([]);
    expect((await db.schedule.findUniqueOrThrow({ where: { id: doctor.scheduleId } })).version).toBe(1);

    const row = await replaceSchedule(doctor.actor, doctor.scheduleId, shorter);
    expect(row.version).toBe(2);
    const after = await db.appointment.findMany({
      where: { doctorId: doctor.doctorId },
      select: { id: true, needsRebooking: true, status: true },
    });
    expect(after).toHaveLength(4);
    expect(after.filter(({ needsRebooking }) => needsRebooking).map(({ id }) => id)).toEqual([late.id]);
    expect(after.find(({ id }) => id === cancelled.id)?.status).toBe("CANCELLED");
    expect(await eventsOf(doctor.scheduleId)).toEqual(["schedule.changed"]);
    expect(await eventsOf(doctor.doctorId)).toEqual(["availability.changed"]);
    expect(await eventsOf(late.id)).toEqual(["appointment.needs-rebooking"]);
    for (const { id } of [early, cancelled, other]) expect(await eventsOf(id)).toEqual([]);
    expect(await db.auditEntry.count({ where: { subjectId: doctor.scheduleId, action: "schedule.replace" } })).toBe(1);
  });

  it("unmark visits that fit again, and ask no one twice", async () => {
    const doctor = await newDoctor();
    const visit = await newVisit(doctor, inDays(2, "15:00"));
    await replaceSchedule(doctor.actor, doctor.scheduleId, hours({ to: "12:00" }));
    await replaceSchedule(doctor.actor, doctor.scheduleId, hours({ to: "13:00" }));
    expect(await eventsOf(visit.id)).toEqual(["appointment.needs-rebooking"]);
    await replaceSchedule(doctor.actor, doctor.scheduleId, hours());
    expect(await db.appointment.findUniqueOrThrow({ where: { id: visit.id } })).toMatchObject({
      needsRebooking: false,
      status: "CONFIRMED",
    });
  });

  it("end with the place, and its bookings stay and need another time", async () => {
    const doctor = await newDoctor();
    const visit = await newVisit(doctor, inDays(2, "10:00"));
    await deleteSchedule(doctor.actor, doctor.scheduleId, 1);
    expect(await db.schedule.count({ where: { id: doctor.scheduleId } })).toBe(0);
    expect(await db.appointment.findUniqueOrThrow({ where: { id: visit.id } })).toMatchObject({
      needsRebooking: true,
      scheduleId: null,
      status: "CONFIRMED",
    });
    expect(await eventsOf(visit.id)).toEqual(["appointment.needs-rebooking"]);
    expect(await eventsOf(doctor.doctorId)).toEqual(["availability.changed"]);
  });

  it("are refused when someone else saved meanwhile: of two with the same version one wins", async () => {
    const doctor = await newDoctor();
    const save = (to: string) => outcome(replaceSchedule(doctor.actor, doctor.scheduleId, hours({ to, version: 1 })));
    expect((await Promise.all([save("12:00"), save("13:00")])).sort()).toEqual(["ok", "version-mismatch"]);
    expect(await outcome(previewSchedule(doctor.actor, doctor.scheduleId, hours({ version: 1 })))).toBe(
      "version-mismatch",
    );
    expect(await outcome(deleteSchedule(doctor.actor, doctor.scheduleId, 1))).toBe("version-mismatch");
  });

  it("are for their doctor alone: 403 for the hospital's staff and 404 for everyone else", async () => {
    const hospital = await createHospital();
    const doctor = await newDoctor({ hospitalId: hospital.id });
    const staff = (await newStaff(hospital.id)).actor;
    const stranger = (await newDoctor()).actor;
    const patient = (await newPatient()).actor;
    const input = hours({ hospitalId: hospital.id });
    expect(await outcome(replaceSchedule(staff, doctor.scheduleId, input))).toBe("forbidden");
    expect(await outcome(deleteSchedule(staff, doctor.scheduleId))).toBe("forbidden");
    for (const actor of [stranger, patient]) {
      expect(await outcome(replaceSchedule(actor, doctor.scheduleId, input))).toBe("not-found");
      expect(await outcome(previewSchedule(actor, doctor.scheduleId, input))).toBe("not-found");
      expect(await outcome(deleteSchedule(actor, doctor.scheduleId))).toBe("not-found");
      expect(await outcome(createSchedule(actor, doctor.doctorId, hours()))).toBe("not-found");
    }
    expect((await db.schedule.findUniqueOrThrow({ where: { id: doctor.scheduleId } })).version).toBe(1);
  });
});

describe("a booking that races a change of hours", () => {
  it("is either refused or marked: never silently outside", async () => {
    for (let round = 0; round < 8; round++) {
      const doctor = await newDoctor();
      const actor = (await newPatient()).actor;
      const wanted = { doctorId: doctor.doctorId, start: inDays(2, "15:00").toISOString() };
      const [booked, saved] = await Promise.all([
        bookAppointment(actor, wanted).then((row) => row.id, codeOf),
        outcome(replaceSchedule(doctor.actor, doctor.scheduleId, hours({ to: "12:00" }))),
      ]);
      expect(saved).toBe("ok");
      const rows = await db.appointment.findMany({
        where: { doctorId: doctor.doctorId },
        select: { id: true, needsRebooking: true },
      });
      if (booked === "slot-not-offered") expect(rows).toEqual([]);
      else expect(rows).toEqual([{ id: booked, needsRebooking: true }]);
    }
  });
});
