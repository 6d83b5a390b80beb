import { beforeAll, describe, expect, it } from "vitest";
import { changeBed } from "@/lib/domain/beds/change-bed";
import { changeBedBooking } from "@/lib/domain/beds/change-bed-booking";
import { undoDischarge } from "@/lib/domain/beds/undo-discharge";
import { db } from "@/lib/platform/db/db";
import { conditionOf, createHouse, createStay, inHours, MINUTE, outcome } from "./beds-cast";

type House = Awaited<ReturnType<typeof createHouse>>;
let house: House;
beforeAll(async () => {
  house = await createHouse();
});

async function discharged() {
  const stay = await createStay(house, "ADMITTED");
  await changeBedBooking(house.coordinator, stay.row.id, { status: "DISCHARGED" });
  return { ...stay, id: stay.row.id, bedId: stay.row.bedId! };
}

describe("a mistaken discharge", () => {
  it("can be undone: the same bed, the same stay, no cleaning, and everyone is notified", async () => {
    const { id, bedId } = await discharged();
    expect(await conditionOf(bedId)).toBe("CLEANING");
    expect(await undoDischarge(house.coordinator, id, 2)).toMatchObject({
      status: "ADMITTED",
      bedId,
      endsAt: null,
      dischargedAt: null,
      version: 3,
    });
    expect(await conditionOf(bedId)).toBe("OCCUPIED");
    expect(await db.bed.findUniqueOrThrow({ where: { id: bedId } })).toMatchObject({
      state: "READY",
      cleaningDueAt: null,
    });
    expect(await db.bedStay.findMany({ where: { bookingId: id } })).toMatchObject([{ endsAt: null }]);
    const events = await db.domainEvent.findMany({ where: { aggregateId: id }, orderBy: { sequence: "asc" } });
    expect(events.map(({ type }) => type)).toEqual(["bed-booking.discharged", "bed-booking.discharge-undone"]);
    expect(await db.auditEntry.count({ where: { subjectId: id, action: "bed-booking.undo-discharge" } })).toBe(1);
    expect(await outcome(undoDischarge(house.coordinator, id))).toBe("invalid-transition");
  });

  it("stays once someone else has the bed, or the patient another one", async () => {
    const { id, bedId } = await discharged();
    await createStay(house, "RESERVED", { bedId });
    expect(await outcome(undoDischarge(house.coordinator, id))).toBe("bed-taken");
    const elsewhere = await discharged();
    await createStay(house, "ADMITTED", { patientId: elsewhere.row.patientId });
    expect(await outcome(undoDischarge(house.coordinator, elsewhere.id))).toBe("patient-admitted");
  });

  it("can be undone after cleaning, but not when the bed is out of service or after half an hour", async () => {
    const clean = await discharged();
    const bed = await db.bed.findUniqueOrThrow({ where: { id: clean.bedId } });
    await changeBed(house.coordinator, clean.bedId, { state: "READY" }, bed.version);
    expect(await outcome(undoDischarge(house.coordinator, clean.id))).toBe("ok");
    const out = await discharged();
    await changeBed(house.coordinator, out.bedId, { state: "OUT_OF_SERVICE", reason: "Broken" });
    expect(await outcome(undoDischarge(house.coordinator, out.id))).toBe("invalid-transition");
    const late = await createStay(house, "DISCHARGED", {
      dischargedAt: new Date(Date.now() - 32 * MINUTE),
      endsAt: inHours(-0.5),
    });
    expect(await outcome(undoDischarge(house.coordinator, late.row.id))).toBe("invalid-transition");
    const past = db.bedBooking.update({
      where: { id: late.row.id },
      data: { status: "ADMITTED", version: { increment: 1 } },
    });
    await expect(past, "nor by the database").rejects.toThrow();
  });

  it("can be undone by the hospital alone, and by one of two at once", async () => {
    const { id, actor } = await discharged();
    expect(await outcome(undoDischarge(actor, id))).toBe("forbidden");
    const stranger = await createHouse();
    expect(await outcome(undoDischarge(stranger.manager, id))).toBe("not-found");
    const results = await Promise.all([
      outcome(undoDischarge(house.manager, id, 2)),
      outcome(undoDischarge(house.coordinator, id, 2)),
    ]);
    expect(results.sort()).toEqual(["ok", "version-mismatch"]);
  });
});
