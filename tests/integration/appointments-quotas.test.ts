import { describe, expect, it } from "vitest";
import { bookAppointment } from "@/lib/domain/appointments/book-appointment";
import { holdSlot } from "@/lib/domain/appointments/hold-slot";
import { releaseHold } from "@/lib/domain/appointments/release-hold";
import { rescheduleAppointment } from "@/lib/domain/appointments/reschedule-appointment";
import { getAvailability } from "@/lib/domain/schedules/queries";
import { config } from "@/lib/platform/config/config";
import { db } from "@/lib/platform/db/db";
import { actorOf, newPatient, newStaff } from "../support/actors";
import { createAppointment, createDoctor, createHospital, inDays } from "../support/factories";
import { outcome } from "../support/outcome";
import { at, refusal } from "./appointments-harness";

const CLIENTS = 25;
const { quotas } = config;

const counted = (results: unknown[]) => ({
  ok: results.filter((one) => one === "ok").length,
  refused: results.filter((one) => one === "quota-reached").length,
});

describe("the booking quotas", () => {
  it("limit the visits with one doctor, also when 25 are requested at once", async () => {
    const { actor } = await newPatient();
    const { doctor } = await createDoctor();
    const wanted = Array.from({ length: CLIENTS }, (_, n) =>
      outcome(bookAppointment(actor, { doctorId: doctor.id, start: at(2 + n) })),
    );
    expect(counted(await Promise.all(wanted))).toEqual({
      ok: quotas.upcomingWithDoctor,
      refused: CLIENTS - quotas.upcomingWithDoctor,
    });
  });

  it("limit the upcoming visits over all doctors, also in a race", async () => {
    const { actor, patient } = await newPatient();
    const doctors = await Promise.all(Array.from({ length: CLIENTS }, () => createDoctor()));
    for (let n = 0; n < quotas.upcoming - 2; n++)
      await createAppointment({ doctorId: doctors[n]!.doctor.id, patientId: patient.id }, { startsAt: inDays(40 + n) });
    const wanted = doctors.map(({ doctor }, n) =>
      outcome(bookAppointment(actor, { doctorId: doctor.id, start: at(2 + n) })),
    );
    expect(counted(await Promise.all(wanted))).toEqual({ ok: 2, refused: CLIENTS - 2 });
  });

  it("limit the visits on one day, say which quota was reached, and count moves too", async () => {
    const { actor } = await newPatient();
    const { doctor } = await createDoctor();
    for (let n = 0; n < quotas.perDay; n++) await bookAppointment(actor, { doctorId: doctor.id, start: at(3, n) });
    expect(await refusal(bookAppointment(actor, { doctorId: doctor.id, start: at(3, 9) }))).toEqual({
      code: "quota-reached",
      quota: "per-day",
      most: quotas.perDay,
    });
    const other = await bookAppointment(actor, { doctorId: doctor.id, start: at(4) });
    expect(await outcome(rescheduleAppointment(actor, other.id, { start: at(3, 10) }))).toBe("quota-reached");
    expect(await outcome(rescheduleAppointment(actor, other.id, { start: at(5, 10) }))).toBe("ok");
    expect(await outcome(holdSlot(actor, { doctorId: doctor.id, start: at(3, 11) }))).toBe("quota-reached");
  });

  it("leave the doctor and the front desk free to book more", async () => {
    const hospital = await createHospital();
    const { doctor, user } = await createDoctor({
      hospitalId: hospital.id,
      schedule: { mostVisitsPerPatientPerDay: 1, mostNewPatientsPerDay: 0 },
    });
    const desk = (await newStaff(hospital.id, "COORDINATOR")).actor;
    const { patient } = await newPatient();
    await createAppointment(
      { doctorId: doctor.id, patientId: patient.id },
      { hospitalId: hospital.id, startsAt: inDays(3, "09:00") },
    );
    for (const [n, actor] of [desk, desk, await actorOf(user)].entries()) {
      expect(
        await outcome(bookAppointment(actor, { doctorId: doctor.id, patientId: patient.id, start: at(3, n + 1) })),
      ).toBe("ok");
    }
  });
});

