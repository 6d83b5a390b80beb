import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { findNearest } from "@/lib/domain/ambulances/internal/find-nearest";
import { AMBULANCE_KINDS, type AmbulanceKind } from "@/lib/domain/ambulances/status";
import { db } from "@/lib/platform/db/db";
import { addAmbulance } from "@/lib/domain/ambulances/add-ambulance";
import { changeAmbulance } from "@/lib/domain/ambulances/change-ambulance";
import { escalateCalls } from "@/lib/domain/ambulances/escalate-calls";
import { createAmbulance, createHospital } from "../support/factories";
import { newStaff } from "../support/actors";
import {
  hospitalAt,
  north,
  region,
  type Place,
  call,
  minutes,
  offersOf,
  outcome,
  threeHospitals,
} from "./ambulances-harness";

/** The earth of PostgreSQL's earthdistance: a ball of this radius, in metres. */
const RADIUS = 6_378_168;
const WHOLE_EARTH_KM = 21_000;

/** The great circle by the haversine formula, independent of the database's own way. */
function metresBetween(a: Place, b: Place): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const [dLat, dLon] = [rad(b.latitude - a.latitude), rad(b.longitude - a.longitude)];
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(rad(a.latitude)) * Math.cos(rad(b.latitude)) * Math.sin(dLon / 2) ** 2;
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
}

const degrees = (most: number) =>
  fc.double({ min: -most, max: most, noNaN: true }).map((value) => Math.round(value * 1e7) / 1e7);

type Known = { id: string; kinds: AmbulanceKind[]; place: Place };
const known: Known[] = [];
/** Both sides of the date line, both poles, and where degrees of longitude are short. */
const CORNERS: Place[] = [
  { latitude: 10, longitude: 180 },
  { latitude: 10.2, longitude: -180 },
  { latitude: 9, longitude: 179.4 },
  { latitude: 9, longitude: -179.2 },
  { latitude: 90, longitude: 0 },
  { latitude: 89.5, longitude: 170 },
  { latitude: 89.6, longitude: -20 },
  { latitude: -90, longitude: 33 },
  { latitude: -89, longitude: -150 },
  { latitude: 71, longitude: 25 },
  { latitude: 71.5, longitude: 31 },
  { latitude: 0, longitude: 0 },
];

beforeAll(async () => {
  const places = [
    ...CORNERS,
    ...fc.sample(fc.record({ latitude: degrees(90), longitude: degrees(180) }), { numRuns: 48, seed: 7 }),
  ];
  for (const [n, place] of places.entries()) {
    const kinds = AMBULANCE_KINDS.filter((_, k) => (n >> k) % 2 === 0 || k === n % 4);
    const { id } = await createHospital(place);
    for (const kind of kinds) await createAmbulance(id, { kind });
    known.push({ id, kinds, place });
  }
  // Nearest of all, and never found: unlisted, nothing free, removed.
  for (const place of CORNERS) {
    await createAmbulance((await createHospital({ ...place, verification: "SUSPENDED" })).id);
    const { id } = await createHospital(place);
    await createAmbulance(id, { state: "OUT_OF_SERVICE", stateReason: "Tyres" });
    await createAmbulance(id, { removedAt: new Date() });
  }
});

describe("the nearest hospital with a free vehicle", () => {
  const latitude = fc.oneof(degrees(90), fc.constantFrom(-90, 90, 89.9, 0));
  const longitude = fc.oneof(degrees(180), fc.constantFrom(-180, 180, 179.99, -179.99, 0));

  it("is the one that the haversine formula gives, anywhere on earth, across the date line and the poles", async () => {
    const from = fc.record({
      latitude,
      longitude,
      kind: fc.constantFrom(...AMBULANCE_KINDS),
      except: fc.subarray([0, 1, 4, 5, 9, 20]),
    });
    await fc.assert(
      fc.asyncProperty(from, async ({ kind, except, ...place }) => {
        const asked = except.map((n) => known[n]!.id);
        const found = await findNearest(db, { ...place, kind, except: asked, reachKm: WHOLE_EARTH_KM });
        const open = known.filter(({ id, kinds }) => kinds.includes(kind) && !asked.includes(id));
        const least = Math.min(...open.map((one) => metresBetween(place, one.place)));
        const chosen = open.find(({ id }) => id === found?.hospitalId);
        expect(chosen, "a hospital with such a vehicle").toBeDefined();
        // Where two are equally far either is right; a ball's circumference rounds to a metre.
        expect(metresBetween(place, chosen!.place)).toBeLessThan(least + 2);
        expect(Math.abs(found!.distanceMetres - least)).toBeLessThan(2);
      }),
      { numRuns: 150 },
    );
  });

  it("is within reach, or null", async () => {
    const place = region();
    const near = await hospitalAt(north(place, 99));
    await hospitalAt(north(place, 101), 1, { kind: "NEONATAL" });
    expect((await findNearest(db, { ...place, kind: "BASIC" }))?.hospitalId).toBe(near.hospital.id);
    expect(await findNearest(db, { ...place, kind: "NEONATAL" })).toBeNull();
    expect(await findNearest(db, { ...place, kind: "BASIC", except: [near.hospital.id] })).toBeNull();
  });

  it("has a better equipped vehicle only when none of the requested kind is free within reach", async () => {
    const place = region();
    const close = await hospitalAt(north(place, 1), 1, { kind: "ICU" });
    expect((await findNearest(db, { ...place, kind: "BASIC" }))?.hospitalId).toBe(close.hospital.id);
    const exact = await hospitalAt(north(place, 90), 1, { kind: "BASIC" });
    expect((await findNearest(db, { ...place, kind: "BASIC" }))?.hospitalId).toBe(exact.hospital.id);
    expect((await findNearest(db, { ...place, kind: "ADVANCED" }))?.hospitalId).toBe(close.hospital.id);
    expect(await findNearest(db, { ...place, kind: "NEONATAL" })).toBeNull();
  });
});

describe("a waiting call", () => {
  it("goes first to the hospital the caller named if it has a vehicle, else to the nearest, and an unlisted one is 404", async () => {
    const { place, near, far } = await threeHospitals();
    expect(await offersOf((await call(null, place, { hospitalId: far.hospital.id })).row.id)).toEqual([
      [far.hospital.id, "OPEN"],
    ]);
    await changeAmbulance(far.actor, far.fleet[0]!.id, { state: "OUT_OF_SERVICE", reason: "Tyres" });
    expect(await offersOf((await call(null, place, { hospitalId: far.hospital.id })).row.id)).toEqual([
      [near.hospital.id, "OPEN"],
    ]);
    await db.hospital.update({ where: { id: far.hospital.id }, data: { verification: "SUSPENDED" } });
    expect(await outcome(call(null, place, { hospitalId: far.hospital.id }))).toBe("not-found");
  });

  it("reaches a hospital that gets its first vehicle meanwhile", async () => {
    const place = region();
    const empty = await hospitalAt(north(place, 3), 0);
    const { row } = await call(null, place);
    const manager = (await newStaff(empty.hospital.id, "MANAGER")).actor;
    await addAmbulance(manager, {
      hospitalId: empty.hospital.id,
      registration: "NEW-1",
      kind: "BASIC",
      crewPhone: "+49 30 5550100",
    });
    await escalateCalls(minutes(0.1));
    expect(await offersOf(row.id)).toEqual([[empty.hospital.id, "OPEN"]]);
  });
});
