import { describe, expect, it } from "vitest";
import { changeAmbulanceBooking } from "@/lib/domain/ambulances/change-ambulance-booking";
import { loadDispatchBoard } from "@/lib/domain/ambulances/load-dispatch-board";
import { getCall } from "@/lib/domain/ambulances/queries";
import { getAmbulance } from "@/lib/domain/ambulances/queries-fleet";
import { replaceVehicle } from "@/lib/domain/ambulances/replace-vehicle";
import type { ReplaceVehicleInput } from "@/lib/domain/ambulances/schema";
import { db } from "@/lib/platform/db/db";
import { sqlState } from "@/lib/platform/db/driver-error";
import { createAmbulance } from "../support/factories";
import { bring, call, hospitalAt, outcome, region, type At } from "./ambulances-harness";

const replace = (by: At, id: string, over: Partial<ReplaceVehicleInput> = {}) =>
  replaceVehicle(by.actor, id, { ambulanceId: by.fleet[1]!.id, ...over });
const swapTo = (own: At, id: string, vehicle: number) =>
  outcome(replace(own, id, { ambulanceId: own.fleet[vehicle]!.id }));

/** A call that the first of a hospital's two vehicles is on. */
async function underWay(status: "DISPATCHED" | "EN_ROUTE" | "ON_SCENE" | "TRANSPORTING") {
  const place = region();
  const own = await hospitalAt(place, 2);
  const { row } = await call(null, place);
  await bring(row.id, own, status);
  return { place, own, row };
}

describe("replacing a call's vehicle", () => {
  it.each(["DISPATCHED", "EN_ROUTE", "ON_SCENE", "TRANSPORTING"] as const)(
    "takes over a call that is %s, and notifies everyone involved",
    async (status) => {
      const { own, row } = await underWay(status);
      const before = await getCall(own.actor, row.id);
      const call = await replace(own, row.id, { outOfServiceReason: "Gearbox" });
      expect(call).toMatchObject({
        status,
        ambulanceId: own.fleet[1]!.id,
        dispatchedAt: before.dispatchedAt,
        version: before.version + 1,
      });
      const first = await getAmbulance(own.actor, own.fleet[0]!.id);
      expect(first).toMatchObject({ state: "OUT_OF_SERVICE", stateReason: "Gearbox", bookings: [] });
      expect((await loadDispatchBoard(own.actor, own.hospital.id)).counts).toEqual({
        total: 2,
        AVAILABLE: 0,
        ON_CALL: 1,
        OUT_OF_SERVICE: 1,
      });
      expect(await db.auditEntry.count({ where: { action: "ambulance.changed", subjectId: first.id } })).toBe(1);
      const event = await db.domainEvent.findFirstOrThrow({
        where: { aggregateId: row.id },
        orderBy: { position: "desc" },
      });
      expect([event.type, event.audience.toSorted()]).toEqual([
        "ambulance-booking.vehicle-replaced",
        [`call:${row.id}`, `hospital:${own.hospital.id}`],
      ]);
    },
  );

  it("leaves the first vehicle free unless stated otherwise", async () => {
    const { own, row } = await underWay("EN_ROUTE");
    await replace(own, row.id);
    expect((await getAmbulance(own.actor, own.fleet[0]!.id)).state).toBe("IN_SERVICE");
    expect((await loadDispatchBoard(own.actor, own.hospital.id)).counts).toMatchObject({ AVAILABLE: 1, ON_CALL: 1 });
  });

  it("with the one already on the call changes nothing, and it can't be out of service at the same time", async () => {
    const { own, row } = await underWay("EN_ROUTE");
    const before = await getCall(own.actor, row.id);
    const events = () => db.domainEvent.count({ where: { aggregateId: row.id } });
    const heard = await events();
    expect(await replace(own, row.id, { ambulanceId: own.fleet[0]!.id })).toMatchObject({
      version: before.version,
      ambulanceId: own.fleet[0]!.id,
      notified: null,
    });
    expect(await outcome(replace(own, row.id, { ambulanceId: own.fleet[0]!.id, outOfServiceReason: "Gearbox" }))).toBe(
      "invalid",
    );
    expect(await events()).toBe(heard);
    expect((await getAmbulance(own.actor, own.fleet[0]!.id)).state).toBe("IN_SERVICE");
  });

  it("is refused where there is none to replace, to others, and for vehicles that can't go", async () => {
    const { own, row, place } = await underWay("EN_ROUTE");
    const [stranger, waiting] = [await hospitalAt(region(), 2), await call(null, place)];
    const broken = await createAmbulance(own.hospital.id, { state: "OUT_OF_SERVICE", stateReason: "Tyres" });
    const forNewborns = await createAmbulance(own.hospital.id, { kind: "NEONATAL" });
    const { version } = await getCall(own.actor, row.id);
    expect(await outcome(replace(stranger, row.id))).toBe("not-found");
    expect(await outcome(replace(own, row.id, { ambulanceId: stranger.fleet[0]!.id }))).toBe("not-found");
    expect(await outcome(replace(own, waiting.row.id))).toBe("forbidden");
    expect(await outcome(replace(own, row.id, { ambulanceId: broken.id }))).toBe("invalid-transition");
    expect(await outcome(replace(own, row.id, { ambulanceId: forNewborns.id }))).toBe("invalid");
    expect(await outcome(replaceVehicle(own.actor, row.id, { ambulanceId: own.fleet[1]!.id }, version - 1))).toBe(
      "version-mismatch",
    );
    for (const status of ["ON_SCENE", "TRANSPORTING", "ARRIVED"] as const)
      await changeAmbulanceBooking(own.actor, row.id, { status });
    expect(await outcome(replace(own, row.id))).toBe("invalid-transition");
    expect((await getCall(own.actor, row.id)).ambulanceId).toBe(own.fleet[0]!.id);
  });

  it("gives one spare vehicle to one of two calls, and swapping both at once never hangs", async () => {
    for (let round = 0; round < 5; round++) {
      const place = region();
      const own = await hospitalAt(place, 3);
      const ids = [(await call(null, place)).row.id, (await call(null, place)).row.id];
      for (const [n, id] of ids.entries())
        await changeAmbulanceBooking(own.actor, id, { status: "DISPATCHED", ambulanceId: own.fleet[n]!.id });
      const swap = (id: string) =>
        outcome(replaceVehicle(own.actor, id, { ambulanceId: own.fleet[2]!.id, outOfServiceReason: "Clutch" }));
      expect((await Promise.all(ids.map(swap))).toSorted()).toEqual(["ambulance-taken", "ok"]);
      expect((await loadDispatchBoard(own.actor, own.hospital.id)).counts).toEqual({
        total: 3,
        AVAILABLE: 0,
        ON_CALL: 2,
        OUT_OF_SERVICE: 1,
      });
      const crossed = await Promise.all([swapTo(own, ids[0]!, 1), swapTo(own, ids[1]!, 0)]);
      expect(crossed.every((result) => result !== "ok")).toBe(true);
    }
  });

  it("needs a vehicle in service, even in plain SQL", async () => {
    const { own, row } = await underWay("EN_ROUTE");
    const broken = await createAmbulance(own.hospital.id, { state: "OUT_OF_SERVICE", stateReason: "Tyres" });
    const forced = db.$executeRaw`UPDATE "AmbulanceBooking" SET "ambulanceId" = ${broken.id}::uuid, "version" = "version" + 1 WHERE "id" = ${row.id}::uuid`;
    expect(await forced.catch((error: unknown) => sqlState(error))).toBe("23514");
  });
});