describe("the hold quotas", () => {
  const doctorOnly = async () => (await createDoctor()).doctor.id;

  it("keep ten accounts from holding ten times of one doctor, and those refused can still book", async () => {
    const doctorId = await doctorOnly();
    const people = await Promise.all(Array.from({ length: CLIENTS }, () => newPatient()));
    const results = await Promise.all(
      people.map(({ actor }, n) => outcome(holdSlot(actor, { doctorId, start: at(2 + Math.floor(n / 10), n % 10) }))),
    );
    expect(results.filter((one) => one === "ok")).toHaveLength(quotas.holdsOfDoctor);
    expect(results.filter((one) => one === "hold-limit")).toHaveLength(CLIENTS - quotas.holdsOfDoctor);
    const nth = results.indexOf("hold-limit");
    const start = at(2 + Math.floor(nth / 10), nth % 10);
    expect(await refusal(holdSlot(people[nth]!.actor, { doctorId, start }))).toMatchObject({
      code: "hold-limit",
      terms: { needsConfirmation: false },
    });
    expect(await outcome(bookAppointment(people[nth]!.actor, { doctorId, start }))).toBe("ok");
  });

  it("limit how often a hold is renewed, released in between or not", async () => {
    const doctorId = await doctorOnly();
    const { actor } = await newPatient();
    const start = at(2);
    for (let n = 0; n < quotas.holdsOfOneTime; n++) {
      const { id } = await holdSlot(actor, { doctorId, start });
      if (n % 2 === 0) await releaseHold(actor, id);
    }
    expect(await outcome(holdSlot(actor, { doctorId, start }))).toBe("hold-limit");
    const results = [];
    for (let n = 1; n <= quotas.holdsPerHour; n++)
      results.push(await outcome(holdSlot(actor, { doctorId, start: at(2, n) })));
    expect(results.filter((one) => one === "ok")).toHaveLength(quotas.holdsPerHour - quotas.holdsOfOneTime);
    await db.$executeRaw`UPDATE "Appointment" SET "createdAt" = "createdAt" - interval '61 minutes' WHERE "bookedByUserId" = ${actor.userId}::uuid`;
    expect(await outcome(holdSlot(actor, { doctorId, start }))).toBe("ok");
  });

  it("limit the holds of an account over all doctors, also in a race", async () => {
    const { actor } = await newPatient();
    const doctors = await Promise.all(Array.from({ length: 10 }, doctorOnly));
    const results = await Promise.all(
      doctors.map((doctorId, n) => outcome(holdSlot(actor, { doctorId, start: at(2, n) }))),
    );
    expect(results.filter((one) => one === "ok")).toHaveLength(quotas.holds);
  });
});

describe("the hours' own quotas", () => {
  const free = async (doctorId: string, day: number) =>
    (
      await getAvailability(doctorId, {
        from: inDays(day, "00:00").toISOString(),
        to: inDays(day + 1, "00:00").toISOString(),
      })
    ).slots.length;

  it("close a full day, also in a race, and not the next day", async () => {
    const { doctor } = await createDoctor({ schedule: { mostVisitsPerDay: 4 } });
    const people = await Promise.all(Array.from({ length: 12 }, () => newPatient()));
    const results = await Promise.all(
      people.map(({ actor }, n) => outcome(bookAppointment(actor, { doctorId: doctor.id, start: at(2, n) }))),
    );
    expect(results.filter((one) => one === "ok")).toHaveLength(4);
    expect(results.filter((one) => one === "slot-taken")).toHaveLength(8);
    expect([await free(doctor.id, 2), await free(doctor.id, 3)]).toEqual([0, 16]);
    const row = await db.appointment.findFirstOrThrow({
      where: { doctorId: doctor.id },
      select: { id: true, bookedByUserId: true },
    });
    expect(
      await outcome(rescheduleAppointment(await actorOf({ id: row.bookedByUserId! }), row.id, { start: at(2, 15) })),
      "its own place is free to it",
    ).toBe("ok");
  });

  it("count the place's own days, wherever the window begins", async () => {
    const { doctor } = await createDoctor({ schedule: { mostVisitsPerDay: 1, timeZone: "Pacific/Auckland" } });
    const { actor } = await newPatient();
    const { slots } = await getAvailability(doctor.id, {
      from: inDays(2, "00:00").toISOString(),
      to: inDays(5, "00:00").toISOString(),
    });
    const first = slots.find(({ start }) => start >= inDays(2, "12:00").toISOString())!;
    await bookAppointment(actor, { doctorId: doctor.id, start: first.start });
    const dayOf = (start: string) =>
      new Intl.DateTimeFormat("en-CA", { timeZone: "Pacific/Auckland" }).format(new Date(start));
    for (const from of [inDays(2, "00:00"), new Date(Date.parse(first.start) + 60_000)]) {
      const later = await getAvailability(doctor.id, {
        from: from.toISOString(),
        to: inDays(5, "00:00").toISOString(),
      });
      expect(later.slots.filter(({ start }) => dayOf(start) === dayOf(first.start))).toEqual([]);
      expect(later.slots.length).toBeGreaterThan(0);
    }
  });

  it("limit one patient, and new patients, per day", async () => {
    const { doctor } = await createDoctor({ schedule: { mostVisitsPerPatientPerDay: 1, mostNewPatientsPerDay: 2 } });
    const people = await Promise.all(Array.from({ length: 5 }, () => newPatient()));
    const known = people[4]!;
    await createAppointment(
      { doctorId: doctor.id, patientId: known.patient.id },
      { status: "COMPLETED", startsAt: inDays(-30) },
    );
    const results = await Promise.all(
      people
        .slice(0, 4)
        .map(({ actor }, n) => outcome(bookAppointment(actor, { doctorId: doctor.id, start: at(2, n) }))),
    );
    expect(counted(results)).toEqual({ ok: 2, refused: 2 });
    expect(await outcome(bookAppointment(known.actor, { doctorId: doctor.id, start: at(2, 8) }))).toBe("ok");
    expect(await refusal(bookAppointment(known.actor, { doctorId: doctor.id, start: at(2, 9) }))).toMatchObject({
      quota: "per-day-here",
      most: 1,
    });
  });
});
