import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/lib/domain/appointments/book-appointment";
import { listAppointments } from "@/lib/domain/appointments/queries";
import { searchPatients, searchSimilarPatients } from "@/lib/domain/front-desk/search-patients";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { actorOf, createCast, newPatient } from "@/tests/support/actors";
import { createAppointment, createDoctor, createPatient, inDays } from "@/tests/support/factories";
import { outcome } from "@/tests/support/outcome";
import { elsewhere, openElsewhere, openPlace, place, type Place } from "./front-desk-walk-ins-harness";

beforeAll(openElsewhere);
beforeEach(openPlace);

describe("booking for a new patient", () => {
  const book = (actor: Actor, at: Place, more: object = {}) =>
    bookAppointment(actor, {
      doctorId: at.doctor.doctor.id,
      hospitalId: at.hospitalId,
      start: inDays(4, "10:00").toISOString(),
      patient: { name: "Nadja Newcomer", bornOn: "1990-05-06", phone: "+49 30 5550123" },
      ...more,
    });

  it("creates and books them in one step, for the desk and for the doctor", async () => {
    const byDesk = await book(place.desk, place);
    const byDoctor = await book(await actorOf(place.doctor.user), place, { start: inDays(4, "11:00").toISOString() });
    for (const row of [byDesk, byDoctor]) {
      expect(row).toMatchObject({ status: "CONFIRMED", hospitalId: place.hospitalId });
      expect(await db.patient.findUniqueOrThrow({ where: { id: row.patientId } })).toMatchObject({
        name: "Nadja Newcomer",
        phone: "+49305550123",
        bornOn: new Date("1990-05-06"),
      });
      expect(await db.patientAccess.count({ where: { patientId: row.patientId } })).toBe(0);
    }
  });

  it("is refused to patients and other places, and creates no one", async () => {
    const cast = await createCast();
    const before = await db.patient.count();
    const other = await createDoctor({ hospitalId: place.hospitalId });
    for (const actor of [
      cast.patient.actor,
      cast.manager.actor,
      cast.doctor.actor,
      cast.admin.actor,
      elsewhere.desk,
      await actorOf(other.user),
    ]) {
      expect(await outcome(book(actor, place))).toBe("forbidden");
    }
    expect(await db.patient.count()).toBe(before);
  });

  it("creates no one when the time is taken", async () => {
    await book(place.desk, place);
    const before = await db.patient.count();
    const codes = await Promise.all(Array.from({ length: 4 }, () => outcome(book(place.desk, place))));
    expect(codes).toEqual(["slot-taken", "slot-taken", "slot-taken", "slot-taken"]);
    expect(await db.patient.count()).toBe(before);
  });

  it("creates a patient visible to this hospital's staff and doctor only", async () => {
    const { patientId } = await book(place.desk, place);
    const seenBy = async (actor: Actor) =>
      (await listAppointments(actor, {}, { limit: 100 })).items.some((row) => row.patientId === patientId);
    expect(await seenBy(place.desk)).toBe(true);
    expect(await seenBy(await actorOf(place.doctor.user))).toBe(true);
    const colleague = await createDoctor({ hospitalId: place.hospitalId });
    for (const actor of [elsewhere.desk, await actorOf(colleague.user), (await newPatient()).actor])
      expect(await seenBy(actor)).toBe(false);
    expect(await searchPatients(place.desk, { hospitalId: place.hospitalId, name: "nadja" })).toMatchObject([
      { id: patientId, bornOn: "1990-05-06" },
    ]);
    expect(await searchPatients(elsewhere.desk, { hospitalId: elsewhere.hospitalId, name: "nadja" })).toEqual([]);
  });

  it("keeps their name out of events and audit", async () => {
    const { id, patientId } = await book(place.desk, place);
    const events = await db.domainEvent.findMany({ where: { aggregateId: { in: [id, patientId] } } });
    const audits = await db.auditEntry.findMany({ where: { patientId } });
    expect(audits.map(({ action }) => action).sort()).toEqual(["appointment.book", "patient.create"]);
    const written = JSON.stringify([
      events.map(({ refs, audience }) => [refs, audience]),
      audits.map(({ details }) => details),
    ]);
    expect(written).not.toMatch(/Nadja|Newcomer|5550123|1990/);
  });
});

describe("duplicates of a new patient", () => {
  it("are suggested by name, or by birth date and a similar name, at this hospital only", async () => {
    const visit = async (at: Place, name: string, bornOn: string) => {
      const { patient } = await createPatient({ over: { name, bornOn: new Date(bornOn) } });
      await createAppointment({ doctorId: at.doctor.doctor.id, patientId: patient.id }, { hospitalId: at.hospitalId });
    };
    await visit(place, "Katharina Schmidt", "1980-02-03");
    await visit(place, "Katharina Schmidt", "1955-01-01");
    await visit(place, "Xaver Obermoser", "1980-02-03");
    await visit(elsewhere, "Katharina Schmidt", "1980-02-03");
    const similar = async (name: string, bornOn?: string) =>
      (await searchSimilarPatients(place.desk, { hospitalId: place.hospitalId, name, bornOn })).map(
        (one) => `${one.name} ${one.bornOn}`,
      );
    expect(await similar("Katharina Schmidt", "1980-02-03")).toEqual([
      "Katharina Schmidt 1980-02-03",
      "Katharina Schmidt 1955-01-01",
    ]);
    expect(await similar("Catharina Schmitt", "1980-02-03")).toEqual(["Katharina Schmidt 1980-02-03"]);
    expect(await similar("Catharina Schmitt")).toEqual([]);
    await expect(
      searchSimilarPatients(elsewhere.desk, { hospitalId: place.hospitalId, name: "Katharina" }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});
