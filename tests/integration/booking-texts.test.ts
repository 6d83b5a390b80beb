import { readFileSync } from "node:fs";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { inTransaction } from "@/lib/actor/transaction";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import { getAppointment, listAppointmentCards } from "@/lib/domain/appointments/queries";
import { changeBedBooking } from "@/lib/domain/beds/change-bed-booking";
import { getBedBooking, listStays } from "@/lib/domain/beds/queries";
import { db } from "@/lib/platform/db/db";
import { outcome } from "@/tests/support/outcome";
import { asBackup, asOwner, bookedVisit, createReaders, requestedStay } from "./booking-texts-harness";

describe("why someone comes to an appointment", () => {
  it("is read and written by exactly those who see it and book it, also by the database alone", async () => {
    const world = await createReaders();
    const visit = await bookedVisit(world);
    expect(visit.reason).toBe("A cough");
    for (const [who, { actor, visit: may }] of Object.entries(world.readers)) {
      const rows = await inTransaction(actor, (tx) => tx.appointmentText.findMany({ select: { text: true } }));
      expect(rows, who).toEqual(may === "-" ? [] : [{ text: "A cough" }]);
      const write = inTransaction(actor, async (tx) => {
        await tx.appointmentText.createMany({ data: [{ appointmentId: visit.id, kind: "STATUS_REASON", text: "x" }] });
        throw new Error("only tried");
      });
      await expect(write, who).rejects.toThrow(may === "writes" ? "only tried" : /This doesn.t exist/);
      if (may === "-") expect(await outcome(getAppointment(actor, visit.id)), who).toBe("not-found");
      else expect((await getAppointment(actor, visit.id)).reason, who).toBe("A cough");
    }
  });

  it("stands in lists, and with it why the appointment was cancelled", async () => {
    const world = await createReaders();
    const { id } = await bookedVisit(world);
    const { doctor, patientId, readers } = world;
    const step = { status: "CANCELLED", reason: "Ill" } as const;
    const cancelled = await changeStatus(doctor.actor, id, step);
    expect(cancelled).toMatchObject({ reason: "A cough", statusReason: "Ill" });
    expect(await changeStatus(doctor.actor, id, step)).toMatchObject({ statusReason: "Ill", version: 2 });
    for (const { actor, visit } of Object.values(readers)) {
      const { items } = await listAppointmentCards(actor, { patientIds: [patientId] }, { limit: 10 });
      const texts = items.filter((item) => item.id === id).map(({ reason, statusReason }) => [reason, statusReason]);
      expect(texts).toEqual(visit === "-" ? [] : [["A cough", "Ill"]]);
    }
  });

  it("is stored with the booking or not at all", async () => {
    const world = await createReaders();
    const { id } = await bookedVisit(world);
    expect(await outcome(bookedVisit(world))).toBe("slot-taken");
    const { rows } = await asBackup(`SELECT t."appointmentId" AS "id" FROM "AppointmentText" t
      JOIN "Appointment" a ON a."id" = t."appointmentId" WHERE a."patientId" = '${world.patientId}'`);
    expect(rows).toEqual([{ id }]);
  });
});

describe("why someone needs a bed", () => {
  it("is read and written by exactly the hospital's desk and those who book for the patient", async () => {
    const world = await createReaders();
    const stay = await requestedStay(world);
    expect(stay.reason).toBe("A knee");
    for (const [who, { actor, stay: may }] of Object.entries(world.readers)) {
      const rows = await inTransaction(actor, (tx) => tx.bedBookingText.findMany({ select: { text: true } }));
      expect(rows, who).toEqual(may === "-" ? [] : [{ text: "A knee" }]);
      const write = inTransaction(actor, async (tx) => {
        await tx.bedBookingText.createMany({ data: [{ bookingId: stay.id, kind: "STATUS_REASON", text: "x" }] });
        throw new Error("only tried");
      });
      await expect(write, who).rejects.toThrow(may === "writes" ? "only tried" : /This doesn.t exist/);
      if (may === "-") expect(await outcome(getBedBooking(actor, stay.id)), who).toBe("not-found");
      else expect((await getBedBooking(actor, stay.id)).reason, who).toBe("A knee");
    }
  });

  it("stands in lists, and with it why the stay was declined", async () => {
    const world = await createReaders();
    const { id } = await requestedStay(world);
    const { actor } = world.readers["the front desk"]!;
    const texts = { reason: "A knee", statusReason: "We are full" };
    const step = { status: "DECLINED", reason: "We are full" } as const;
    expect(await changeBedBooking(actor, id, step)).toMatchObject(texts);
    for (const reader of [world.patient.actor, actor])
      expect((await listStays(reader, {}, { limit: 10 })).items).toMatchObject([{ id, ...texts }]);
  });
});

describe.each(["AppointmentText", "BedBookingText"])("what was written, in %s,", (table) => {
  it("is never changed or removed by the application", async () => {
    for (const text of [`UPDATE "${table}" SET "text" = 'x'`, `DELETE FROM "${table}"`])
      await expect(db.$executeRawUnsafe(text)).rejects.toThrow(/permission denied/);
  });

  it("is neither readable nor changeable for the owner of the table", async () => {
    const world = await createReaders();
    await bookedVisit(world);
    await requestedStay(world);
    expect((await asBackup(`SELECT FROM "${table}"`)).rowCount).toBeGreaterThan(0);
    for (const text of [`SELECT FROM "${table}"`, `UPDATE "${table}" SET "text" = 'x'`, `DELETE FROM "${table}"`])
      expect((await asOwner(text)).rowCount).toBe(0);
  });
});

it("what was written in bookings before comes along, and nothing where nothing was", async () => {
  const world = await createReaders();
  const [visit, stay] = [await bookedVisit(world), await requestedStay(world)];
  const migration = readFileSync("prisma/migrations/20261201020100_booking_texts/migration.sql", "utf8");
  const owner = new pg.Client({ connectionString: process.env.MIGRATION_DATABASE_URL });
  await owner.connect();
  try {
    // What has come to use these functions since goes with them, until all of it is rolled back.
    await owner.query(`BEGIN; DROP TABLE "AppointmentText", "BedBookingText"; DROP TYPE "BookingTextKind";
      DROP FUNCTION "seen_patients", "booked_patients", "staffed_hospitals" CASCADE`);
    for (const [table, id] of [
      ["Appointment", visit.id],
      ["BedBooking", stay.id],
    ])
      await owner.query(`ALTER TABLE "${table}" ADD COLUMN "reason" text, ADD COLUMN "statusReason" text, DISABLE TRIGGER USER;
        UPDATE "${table}" SET "reason" = ''; UPDATE "${table}" SET "reason" = 'Why', "statusReason" = 'Why not' WHERE "id" = '${id}';
        ALTER TABLE "${table}" ENABLE TRIGGER USER`);
    await owner.query(migration);
    const { rows } = await owner.query(`SELECT "appointmentId" AS "id", "kind", "text" FROM "AppointmentText"
      UNION ALL SELECT * FROM "BedBookingText"`);
    expect(rows).toHaveLength(4);
    for (const { id } of [visit, stay]) {
      expect(rows).toContainEqual({ id, kind: "REASON", text: "Why" });
      expect(rows).toContainEqual({ id, kind: "STATUS_REASON", text: "Why not" });
    }
  } finally {
    await owner.query("ROLLBACK");
    await owner.end();
  }
});
