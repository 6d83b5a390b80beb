import { describe, expect, it } from "vitest";
import { changeAmbulanceBooking } from "@/lib/domain/ambulances/change-ambulance-booking";
import { getCall, listCalls, listHospitalCalls } from "@/lib/domain/ambulances/queries";
import {
  AMBULANCE_BOOKING_STATUSES,
  REQUESTABLE_BOOKING_STATUSES,
  type AmbulanceBookingStatus,
  type RequestableBookingStatus,
} from "@/lib/domain/ambulances/status";
import { loadDispatchBoard } from "@/lib/domain/ambulances/load-dispatch-board";
import { getTrackedCall } from "@/lib/domain/ambulances/get-tracked-call";
import { db } from "@/lib/platform/db/db";
import { sqlState } from "@/lib/platform/db/driver-error";
import { actorOf, newDoctor, newPatient } from "../support/actors";
import { createAdmin, createAmbulance } from "../support/factories";
import { bring, call, codeOf, hospitalAt, offersOf, outcome, region, statusOf } from "./ambulances-harness";
import { scene, type Who } from "./ambulances-steps-harness";

/**
 * docs/domain.md §4, written again by hand: from, to → who may. Everything else is refused. "own hospital" is the one
 * whose vehicle comes (before a dispatch: the first that was asked), "asked hospital" the second.
 */
const ALLOWED: Partial<Record<AmbulanceBookingStatus, Partial<Record<RequestableBookingStatus, Who[]>>>> = {
  REQUESTED: {
    DISPATCHED: ["own hospital", "asked hospital"],
    DECLINED: ["own hospital", "asked hospital"],
    CANCELLED: ["caller", "link"],
  },
  DISPATCHED: { EN_ROUTE: ["own hospital"], CANCELLED: ["caller", "link", "own hospital"] },
  EN_ROUTE: { ON_SCENE: ["own hospital"], CANCELLED: ["caller", "link", "own hospital"] },
  ON_SCENE: { TRANSPORTING: ["own hospital"], CANCELLED: ["own hospital"] },
  TRANSPORTING: { ARRIVED: ["own hospital"] },
  ARRIVED: { COMPLETED: ["own hospital"] },
};

describe("every step by every role", () => {
  for (const from of AMBULANCE_BOOKING_STATUSES) {
    it(`from ${from}: only what docs/domain.md §4 allows`, async () => {
      for (const who of ["caller", "link", "own hospital", "asked hospital"] as const) {
        let fresh: Awaited<ReturnType<typeof scene>> | null = null;
        for (const to of REQUESTABLE_BOOKING_STATUSES) {
          if (who === "link" && to !== "CANCELLED") continue;
          const { row, act } = (fresh ??= await scene(from, who === "link"));
          const { version } = await db.ambulanceBooking.findUniqueOrThrow({ where: { id: row.id } });
          const result = await outcome(act(who, to));
          // A step to the current status changes nothing.
          const isThere = from === to && result === "ok";
          const may = ALLOWED[from]?.[to]?.includes(who) ?? false;
          if (isThere)
            expect((await db.ambulanceBooking.findUniqueOrThrow({ where: { id: row.id } })).version).toBe(version);
          else if (may) expect(`${who}: ${from} → ${to}: ${String(result)}`).toBe(`${who}: ${from} → ${to}: ok`);
          else
            expect(
              ["invalid-transition", "forbidden", "not-found", "call-taken"],
              `${who}: ${from} → ${to}: ${String(result)}`,
            ).toContain(result);
          // One of two hospitals declining does not end the call.
          expect(await statusOf(row.id)).toBe(may && to !== "DECLINED" ? to : from);
          if (may) fresh = null;
        }
      }
    });
  }

  it("answers the same for another's call and a missing one, to read and to change", async () => {
    const { row } = await scene("EN_ROUTE", false);
    const elsewhere = await hospitalAt(region());
    const strangers = [
      elsewhere.actor,
      (await newPatient()).actor,
      (await newDoctor()).actor,
      await actorOf(await createAdmin()),
    ];
    for (const stranger of strangers) {
      for (const work of [
        (id: string) => getCall(stranger, id),
        (id: string) => changeAmbulanceBooking(stranger, id, { status: "ON_SCENE" }),
      ]) {
        const foreign = await work(row.id).catch((error: unknown) => error);
        expect(foreign).toEqual(await work(crypto.randomUUID()).catch((error: unknown) => error));
        expect(codeOf(foreign)).toBe("not-found");
      }
      expect((await listCalls(stranger, {}, { limit: 20 })).items).toEqual([]);
      expect(await outcome(loadDispatchBoard(stranger, row.hospitalId ?? crypto.randomUUID()))).toBe("not-found");
    }
    expect((await listHospitalCalls(elsewhere.actor, row.hospitalId ?? "", {}, { limit: 20 })).items).toEqual([]);
  });

  it("is stamped, and the caller sees the crew's phone number while the vehicle is theirs", async () => {
    const { row, own, trackingToken } = await scene("REQUESTED", true);
    expect((await getTrackedCall(trackingToken!)).vehicle).toBeNull();
    await bring(row.id, own, "DISPATCHED");
    const { registration, crewPhone } = own.fleet[0]!;
    expect((await getTrackedCall(trackingToken!)).vehicle).toEqual({ registration, kind: "BASIC", crewPhone });
    for (const status of ["EN_ROUTE", "ON_SCENE", "TRANSPORTING", "ARRIVED", "COMPLETED"] as const)
      await changeAmbulanceBooking(own.actor, row.id, { status });
    const seen = await getTrackedCall(trackingToken!);
    const stamps = [
      seen.createdAt,
      seen.dispatchedAt,
      seen.enRouteAt,
      seen.onSceneAt,
      seen.transportingAt,
      seen.arrivedAt,
      seen.completedAt,
    ];
    expect(stamps).not.toContain(null);
    expect(stamps).toEqual(stamps.toSorted());
    expect(seen.vehicle).toBeNull();
  });

  it("needs a reason from staff to decline or cancel, and none from the caller", async () => {
    const waiting = await scene("REQUESTED", false);
    expect(await outcome(changeAmbulanceBooking(waiting.own.actor, waiting.row.id, { status: "DECLINED" }))).toBe(
      "invalid",
    );
    const moving = await scene("EN_ROUTE", false);
    expect(await outcome(changeAmbulanceBooking(moving.own.actor, moving.row.id, { status: "CANCELLED" }))).toBe(
      "invalid",
    );
    expect(await outcome(changeAmbulanceBooking(moving.caller, moving.row.id, { status: "CANCELLED" }))).toBe("ok");
  });

  it("is refused on an older version when the version is given", async () => {
    const { row, own } = await scene("DISPATCHED", false);
    const { version } = await getCall(own.actor, row.id);
    expect(await outcome(changeAmbulanceBooking(own.actor, row.id, { status: "EN_ROUTE" }, version - 1))).toBe(
      "version-mismatch",
    );
    expect(await outcome(changeAmbulanceBooking(own.actor, row.id, { status: "EN_ROUTE" }, version))).toBe("ok");
  });
});

