import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db/db";
import { pendingDeliveries, type StoredEvent } from "@/lib/platform/events/outbox";
import { admitPatient } from "@/lib/domain/beds/admit-patient";
import { changeBedBooking } from "@/lib/domain/beds/change-bed-booking";
import { getStay, listBedBookings } from "@/lib/domain/beds/queries";
import { requestBed } from "@/lib/domain/beds/request-bed";
import { transferPatient } from "@/lib/domain/beds/transfer-patient";
import { deliverNotifications } from "@/lib/domain/notifications/deliver-notifications";
import { listNotificationItems } from "@/lib/domain/notifications/queries";
import { actorOf, newPatient } from "../support/actors";
import { createAdmin, createBed, createDoctor, createPatient, createWard, inDays } from "../support/factories";
import { conditionOf, createHouse, createStay, inHours, outcome, fieldsOf } from "./beds-cast";
import { eventsOf } from "./stored-events";

let house: Awaited<ReturnType<typeof createHouse>>;
beforeAll(async () => {
  house = await createHouse();
});
const tomorrow = () => inDays(1).toISOString().slice(0, 10);
const bedRequest = (over: Partial<Parameters<typeof requestBed>[1]> = {}) => ({
  hospitalId: house.hospital.id,
  wardKind: "GENERAL" as const,
  from: tomorrow(),
  ...over,
});

describe("requesting a bed", () => {
  it("is for oneself or a child one acts for, and no one else", async () => {
    const { user, patient } = await createPatient();
    const { patient: child } = await createPatient();
    await db.patientAccess.create({ data: { userId: user.id, patientId: child.id, relation: "CHILD" } });
    const { patient: ended } = await createPatient();
    await db.patientAccess.create({
      data: { userId: user.id, patientId: ended.id, relation: "PARENT", expiresAt: inHours(-1) },
    });
    const actor = await actorOf(user);
    expect(await requestBed(actor, bedRequest({ reason: "A knee" }))).toMatchObject({
      patientId: patient.id,
      status: "REQUESTED",
      reason: "A knee",
      bedId: null,
      version: 1,
    });
    const row = await requestBed(actor, bedRequest({ patientId: child.id }));
    expect(row.patientId).toBe(child.id);
    for (const patientId of [ended.id, (await createPatient()).patient.id, crypto.randomUUID()])
      expect(await outcome(requestBed(actor, bedRequest({ patientId })))).toBe("not-found");
    expect(await outcome(requestBed(actor, bedRequest({ patient: { name: "Someone new" } })))).toBe("forbidden");
    expect(await eventsOf(row.id)).toEqual(["bed-booking.requested"]);
    expect((await listBedBookings(actor, {}, { limit: 10 })).items.length).toBe(2);
  });

  it("by staff is for known patients or new ones, and other users of the platform are 404", async () => {
    const known = await createStay(house, "DISCHARGED");
    expect(await requestBed(house.coordinator, bedRequest({ patientId: known.patient.id }))).toMatchObject({
      patientId: known.patient.id,
    });
    const { patient: unknown } = await createPatient();
    expect(await outcome(requestBed(house.manager, bedRequest({ patientId: unknown.id })))).toBe("not-found");
    const row = await requestBed(
      house.coordinator,
      bedRequest({ patient: { name: "Walked In", bornOn: "1950-02-03" } }),
    );
    expect(
      await db.patient.findUniqueOrThrow({ where: { id: row.patientId }, select: { name: true, accesses: true } }),
    ).toEqual({ name: "Walked In", accesses: [] });
    for (const user of [(await createDoctor({ hospitalId: house.hospital.id })).user, await createAdmin()]) {
      expect(await fieldsOf(requestBed(await actorOf(user), bedRequest()))).toEqual(["invalid", "patientId"]);
      expect(await outcome(requestBed(await actorOf(user), bedRequest({ patientId: known.patient.id })))).toBe(
        "not-found",
      );
    }
  });

  it("answers the same for an unlisted and a missing hospital, but tells its own people why", async () => {
    const hidden = await createHouse(["GENERAL"], { verification: "PENDING", verifiedAt: null });
    const { actor } = await newPatient();
    const asked = await Promise.all(
      [hidden.hospital.id, crypto.randomUUID()].map((hospitalId) =>
        requestBed(actor, bedRequest({ hospitalId })).catch((error: unknown) => error),
      ),
    );
    expect(asked[0]).toEqual(asked[1]);
    expect(asked[0]).toMatchObject({ code: "not-found" });
    expect(
      await outcome(
        requestBed(hidden.manager, bedRequest({ hospitalId: hidden.hospital.id, patient: { name: "New" } })),
      ),
    ).toBe("forbidden");
    expect(await fieldsOf(requestBed(actor, bedRequest({ wardKind: "ICU" })))).toEqual(["invalid", "wardKind"]);
    await createWard(house.hospital.id, { kind: "HDU", removedAt: new Date() });
    expect(await fieldsOf(requestBed(actor, bedRequest({ wardKind: "HDU" })))).toEqual(["invalid", "wardKind"]);
    expect(await fieldsOf(requestBed(actor, bedRequest({ from: inHours(-30).toISOString() })))).toEqual([
      "invalid",
      "from",
    ]);
  });
});

