import { describe, expect, it } from "vitest";
import { blockHours, previewBlock } from "@/lib/domain/schedules/internal/block-hours";
import { countSlots } from "@/lib/domain/schedules/internal/count-slots";
import { listDisplaced } from "@/lib/domain/schedules/internal/list-displaced";
import { getAvailability } from "@/lib/domain/schedules/queries";
import { scheduleInputSchema } from "@/lib/domain/schedules/schema";
import { db } from "@/lib/platform/db/db";
import { newDoctor, newPatient, newStaff } from "../support/actors";
import {
  createAffiliation,
  createAppointment,
  createHospital,
  createPatient,
  createSchedule,
  inDays,
} from "../support/factories";
import { outcome } from "../support/outcome";
import { eventsOf } from "./stored-events";

const dateIn = (days: number) => inDays(days, "00:00").toISOString().slice(0, 10);

const freeOn = async (doctorId: string, days: number) =>
  (
    await getAvailability(doctorId, {
      from: inDays(days, "00:00").toISOString(),
      to: inDays(days + 1, "00:00").toISOString(),
    })
  ).slots;

describe("blocking part of a day", () => {
  it("closes it at every named place, by each place's clock, after listing the visits it affects", async () => {
    const doctor = await newDoctor();
    const hospital = await createHospital({ timeZone: "Asia/Kolkata" });
    await createAffiliation(doctor.doctorId, hospital.id);
    const other = await createSchedule(doctor.doctorId, { hospitalId: hospital.id, timeZone: "Asia/Kolkata" });
    const { patient } = await createPatient();
    const of = { doctorId: doctor.doctorId, patientId: patient.id };
    const touched = await createAppointment(of, { startsAt: inDays(2, "14:00"), scheduleId: doctor.scheduleId });
    const morning = await createAppointment(of, { startsAt: inDays(2, "11:00"), scheduleId: doctor.scheduleId });
    const block = {
      scheduleIds: [doctor.scheduleId, other.id],
      date: dateIn(2),
      interval: { start: "13:00", end: "24:00" },
    };

    expect((await previewBlock(doctor.actor, block)).map(({ id }) => id)).toEqual([touched.id]);
    expect(await eventsOf(doctor.doctorId)).toEqual([]);
    expect(await blockHours(doctor.actor, block)).toEqual({ blocked: 2, notified: { told: 1, toCall: 0 } });

    const free = await freeOn(doctor.doctorId, 2);
    const last = (scheduleId: string) =>
      free
        .filter((slot) => slot.scheduleId === scheduleId)
        .at(-1)
        ?.end.slice(11, 16);
    expect([last(doctor.scheduleId), last(other.id)]).toEqual(["13:00", "07:30"]);
    expect(await eventsOf(touched.id)).toEqual(["appointment.needs-rebooking"]);
    expect(await eventsOf(morning.id)).toEqual([]);
    expect(await eventsOf(doctor.doctorId)).toEqual(["availability.changed"]);
    for (const id of [doctor.scheduleId, other.id]) {
      expect(await eventsOf(id)).toEqual(["schedule.changed"]);
      expect(await db.schedule.findUniqueOrThrow({ where: { id } })).toMatchObject({
        version: 2,
        exceptions: [{ kind: "block", date: dateIn(2) }],
      });
    }
  });

  it("closes the whole date without an interval, and adds to existing closures", async () => {
    const doctor = await newDoctor();
    const block = { scheduleIds: [doctor.scheduleId], date: dateIn(3) };
    await blockHours(doctor.actor, { ...block, interval: { start: "09:00", end: "10:00" } });
    expect((await freeOn(doctor.doctorId, 3))[0]?.start).toMatch(/T10:00/);
    await blockHours(doctor.actor, { ...block, interval: null });
    await blockHours(doctor.actor, { ...block, interval: null });
    expect(
      (await db.schedule.findUniqueOrThrow({ where: { id: doctor.scheduleId } })).exceptions,
      "the same block twice is one",
    ).toHaveLength(2);
    expect(await freeOn(doctor.doctorId, 3)).toEqual([]);
  });

  it("is all or nothing, and for the doctor only", async () => {
    const [doctor, stranger] = [await newDoctor(), await newDoctor()];
    const hospital = await createHospital();
    const staff = (await newStaff(hospital.id)).actor;
    const both = { scheduleIds: [doctor.scheduleId, stranger.scheduleId], date: dateIn(2), interval: null };
    expect(await outcome(blockHours(doctor.actor, both))).toBe("not-found");
    expect((await freeOn(doctor.doctorId, 2)).length).toBeGreaterThan(0);
    expect(await outcome(blockHours(staff, { ...both, scheduleIds: [doctor.scheduleId] }))).toBe("not-found");
    expect(await outcome(previewBlock(stranger.actor, { ...both, scheduleIds: [doctor.scheduleId] }))).toBe(
      "not-found",
    );
  });
});

describe("the preview of a block", () => {
  it("names one's own patients and no one else's", async () => {
    const [doctor, stranger] = [await newDoctor(), await newDoctor()];
    const { patient } = await createPatient({ over: { name: "Elin Eastlake" } });
    const own = await createAppointment(
      { doctorId: doctor.doctorId, patientId: patient.id },
      { startsAt: inDays(2, "10:00") },
    );
    const foreign = await createAppointment(
      { doctorId: stranger.doctorId, patientId: patient.id },
      { startsAt: inDays(2, "12:00") },
    );
    expect(await listDisplaced(doctor.actor, [foreign.id, own.id])).toEqual([
      {
        id: own.id,
        start: own.startsAt.toISOString(),
        end: own.endsAt.toISOString(),
        patientName: "Elin Eastlake",
        isMarked: false,
      },
    ]);
  });

  it("counts the available times of seven days as booking would offer them", async () => {
    const doctor = await newDoctor();
    const { patient } = await createPatient();
    await createAppointment({ doctorId: doctor.doctorId, patientId: patient.id }, { startsAt: inDays(2, "10:00") });
    const rules = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: "09:00", end: "17:00" }));
    const draft = scheduleInputSchema.parse({
      hospitalId: null,
      timeZone: "UTC",
      slotMinutes: 30,
      minNoticeMinutes: 0,
      rules,
    });
    const counts = await countSlots(doctor.actor, draft);
    expect(counts).toHaveLength(7);
    expect(counts[2]).toEqual({ date: dateIn(2), count: 15 });
    for (const [days, { count }] of counts.entries()) {
      if (days > 0) expect(count).toBe((await freeOn(doctor.doctorId, days)).length);
    }
    const patientActor = (await newPatient()).actor;
    expect(await outcome(countSlots(patientActor, draft))).toBe("not-found");
  });
});