describe("racing calls", () => {
  it("one hospital of two that dispatch at once wins, the other is told so, and its vehicle stays free", async () => {
    for (let round = 0; round < 5; round++) {
      const { row, act, own, asked } = await scene("REQUESTED", false);
      const results = await Promise.all([
        outcome(act("own hospital", "DISPATCHED")),
        outcome(act("asked hospital", "DISPATCHED")),
      ]);
      expect(results.toSorted()).toEqual(["call-taken", "ok"]);
      const [winner, loser] = results[0] === "ok" ? [own, asked] : [asked, own];
      const { hospitalId, ambulanceId } = await db.ambulanceBooking.findUniqueOrThrow({ where: { id: row.id } });
      expect([hospitalId, ambulanceId]).toEqual([winner.hospital.id, winner.fleet[0]!.id]);
      expect(new Map((await offersOf(row.id)) as [string, string][])).toEqual(
        new Map([
          [winner.hospital.id, "DISPATCHED"],
          [loser.hospital.id, "CLOSED"],
        ]),
      );
      expect((await loadDispatchBoard(loser.actor, loser.hospital.id)).counts).toMatchObject({
        AVAILABLE: 1,
        ON_CALL: 0,
      });
      expect((await loadDispatchBoard(loser.actor, loser.hospital.id)).waiting).toEqual([]);
      expect(await outcome(getCall(loser.actor, row.id))).toBe("not-found");
    }
  });

  it("one call of two that want one vehicle gets it, and the other is told that it is taken", async () => {
    for (let round = 0; round < 5; round++) {
      const place = region();
      const at = await hospitalAt(place, 1);
      const calls = [await call(null, place), await call(null, place)];
      const send = (id: string) =>
        outcome(changeAmbulanceBooking(at.actor, id, { status: "DISPATCHED", ambulanceId: at.fleet[0]!.id }));
      const results = await Promise.all(calls.map(({ row }) => send(row.id)));
      expect(results.toSorted()).toEqual(["ambulance-taken", "ok"]);
      expect(await db.ambulanceBooking.count({ where: { ambulanceId: at.fleet[0]!.id } })).toBe(1);
    }
  });

  it("a dispatch and the caller's cancellation at once leave one of the two, and the vehicle follows", async () => {
    for (let round = 0; round < 5; round++) {
      const { row, act, own } = await scene("REQUESTED", false);
      await Promise.all([outcome(act("own hospital", "DISPATCHED")), outcome(act("caller", "CANCELLED"))]);
      expect(await statusOf(row.id)).toBe("CANCELLED");
      expect((await loadDispatchBoard(own.actor, own.hospital.id)).counts).toMatchObject({ AVAILABLE: 1, ON_CALL: 0 });
    }
  });

  it("keep one live call per vehicle, the order of steps, and vehicles in service, even in plain SQL", async () => {
    const { row, own, place } = await scene("DISPATCHED", false);
    const other = await call(null, place);
    const send = (ambulanceId: string) =>
      db.$executeRaw`UPDATE "AmbulanceBooking" SET "status" = 'DISPATCHED', "hospitalId" = ${own.hospital.id}::uuid, "ambulanceId" = ${ambulanceId}::uuid,
        "dispatchedAt" = now(), "version" = "version" + 1 WHERE "id" = ${other.row.id}::uuid`;
    const states = [
      send(own.fleet[0]!.id),
      send((await createAmbulance(own.hospital.id, { state: "OUT_OF_SERVICE", stateReason: "Tyres" })).id),
      db.$executeRaw`UPDATE "AmbulanceBooking" SET "status" = 'ARRIVED', "version" = "version" + 1 WHERE "id" = ${row.id}::uuid`,
      db.$executeRaw`UPDATE "AmbulanceBooking" SET "statusReason" = 'x' WHERE "id" = ${row.id}::uuid`,
      db.$executeRaw`UPDATE "Ambulance" SET "removedAt" = now() WHERE "id" = ${own.fleet[0]!.id}::uuid`,
      db.$executeRaw`UPDATE "Ambulance" SET "state" = 'OUT_OF_SERVICE', "stateReason" = 'x' WHERE "id" = ${own.fleet[0]!.id}::uuid`,
    ].map((work) => work.catch((error: unknown) => sqlState(error)));
    expect(await Promise.all(states)).toEqual(["23505", "23514", "23514", "23514", "23514", "23514"]);
  });
});
