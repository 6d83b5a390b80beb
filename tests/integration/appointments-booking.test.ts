import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { type AppError } from "@/lib/platform/errors/app-error";
import { bookAppointment } from "@/lib/domain/appointments/book-appointment";
import { holdSlot } from "@/lib/domain/appointments/hold-slot";
import { rescheduleAppointment } from "@/lib/domain/appointments/reschedule-appointment";
import { actorOf, newPatient, newStaff } from "../support/actors";
import { createDoctor, createHospital, inDays } from "../support/factories";
import { outcome } from "../support/outcome";
import { slotStarts } from "./appointments-harness";

describe("booking", () => {
  let patient: Awaited<ReturnType<typeof newPatient>>;
  let doctor: Awaited<ReturnType<typeof createDoctor>>;
  const start = inDays(2, "10:00").toISOString();

  beforeAll(async () => {
    patient = await newPatient();
    doctor = await createDoctor();
  });

  it("confirms at once where the hours allow it, takes the slot, and leaves events, deliveries and an audit row", async () => {
    const row = await bookAppointment(patient.actor, { doctorId: doctor.doctor.id, start, reason: "A cough" });
    expect(row).toMatchObject({ status: "CONFIRMED", version: 1, patientId: patient.patient.id, reason: "A cough" });
    expect(await slotStarts(doctor.doctor.id, 2)).not.toContain("10:00");
    const events = await db.domainEvent.findMany({ where: { aggregateId: row.id } });
    expect(events).toMatchObject([{ type: "appointment.booked", sequence: 1n, actorUserId: patient.user.id }]);
    expect(JSON.stringify(events.map(({ refs, audience }) => ({ refs, audience })))).not.toContain("cough");
    expect(
      await db.auditEntry.count({
        where: { subjectId: row.id, action: "appointment.book", actorUserId: patient.user.id },
      }),
    ).toBe(1);
  });

  it("asks the doctor where the hours do not confirm automatically", async () => {
    const careful = await createDoctor({ schedule: { autoConfirm: false } });
    const row = await bookAppointment(patient.actor, {
      doctorId: careful.doctor.id,
      start: inDays(3, "10:00").toISOString(),
    });
    expect(row.status).toBe("PENDING");
  });

  it("refuses a taken slot with the nearest available ones, and a time that isn't offered", async () => {
    const other = await newPatient();
    const error = await bookAppointment(other.actor, { doctorId: doctor.doctor.id, start }).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: "slot-taken" });
    const { alternatives } = (error as AppError).extra as { alternatives: { start: string }[] };
    expect(alternatives).toHaveLength(6);
    expect(alternatives.map((slot) => slot.start)).toContain(inDays(2, "09:30").toISOString().replace(".000Z", "Z"));
    expect(
      await outcome(
        bookAppointment(other.actor, { doctorId: doctor.doctor.id, start: inDays(2, "10:10").toISOString() }),
      ),
    ).toBe("slot-not-offered");
    expect(
      await outcome(
        bookAppointment(other.actor, { doctorId: doctor.doctor.id, start: inDays(-2, "10:00").toISOString() }),
      ),
    ).toBe("slot-not-offered");
  });

  it("refuses a patient who has another appointment then", async () => {
    const elsewhere = await createDoctor();
    expect(await outcome(bookAppointment(patient.actor, { doctorId: elsewhere.doctor.id, start }))).toBe(
      "patient-busy",
    );
  });

  it("keeps the buffers between visits that race for neighbouring slots", async () => {
    const buffered = await createDoctor({ schedule: { bufferAfterMinutes: 15, stepMinutes: 30 } });
    const [a, b] = [await newPatient(), await newPatient()];
    const results = await Promise.all([
      outcome(bookAppointment(a.actor, { doctorId: buffered.doctor.id, start: inDays(2, "11:00").toISOString() })),
      outcome(bookAppointment(b.actor, { doctorId: buffered.doctor.id, start: inDays(2, "11:30").toISOString() })),
    ]);
    expect(results.sort()).toEqual(["ok", "slot-taken"]);
  });

  it("lets the doctor and the front desk book for a patient they know, and no other", async () => {
    const hospital = await createHospital();
    const atHospital = await createDoctor({ hospitalId: hospital.id });
    const desk = (await newStaff(hospital.id, "COORDINATOR")).actor;
    const known = await newPatient();
    const stranger = await newPatient();
    const wanted = { doctorId: atHospital.doctor.id };
    await bookAppointment(known.actor, { ...wanted, start: inDays(2, "09:00").toISOString() });
    const byDesk = await bookAppointment(desk, {
      ...wanted,
      patientId: known.patient.id,
      start: inDays(2, "12:00").toISOString(),
    });
    expect(byDesk).toMatchObject({ status: "CONFIRMED", hospitalId: hospital.id });
    const byDoctor = await actorOf(atHospital.user);
    await bookAppointment(byDoctor, {
      ...wanted,
      patientId: known.patient.id,
      start: inDays(2, "13:00").toISOString(),
    });
    for (const actor of [desk, byDoctor, patient.actor]) {
      expect(
        await outcome(
          bookAppointment(actor, {
            ...wanted,
            patientId: stranger.patient.id,
            start: inDays(2, "14:00").toISOString(),
          }),
        ),
      ).toBe("not-found");
    }
  });

  it("does not find unlisted doctors", async () => {
    const pending = await createDoctor({ over: { verification: "PENDING" } });
    expect(
      await outcome(
        bookAppointment(patient.actor, { doctorId: pending.doctor.id, start: inDays(2, "15:00").toISOString() }),
      ),
    ).toBe("not-found");
  });
});

