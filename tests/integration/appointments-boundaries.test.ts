import { describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { bookAppointment } from "@/lib/domain/appointments/book-appointment";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import { completeVisit } from "@/lib/domain/appointments/complete-visit";
import { expireAppointments } from "@/lib/domain/appointments/expire-appointments";
import { holdSlot } from "@/lib/domain/appointments/hold-slot";
import { getAppointment } from "@/lib/domain/appointments/queries";
import { releaseHold } from "@/lib/domain/appointments/release-hold";
import { rescheduleAppointment } from "@/lib/domain/appointments/reschedule-appointment";
import { searchPatients } from "@/lib/domain/front-desk/search-patients";
import { listComingVisits } from "@/lib/domain/schedules/queries";
import { markVisits } from "@/lib/domain/schedules/rebook-visits";
import { actorOf, newPatient, newStaff } from "../support/actors";
import { createAffiliation, createDoctor, createHospital, createSchedule, inDays } from "../support/factories";
import { outcome } from "../support/outcome";
import { NO_PARTS } from "@/tests/support/notes";

const at = (time: `${number}:${number}`) => inDays(2, time).toISOString();

/** A doctor with equal hours at two hospitals, each with a front desk. */
async function twoPlaces() {
  const [here, there] = [await createHospital(), await createHospital()];
  const doctor = await createDoctor({ hospitalId: here.id });
  await createAffiliation(doctor.doctor.id, there.id);
  const second = await createSchedule(doctor.doctor.id, { hospitalId: there.id });
  const desk = (await newStaff(here.id, "COORDINATOR")).actor;
  return { here, there, doctor, second, desk };
}

describe("a front desk", () => {
  it("moves a visit within its own hospital only", async () => {
    const { here, doctor, second, desk } = await twoPlaces();
    const { actor } = await newPatient();
    const visit = await bookAppointment(actor, { doctorId: doctor.doctor.id, hospitalId: here.id, start: at("10:00") });
    expect(await outcome(rescheduleAppointment(desk, visit.id, { start: at("11:00"), scheduleId: second.id }))).toBe(
      "slot-not-offered",
    );
    await db.schedule.delete({ where: { id: doctor.schedule!.id } });
    expect(await outcome(rescheduleAppointment(desk, visit.id, { start: at("11:00") }))).toBe("slot-not-offered");
    expect(await outcome(rescheduleAppointment(actor, visit.id, { start: at("11:00") }))).toBe("ok");
  });

  it("learns nothing about someone who only held a time, by ID, by name or by booking for them", async () => {
    const { here, doctor, desk } = await twoPlaces();
    const { actor, patient } = await newPatient();
    const wanted = { doctorId: doctor.doctor.id, hospitalId: here.id };
    const hold = await holdSlot(actor, { ...wanted, start: at("10:00") });
    await releaseHold(actor, hold.id);
    const byDoctor = await actorOf(doctor.user);
    for (const curious of [desk, byDoctor]) {
      expect(await outcome(getAppointment(curious, hold.id))).toBe("not-found");
      expect(await outcome(bookAppointment(curious, { ...wanted, patientId: patient.id, start: at("12:00") }))).toBe(
        "not-found",
      );
    }
    expect(await searchPatients(desk, { hospitalId: here.id, name: patient.name })).toEqual([]);
    expect(await outcome(getAppointment(actor, hold.id))).toBe("ok");
  });
});

describe("moving a visit", () => {
  it("stays at its place where several offer the time", async () => {
    const { doctor, second } = await twoPlaces();
    const { actor } = await newPatient();
    for (const scheduleId of [doctor.schedule!.id, second.id]) {
      const start = at(scheduleId === second.id ? "10:00" : "14:00");
      const visit = await bookAppointment(actor, { doctorId: doctor.doctor.id, scheduleId, start });
      const moved = await rescheduleAppointment(actor, visit.id, {
        start: at(scheduleId === second.id ? "11:00" : "15:00"),
      });
      expect(moved).toMatchObject({ scheduleId, hospitalId: visit.hospitalId });
    }
  });

  it("is not refused because of one's own hold", async () => {
    const { doctor } = await createDoctor();
    const { actor } = await newPatient();
    const visit = await bookAppointment(actor, { doctorId: doctor.id, start: at("10:00") });
    await holdSlot(actor, { doctorId: doctor.id, start: at("11:00") });
    expect(await outcome(rescheduleAppointment(actor, visit.id, { start: at("11:00") }))).toBe("ok");
    expect(await db.appointment.count({ where: { doctorId: doctor.id, status: "HELD" } })).toBe(0);
  });

  it("with an unlisted doctor reports no available times, and the visit can still be cancelled", async () => {
    const { doctor } = await createDoctor();
    const { actor } = await newPatient();
    const visit = await bookAppointment(actor, { doctorId: doctor.id, start: at("10:00") });
    await db.doctor.update({ where: { id: doctor.id }, data: { verification: "SUSPENDED" } });
    expect(await outcome(rescheduleAppointment(actor, visit.id, { start: at("11:00") }))).toBe("slot-not-offered");
    expect(await outcome(changeStatus(actor, visit.id, { status: "CANCELLED" }))).toBe("ok");
  });
});

describe("a suspended doctor", () => {
  it("confirms no request and starts no visit, but completes started ones and can cancel the rest", async () => {
    const { doctor, user } = await createDoctor({ schedule: { autoConfirm: false } });
    const [asked, agreed] = [await newPatient(), await newPatient()];
    const byDoctor = await actorOf(user);
    const request = await bookAppointment(asked.actor, { doctorId: doctor.id, start: at("10:00") });
    const visit = await bookAppointment(agreed.actor, { doctorId: doctor.id, start: at("11:00") });
    await changeStatus(byDoctor, visit.id, { status: "CONFIRMED" });
    await db.doctor.update({ where: { id: doctor.id }, data: { verification: "SUSPENDED" } });
    expect(await outcome(changeStatus(byDoctor, request.id, { status: "CONFIRMED" }))).toBe("invalid-transition");
    expect(await outcome(changeStatus(byDoctor, visit.id, { status: "IN_PROGRESS" }))).toBe("invalid-transition");
    expect(await outcome(changeStatus(byDoctor, request.id, { status: "DECLINED", reason: "I cannot" }))).toBe("ok");
    await db.doctor.update({ where: { id: doctor.id }, data: { verification: "VERIFIED" } });
    await changeStatus(byDoctor, visit.id, { status: "IN_PROGRESS" });
    await db.doctor.update({ where: { id: doctor.id }, data: { verification: "SUSPENDED" } });
    const note = { reason: "", subjective: "", objective: "", assessment: "Well", plan: "" };
    expect(await outcome(completeVisit(byDoctor, { appointmentId: visit.id, note, parts: NO_PARTS, version: 1 }))).toBe(
      "ok",
    );
  });
});

describe("an expired hold that is cleared in passing", () => {
  it("returns its time to the open pages of its own doctor, too", async () => {
    const [first, second] = [await createDoctor(), await createDoctor()];
    const { actor } = await newPatient();
    const hold = await holdSlot(actor, { doctorId: first.doctor.id, start: at("10:00") });
    await db.$executeRaw`UPDATE "Appointment" SET "holdExpiresAt" = now() - interval '1 second' WHERE "id" = ${hold.id}::uuid`;
    await bookAppointment(actor, { doctorId: second.doctor.id, start: at("10:00") });
    expect(await db.domainEvent.count({ where: { type: "availability.changed", aggregateId: first.doctor.id } })).toBe(
      2,
    );
  });
});

describe("unanswered requests while no timer ran", () => {
  it("all expire in the first round, however many there are", async () => {
    const { doctor } = await createDoctor();
    const { patient } = await newPatient();
    const of = { doctorId: doctor.id, patientId: patient.id };
    const row = (i: number) => ({
      ...of,
      status: "PENDING" as const,
      startsAt: new Date(Date.now() - (i + 1) * 3_600_000),
      endsAt: new Date(Date.now() - i * 3_600_000 - 1_800_000),
    });
    await db.appointment.createMany({ data: Array.from({ length: 120 }, (_, i) => row(i)) });
    expect(await expireAppointments()).toBeGreaterThanOrEqual(120);
    expect(await db.appointment.count({ where: { doctorId: doctor.id, status: "EXPIRED" } })).toBe(120);
  });
});

describe("changed hours", () => {
  it("do not ask anyone to rebook a visit that was cancelled meanwhile", async () => {
    const { doctor, user, schedule } = await createDoctor();
    const { actor } = await newPatient();
    const visit = await bookAppointment(actor, { doctorId: doctor.id, start: at("10:00") });
    const byDoctor = await actorOf(user);
    const events = await inTransaction(byDoctor, async (tx) => {
      const outside = await listComingVisits(tx, schedule!.id, new Date());
      expect(outside).toHaveLength(1);
      await changeStatus(actor, visit.id, { status: "CANCELLED" });
      return markVisits(tx, schedule!.id, outside, new Date());
    });
    expect(events).toEqual([]);
    expect(await db.appointment.findUniqueOrThrow({ where: { id: visit.id } })).toMatchObject({
      status: "CANCELLED",
      needsRebooking: false,
    });
  });
});
