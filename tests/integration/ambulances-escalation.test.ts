import { describe, expect, it } from "vitest";
import { changeAmbulance } from "@/lib/domain/ambulances/change-ambulance";
import { changeAmbulanceBooking } from "@/lib/domain/ambulances/change-ambulance-booking";
import { escalateCalls } from "@/lib/domain/ambulances/escalate-calls";
import { loadDispatchBoard } from "@/lib/domain/ambulances/load-dispatch-board";
import { getTrackedCall } from "@/lib/domain/ambulances/get-tracked-call";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import {
  bring,
  call,
  codeOf,
  hospitalAt,
  minutes,
  north,
  offersOf,
  outcome,
  region,
  statusOf,
  threeHospitals,
} from "./ambulances-harness";
import { eventsOf } from "./stored-events";

const typesOf = async (id: string) => (await eventsOf(id)).map((type) => type.replace("ambulance-booking.", ""));

describe("a waiting call", () => {
  it("goes to the nearest hospital, after three minutes also to the next, and to the third after three more", async () => {
    const { place, near, middle, far } = await threeHospitals();
    const start = new Date();
    const { row } = await call(null, place, {}, start);
    const at = (ms: number) => new Date(start.getTime() + ms);
    expect(await offersOf(row.id)).toEqual([[near.hospital.id, "OPEN"]]);
    await escalateCalls(at(179_999));
    expect(await offersOf(row.id)).toHaveLength(1);
    await escalateCalls(at(180_000));
    expect(await offersOf(row.id)).toEqual([
      [near.hospital.id, "OPEN"],
      [middle.hospital.id, "OPEN"],
    ]);
    await escalateCalls(at(180_001));
    await escalateCalls(at(359_999));
    expect(await offersOf(row.id)).toHaveLength(2);
    await escalateCalls(at(360_000));
    expect(await offersOf(row.id)).toEqual([
      [near.hospital.id, "OPEN"],
      [middle.hospital.id, "OPEN"],
      [far.hospital.id, "OPEN"],
    ]);
    expect(
      (await loadDispatchBoard(far.actor, far.hospital.id)).waiting.map(({ id, distanceKm }) => [
        id,
        Math.round(distanceKm ?? 0),
      ]),
    ).toEqual([[row.id, 50]]);
  });

  it("is escalated once, however many timers run at the same moment", async () => {
    const { place } = await threeHospitals();
    const { row } = await call(null, place);
    await Promise.all(Array.from({ length: 6 }, () => escalateCalls(minutes(3.1))));
    expect(await offersOf(row.id)).toHaveLength(2);
  });

  it("is escalated in the next round when a timer died half-way", async () => {
    const { place } = await threeHospitals();
    const { row } = await call(null, place);
    // What a killed process leaves behind: its transaction is rolled back, and half an escalation with it.
    await inTransaction(SYSTEM_ACTOR, async (tx) => {
      await tx.ambulanceBooking.update({
        where: { id: row.id },
        data: { escalatesAt: minutes(99), version: { increment: 1 } },
      });
      throw new Error("killed");
    }).catch(() => undefined);
    expect(await offersOf(row.id)).toHaveLength(1);
    await escalateCalls(minutes(3.1));
    expect(await offersOf(row.id)).toHaveLength(2);
    expect(await typesOf(row.id)).toEqual(["requested", "offered", "offered"]);
  });

  it("is passed on at once by a hospital that declines, which no longer sees it", async () => {
    const { place, near, middle } = await threeHospitals();
    const { row } = await call(null, place);
    await bring(row.id, near, "DECLINED");
    expect(await offersOf(row.id)).toEqual([
      [near.hospital.id, "DECLINED"],
      [middle.hospital.id, "OPEN"],
    ]);
    expect((await loadDispatchBoard(near.actor, near.hospital.id)).waiting).toEqual([]);
    expect(
      await outcome(
        changeAmbulanceBooking(near.actor, row.id, { status: "DISPATCHED", ambulanceId: near.fleet[0]!.id }),
      ),
    ).toBe("invalid-transition");
    expect(await statusOf(row.id)).toBe("REQUESTED");
  });

  it("ends when every hospital has declined, and the caller is told to phone the emergency number", async () => {
    const { place, near, middle, far } = await threeHospitals();
    const { row, trackingToken } = await call(null, place);
    for (const hospital of [near, middle, far]) await bring(row.id, hospital, "DECLINED");
    expect(await getTrackedCall(trackingToken!)).toMatchObject({
      status: "DECLINED",
      advice: expect.stringContaining("112"),
      endedAt: expect.any(String),
    });
  });

  it("stays open when no hospital is left: the caller is notified once, and those offered it are reminded every three minutes", async () => {
    const place = region();
    const only = await hospitalAt(north(place, 2));
    const { row, trackingToken } = await call(null, place);
    expect((await getTrackedCall(trackingToken!)).advice).toBeNull();
    await escalateCalls(minutes(3.1));
    expect(await getTrackedCall(trackingToken!)).toMatchObject({
      status: "REQUESTED",
      nobodyLeft: true,
      hospitalsAsked: 1,
      advice: expect.stringContaining("112"),
    });
    for (const minute of [3.2, 4, 5]) await escalateCalls(minutes(minute));
    expect(await typesOf(row.id)).toEqual(["requested", "offered", "unanswered", "offered"]);
    await escalateCalls(minutes(6.2));
    expect((await typesOf(row.id)).slice(4)).toEqual(["offered"]);
    await bring(row.id, only, "DISPATCHED");
    expect((await getTrackedCall(trackingToken!)).advice).toBeNull();
  });

  it("is kept when no vehicle is free anywhere, says so at once, and is offered as soon as there is one", async () => {
    const place = region();
    const busy = await hospitalAt(north(place, 2), 1, { state: "OUT_OF_SERVICE", stateReason: "Tyres" });
    const { row, trackingToken } = await call(null, place);
    expect(await getTrackedCall(trackingToken!)).toMatchObject({
      status: "REQUESTED",
      nobodyLeft: true,
      hospitalsAsked: 0,
      advice: expect.stringContaining("No ambulance near you is free"),
    });
    await escalateCalls(minutes(0.1));
    expect(await offersOf(row.id)).toEqual([]);
    await changeAmbulance(busy.actor, busy.fleet[0]!.id, { state: "IN_SERVICE" });
    await escalateCalls(minutes(0.2));
    expect(await offersOf(row.id)).toEqual([[busy.hospital.id, "OPEN"]]);
    expect(await getTrackedCall(trackingToken!)).toMatchObject({ nobodyLeft: false, hospitalsAsked: 1, advice: null });
  });

  it("does not wait three minutes for a hospital whose last vehicle has just left", async () => {
    const { place, near, middle } = await threeHospitals();
    const [first, second] = [await call(null, place), await call(null, place)];
    await bring(first.row.id, near, "DISPATCHED");
    await escalateCalls(minutes(0.1));
    expect(await offersOf(second.row.id)).toEqual([
      [near.hospital.id, "OPEN"],
      [middle.hospital.id, "OPEN"],
    ]);
  });

  it("is offered again to a hospital as soon as its vehicle is free again", async () => {
    const place = region();
    const only = await hospitalAt(north(place, 2));
    const [first, second] = [await call(null, place), await call(null, place)];
    await bring(first.row.id, only, "ARRIVED");
    await escalateCalls(minutes(4));
    expect((await typesOf(second.row.id)).at(-1)).toBe("unanswered");
    await changeAmbulanceBooking(only.actor, first.row.id, { status: "COMPLETED" });
    await escalateCalls(minutes(4.1));
    expect((await typesOf(second.row.id)).at(-1)).toBe("offered");
    expect(await offersOf(second.row.id)).toEqual([[only.hospital.id, "OPEN"]]);
  });

  it("ends after an hour without a vehicle", async () => {
    const place = region();
    const only = await hospitalAt(north(place, 2));
    const { row } = await call(null, place);
    await escalateCalls(minutes(59));
    expect(await statusOf(row.id)).toBe("REQUESTED");
    await escalateCalls(minutes(60.1));
    expect([await statusOf(row.id), await offersOf(row.id)]).toEqual(["DECLINED", [[only.hospital.id, "CLOSED"]]]);
    expect(
      codeOf(
        await changeAmbulanceBooking(only.actor, row.id, {
          status: "DISPATCHED",
          ambulanceId: only.fleet[0]!.id,
        }).catch((e: unknown) => e),
      ),
    ).toBe("invalid-transition");
  });
});
