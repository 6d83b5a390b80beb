import { beforeAll, describe, expect, it } from "vitest";
import { addAmbulance } from "@/lib/domain/ambulances/add-ambulance";
import { changeAmbulance } from "@/lib/domain/ambulances/change-ambulance";
import { listAmbulances } from "@/lib/domain/ambulances/queries-fleet";
import { loadDispatchBoard } from "@/lib/domain/ambulances/load-dispatch-board";
import { removeAmbulance } from "@/lib/domain/ambulances/remove-ambulance";
import type { Actor } from "@/lib/actor/actor";
import { createCast, newStaff } from "../support/actors";
import { createAmbulance, createHospital } from "../support/factories";
import { bring, call, hospitalAt, outcome, region, type At } from "./ambulances-harness";
import { eventsOf } from "./stored-events";

let at: At;
let manager: Actor;
let registration = 0;
const input = () => ({
  hospitalId: at.hospital.id,
  registration: `F-${++registration}`,
  kind: "BASIC" as const,
  crewPhone: "+49 30 5550101",
});

beforeAll(async () => {
  at = await hospitalAt(region());
  manager = (await newStaff(at.hospital.id, "MANAGER")).actor;
});

describe("the fleet", () => {
  it("is set up by managers, run by coordinators too, and 404 for everyone else", async () => {
    const cast = await createCast();
    const { id } = await addAmbulance(manager, input());
    expect(await outcome(addAmbulance(at.actor, input()))).toBe("forbidden");
    expect(await outcome(changeAmbulance(at.actor, id, { kind: "ICU" }))).toBe("forbidden");
    expect(await outcome(removeAmbulance(at.actor, id))).toBe("forbidden");
    expect(
      await outcome(changeAmbulance(at.actor, id, { crewPhone: "+49 30 5550102", latitude: 1, longitude: 2 })),
    ).toBe("ok");
    for (const stranger of [cast.patient.actor, cast.doctor.actor, cast.manager.actor, cast.admin.actor]) {
      expect(await outcome(addAmbulance(stranger, input()))).toBe("not-found");
      expect(await outcome(changeAmbulance(stranger, id, { crewPhone: "12345" }))).toBe("not-found");
      expect(await outcome(removeAmbulance(stranger, id))).toBe("not-found");
      expect(await outcome(listAmbulances(stranger, at.hospital.id, { limit: 5 }))).toBe("not-found");
    }
    expect(await outcome(removeAmbulance(manager, id))).toBe("ok");
    expect(await outcome(changeAmbulance(manager, id, { crewPhone: "12345" }))).toBe("not-found");
    expect(await eventsOf(id)).toEqual(["ambulance.added", "ambulance.changed", "ambulance.removed"]);
  });

  it("has each registration once, in any case, until the vehicle is removed", async () => {
    const first = input();
    const { id } = await addAmbulance(manager, first);
    expect(await outcome(addAmbulance(manager, { ...first, registration: first.registration.toLowerCase() }))).toBe(
      "already-exists",
    );
    const other = await addAmbulance(manager, input());
    expect(await outcome(changeAmbulance(manager, other.id, { registration: first.registration.toLowerCase() }))).toBe(
      "already-exists",
    );
    expect(await outcome(changeAmbulance(manager, id, { registration: first.registration.toLowerCase() }))).toBe("ok");
    await removeAmbulance(manager, id);
    expect(await outcome(addAmbulance(manager, first))).toBe("ok");
    const race = input();
    expect((await Promise.all([1, 2, 3].map(() => outcome(addAmbulance(manager, race))))).toSorted()).toEqual([
      "already-exists",
      "already-exists",
      "ok",
    ]);
  });

  it("says why a vehicle is out of service, forgets it when it is back, and counts each once", async () => {
    const own = await hospitalAt(region(), 3);
    const [vehicle] = own.fleet;
    expect(await outcome(changeAmbulance(own.actor, vehicle!.id, { state: "OUT_OF_SERVICE" }))).toBe("invalid");
    expect(
      (await changeAmbulance(own.actor, vehicle!.id, { state: "OUT_OF_SERVICE", reason: "Brakes" })).stateReason,
    ).toBe("Brakes");
    const place = { latitude: own.hospital.latitude!, longitude: own.hospital.longitude! };
    await bring((await call(null, place)).row.id, { ...own, fleet: own.fleet.slice(1) }, "EN_ROUTE");
    const { counts, vehicles } = await loadDispatchBoard(own.actor, own.hospital.id);
    expect(counts).toEqual({ total: 3, AVAILABLE: 1, ON_CALL: 1, OUT_OF_SERVICE: 1 });
    for (const condition of ["AVAILABLE", "ON_CALL", "OUT_OF_SERVICE"] as const) {
      const listed = await listAmbulances(own.actor, own.hospital.id, { limit: 10, condition });
      expect(listed.items.map(({ id }) => id)).toEqual(
        vehicles.filter((one) => one.condition === condition).map(({ id }) => id),
      );
    }
    expect((await changeAmbulance(own.actor, vehicle!.id, { state: "IN_SERVICE" })).stateReason).toBeNull();
  });

  it("keeps a vehicle in service, unchanged and in the fleet while it is on a call, and tells the caller a new phone number", async () => {
    const own = await hospitalAt(region());
    const boss = (await newStaff(own.hospital.id, "MANAGER")).actor;
    const { row } = await call(null, { latitude: own.hospital.latitude!, longitude: own.hospital.longitude! });
    await bring(row.id, own, "DISPATCHED");
    const { id } = own.fleet[0]!;
    expect(await outcome(changeAmbulance(own.actor, id, { state: "OUT_OF_SERVICE", reason: "Brakes" }))).toBe(
      "ambulance-taken",
    );
    expect(await outcome(changeAmbulance(boss, id, { kind: "ICU" }))).toBe("ambulance-taken");
    expect(await outcome(removeAmbulance(boss, id))).toBe("ambulance-taken");
    expect(await outcome(changeAmbulance(own.actor, id, { crewPhone: "+49 30 5550177" }))).toBe("ok");
    expect((await eventsOf(row.id)).at(-1)).toBe("ambulance-booking.crew-changed");
  });

  it("has one outcome when a vehicle is sent and taken out of service at once", async () => {
    for (let round = 0; round < 5; round++) {
      const own = await hospitalAt(region());
      const { row } = await call(null, { latitude: own.hospital.latitude!, longitude: own.hospital.longitude! });
      const results = await Promise.all([
        outcome(bring(row.id, own, "DISPATCHED")),
        outcome(changeAmbulance(own.actor, own.fleet[0]!.id, { state: "OUT_OF_SERVICE", reason: "Brakes" })),
      ]);
      expect([
        ["ok", "ambulance-taken"],
        ["invalid-transition", "ok"],
      ]).toContainEqual(results);
    }
  });

  it("is listed by registration in pages that stay correct while others are added", async () => {
    const hospital = await createHospital();
    const actor = (await newStaff(hospital.id)).actor;
    for (const name of ["A", "B", "C", "D", "E"]) await createAmbulance(hospital.id, { registration: name });
    const first = await listAmbulances(actor, hospital.id, { limit: 2 });
    await createAmbulance(hospital.id, { registration: "AA" });
    const rest = await listAmbulances(actor, hospital.id, { limit: 10, cursor: first.nextCursor! });
    expect([...first.items, ...rest.items].map((row) => row.registration)).toEqual(["A", "B", "C", "D", "E"]);
    expect(await outcome(listAmbulances(actor, hospital.id, { limit: 2, cursor: "e30" }))).toBe("invalid");
  });
});
