import { describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db/db";
import { bookAppointment } from "@/lib/domain/appointments/book-appointment";
import { expireAppointments } from "@/lib/domain/appointments/expire-appointments";
import { holdSlot } from "@/lib/domain/appointments/hold-slot";
import { removeOldHolds } from "@/lib/domain/appointments/remove-old-holds";
import { releaseHold } from "@/lib/domain/appointments/release-hold";
import { newPatient } from "../support/actors";
import { createAppointment, createDoctor, inDays } from "../support/factories";
import { outcome } from "../support/outcome";
import { at, refusal, slotStarts } from "./appointments-harness";

describe("holds", () => {
  it("keep the slot for one person, and turn into that person's appointment", async () => {
    const { doctor } = await createDoctor();
    const [a, b] = [await newPatient(), await newPatient()];
    const start = inDays(2, "10:00").toISOString();
    const hold = await holdSlot(a.actor, { doctorId: doctor.id, start });
    expect(Date.parse(hold.expiresAt) - Date.now()).toBeGreaterThan(4 * 60_000);
    expect(await slotStarts(doctor.id, 2)).not.toContain("10:00");
    expect(await outcome(bookAppointment(b.actor, { doctorId: doctor.id, start }))).toBe("slot-taken");
    expect(await outcome(bookAppointment(a.actor, { doctorId: doctor.id, start, holdId: hold.id }))).toBe("ok");
    expect(await db.appointment.count({ where: { doctorId: doctor.id, status: "HELD" } })).toBe(0);
  });

  it("are limited to one per user and doctor: a new one releases the old", async () => {
    const { doctor } = await createDoctor();
    const a = await newPatient();
    await holdSlot(a.actor, { doctorId: doctor.id, start: inDays(2, "10:00").toISOString() });
    await holdSlot(a.actor, { doctorId: doctor.id, start: inDays(2, "11:00").toISOString() });
    const starts = await slotStarts(doctor.id, 2);
    expect(starts).toContain("10:00");
    expect(starts).not.toContain("11:00");
  });

  it("are removed a week after they ended, and appointments never are", async () => {
    const { doctor } = await createDoctor();
    const [a, b] = [await newPatient(), await newPatient()];
    const hold = (start: "10:00" | "11:00") =>
      holdSlot(a.actor, { doctorId: doctor.id, start: inDays(2, start).toISOString() });
    const [old, recent] = [await hold("10:00"), await hold("11:00")];
    await bookAppointment(b.actor, { doctorId: doctor.id, start: inDays(2, "12:00").toISOString() });
    await releaseHold(a.actor, recent.id);
    await db.appointment.update({ where: { id: old.id }, data: { holdExpiresAt: inDays(-8) } });
    expect(await removeOldHolds()).toBeGreaterThan(0);
    const kept = await db.appointment.findMany({ where: { doctorId: doctor.id }, orderBy: { startsAt: "asc" } });
    expect(kept.map(({ status }) => status)).toEqual(["EXPIRED", "CONFIRMED"]);
  });

  it("block no one once they have expired, cleared or not, and can be released", async () => {
    const { doctor } = await createDoctor();
    const [a, b] = [await newPatient(), await newPatient()];
    const start = inDays(2, "10:00").toISOString();
    const hold = await holdSlot(a.actor, { doctorId: doctor.id, start });
    await db.$executeRaw`UPDATE "Appointment" SET "holdExpiresAt" = now() - interval '1 second' WHERE "id" = ${hold.id}::uuid`;
    expect(await slotStarts(doctor.id, 2)).toContain("10:00");
    expect(await outcome(bookAppointment(b.actor, { doctorId: doctor.id, start }))).toBe("ok");
    const second = await holdSlot(a.actor, { doctorId: doctor.id, start: inDays(2, "11:00").toISOString() });
    expect(await outcome(releaseHold(b.actor, second.id))).toBe("not-found");
    await releaseHold(a.actor, second.id);
    expect(await slotStarts(doctor.id, 2)).toContain("11:00");
  });

  it("expire by the timer, which returns the slot to open pages, once across all instances", async () => {
    const { doctor } = await createDoctor();
    const a = await newPatient();
    const hold = await holdSlot(a.actor, { doctorId: doctor.id, start: inDays(2, "10:00").toISOString() });
    const later = new Date(Date.now() + 6 * 60_000);
    const counts = await Promise.all([expireAppointments(later), expireAppointments(later)]);
    expect(counts[0]! + counts[1]!).toBeGreaterThanOrEqual(1);
    expect((await db.appointment.findUniqueOrThrow({ where: { id: hold.id } })).status).toBe("EXPIRED");
    expect(await db.domainEvent.count({ where: { type: "availability.changed", aggregateId: doctor.id } })).toBe(2);
  });

  it("of unanswered requests expire when their time has come", async () => {
    const { doctor } = await createDoctor();
    const a = await newPatient();
    const row = await createAppointment(
      { doctorId: doctor.id, patientId: a.patient.id },
      { status: "PENDING", startsAt: new Date(Date.now() - 60_000) },
    );
    await expireAppointments();
    expect((await db.appointment.findUniqueOrThrow({ where: { id: row.id } })).status).toBe("EXPIRED");
  });
});

describe("a booking that names its hold", () => {
  it("uses that hold's place, service and patient", async () => {
    const { doctor, schedule } = await createDoctor();
    const { actor, patient } = await newPatient();
    const hold = await holdSlot(actor, { doctorId: doctor.id, start: at(2) });
    expect(await outcome(bookAppointment(actor, { doctorId: doctor.id, start: at(2, 1), holdId: hold.id }))).toBe(
      "invalid",
    );
    const row = await bookAppointment(actor, { doctorId: doctor.id, start: at(2), holdId: hold.id });
    expect(row).toMatchObject({ status: "CONFIRMED", patientId: patient.id, scheduleId: schedule!.id });
    expect(await db.appointment.count({ where: { doctorId: doctor.id, status: "HELD" } })).toBe(0);
  });

  it("is refused with alternatives once the hold expired or was released, and books nothing", async () => {
    const { doctor } = await createDoctor();
    const { actor } = await newPatient();
    const { id } = await holdSlot(actor, { doctorId: doctor.id, start: at(2) });
    await db.$executeRaw`UPDATE "Appointment" SET "holdExpiresAt" = now() - interval '1 second' WHERE "id" = ${id}::uuid`;
    const wanted = { doctorId: doctor.id, start: at(2), holdId: id };
    const refused = (await refusal(bookAppointment(actor, wanted))) as {
      code: string;
      alternatives: { start: string }[];
    };
    expect(refused.code).toBe("hold-expired");
    expect(refused.alternatives.map(({ start }) => Date.parse(start))).toContain(Date.parse(at(2)));
    const second = await holdSlot(actor, { doctorId: doctor.id, start: at(2, 1) });
    await holdSlot(actor, { doctorId: doctor.id, start: at(2, 2) });
    expect(await outcome(bookAppointment(actor, { doctorId: doctor.id, start: at(2, 1), holdId: second.id }))).toBe(
      "hold-expired",
    );
    expect(await db.appointment.count({ where: { doctorId: doctor.id, status: "CONFIRMED" } })).toBe(0);
  });

  it("does not distinguish another's hold from a missing one or a visit", async () => {
    const { doctor } = await createDoctor();
    const [mine, other] = [await newPatient(), await newPatient()];
    const hold = await holdSlot(other.actor, { doctorId: doctor.id, start: at(2) });
    const visit = await bookAppointment(mine.actor, { doctorId: doctor.id, start: at(2, 1) });
    for (const holdId of [hold.id, visit.id, "0197a3c0-0000-7000-8000-000000000001"]) {
      expect(await outcome(bookAppointment(mine.actor, { doctorId: doctor.id, start: at(2), holdId }))).toBe(
        "not-found",
      );
    }
  });
});