describe("racing bookings", () => {
  const race = async (actors: Actor[], work: (actor: Actor) => Promise<unknown>) => {
    const startedAt = Date.now();
    const results = await Promise.all(actors.map((actor) => outcome(work(actor))));
    return { results, tookMs: Date.now() - startedAt };
  };

  it("for one slot have one winner, and everyone else gets alternatives", async () => {
    const actors = await Promise.all(Array.from({ length: 25 }, async () => (await newPatient()).actor));
    for (let round = 0; round < 4; round++) {
      const { doctor } = await createDoctor();
      const { results } = await race(actors, (actor) =>
        bookAppointment(actor, { doctorId: doctor.id, start: inDays(5 + round, "10:00").toISOString() }),
      );
      expect(results.filter((result) => result === "ok")).toHaveLength(1);
      expect(results.filter((result) => result === "slot-taken")).toHaveLength(24);
    }
  });

  it("for one hold have one winner", async () => {
    const actors = await Promise.all(Array.from({ length: 10 }, async () => (await newPatient()).actor));
    const { doctor } = await createDoctor();
    const { results } = await race(actors, (actor) =>
      holdSlot(actor, { doctorId: doctor.id, start: inDays(2, "10:00").toISOString() }),
    );
    expect(results.filter((result) => result === "ok")).toHaveLength(1);
    expect(new Set(results)).toEqual(new Set(["ok", "slot-taken"]));
  });

  it("of one patient for overlapping times with many doctors have one winner", async () => {
    const { actor } = await newPatient();
    const doctors = await Promise.all(Array.from({ length: 8 }, () => createDoctor()));
    const results = await Promise.all(
      doctors.map(({ doctor }) =>
        outcome(bookAppointment(actor, { doctorId: doctor.id, start: inDays(2, "10:00").toISOString() })),
      ),
    );
    expect(results.filter((result) => result === "ok")).toHaveLength(1);
    expect(results.filter((result) => result === "patient-busy")).toHaveLength(7);
  });

  it("and crossing reschedules never overlap, lose nothing and never end in an internal error", async () => {
    const { doctor } = await createDoctor();
    const people = await Promise.all(Array.from({ length: 6 }, newPatient));
    const times = ["10:00", "10:30", "11:00", "11:30", "12:00", "12:30"] as const;
    const rows = await Promise.all(
      people.map((one, i) =>
        bookAppointment(one.actor, { doctorId: doctor.id, start: inDays(2, times[i]).toISOString() }),
      ),
    );
    const results = await Promise.all(
      rows.flatMap((row, i) =>
        ["14:00" as const, "14:30" as const].map((to) =>
          outcome(rescheduleAppointment(people[i]!.actor, row.id, { start: inDays(2, to).toISOString() })),
        ),
      ),
    );
    expect(results.every((result) => ["ok", "slot-taken", "version-mismatch"].includes(String(result)))).toBe(true);
    const live = await db.appointment.findMany({
      where: { doctorId: doctor.id, status: "CONFIRMED" },
      orderBy: { startsAt: "asc" },
    });
    expect(live).toHaveLength(6);
    expect(new Set(live.map((row) => row.startsAt.getTime())).size).toBe(6);
  });
});