describe("admitting a walk-in", () => {
  it("books and admits in one transaction, with a stay, and leaves nothing behind where that fails", async () => {
    const bed = await createBed(house.hospital.id, { ward: house.ward });
    const at = { hospitalId: house.hospital.id, bedId: bed.id };
    const row = await admitPatient(house.coordinator, { ...at, patient: { name: "From the street" }, reason: "Fell" });
    expect(row).toMatchObject({ status: "ADMITTED", wardKind: "GENERAL", version: 1, startsAt: row.admittedAt });
    expect(await conditionOf(bed.id)).toBe("OCCUPIED");
    expect((await getStay(house.manager, row.id)).stays).toMatchObject([{ bed: { label: bed.label }, endsAt: null }]);
    expect(await eventsOf(row.id)).toEqual(["bed-booking.admitted"]);
    const people = await db.patient.count();
    expect(await outcome(admitPatient(house.coordinator, { ...at, patient: { name: "Too late" } }))).toBe("bed-taken");
    expect(await db.patient.count()).toBe(people);
    const other = await createBed(house.hospital.id, { ward: house.ward });
    expect(await outcome(admitPatient(house.coordinator, { ...at, bedId: other.id, patientId: row.patientId }))).toBe(
      "patient-admitted",
    );
    const { actor, patient } = await newPatient();
    for (const stranger of [actor, (await createHouse()).manager]) {
      expect(await outcome(admitPatient(stranger, { ...at, bedId: other.id, patientId: patient.id }))).toBe(
        "not-found",
      );
    }
  });

  it("is refused for someone in another hospital's bed, without saying where", async () => {
    const elsewhere = await createHouse();
    const there = await createStay(elsewhere, "ADMITTED");
    await db.bedBooking.create({
      data: {
        hospitalId: house.hospital.id,
        patientId: there.patient.id,
        wardKind: "GENERAL",
        startsAt: inHours(-90),
        status: "CANCELLED",
      },
    });
    const bed = await createBed(house.hospital.id, { ward: house.ward });
    const refused = await admitPatient(house.manager, {
      hospitalId: house.hospital.id,
      bedId: bed.id,
      patientId: there.patient.id,
    }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "patient-admitted", extra: undefined });
    expect(JSON.stringify(refused)).not.toContain(elsewhere.hospital.id);
  });
});

describe("events of a stay", () => {
  it("reach the patient of each step and the requested hospital, in a line with name and time, and nothing personal on the wire", async () => {
    const own = await createHouse();
    const { actor, patient } = await newPatient();
    const [first, second] = [
      await createBed(own.hospital.id, { ward: own.ward }),
      await createBed(own.hospital.id, { ward: own.ward }),
    ];
    const { id } = await requestBed(
      actor,
      bedRequest({ hospitalId: own.hospital.id, from: inHours(1).toISOString(), reason: "A secret illness" }),
    );
    await changeBedBooking(own.manager, id, { status: "RESERVED", bedId: first.id });
    await changeBedBooking(own.manager, id, { status: "ADMITTED" });
    await transferPatient(own.manager, id, { bedId: second.id });
    await changeBedBooking(own.manager, id, { status: "DISCHARGED" });
    const rows = await db.domainEvent.findMany({
      where: { refs: { path: ["hospitalId"], equals: own.hospital.id } },
      orderBy: { position: "asc" },
    });
    const wire = JSON.stringify([
      rows.map(({ position: _position, sequence: _sequence, ...event }) => event),
      await db.auditEntry.findMany({ where: { hospitalId: own.hospital.id }, select: { action: true, details: true } }),
    ]);
    for (const secret of [patient.name, "secret illness"]) expect(wire).not.toContain(secret);
    expect(rows.filter(({ type }) => type === "capacity.changed").length).toBe(5);
    const mine = (await pendingDeliveries("notifications", 5_000)).filter(
      (event: StoredEvent) => event.aggregateId === id,
    );
    await deliverNotifications(mine);
    const news = (await listNotificationItems(actor, { limit: 10 })).items.toReversed();
    expect(news.map(({ type }) => type)).toEqual(
      ["reserved", "admitted", "discharged"].map((type) => `bed-booking.${type}`),
    );
    expect(news[0]!.stay).toMatchObject({ id, side: "patient", withName: own.hospital.name });
    for (const staff of [own.manager, own.coordinator]) {
      expect((await listNotificationItems(staff, { limit: 10 })).items).toMatchObject([
        { type: "bed-booking.requested", stay: { side: "hospital", withName: patient.name } },
      ]);
    }
  });
});
