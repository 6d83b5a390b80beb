import { createHash } from "node:crypto";
import type { Prisma } from "@/lib/platform/db/db";
import type { DemoHospital } from "./hospitals";
import { CALLERS } from "./people";
import { CITIES } from "./places";
import { DAY, MINUTE, type World } from "./world";

type Kind = Prisma.AmbulanceCreateManyInput["kind"];
const FLEET: Record<string, readonly Kind[]> = {
  "lindenhof-klinikum-berlin": ["BASIC", "BASIC", "BASIC", "ADVANCED", "ADVANCED", "ICU", "NEONATAL"],
  "hudson-bridge-medical-center": ["BASIC", "BASIC", "ADVANCED", "ICU"],
  "karura-heights-hospital": ["BASIC", "BASIC", "ADVANCED"],
  "sumida-riverside-hospital": ["BASIC", "ADVANCED", "ADVANCED", "NEONATAL"],
  "havelbogen-unfallklinik": ["BASIC", "ADVANCED", "ICU"],
};
const HISTORY_DAYS = 60;
const KIND_OF_CALL: readonly Kind[] = ["BASIC", "BASIC", "BASIC", "ADVANCED", "ADVANCED", "ICU"];

type Vehicle = Prisma.AmbulanceCreateManyInput & { id: string };
type Call = ReturnType<typeof makeCall>;
type CallPlan = { kind: Kind; at: number; status: "COMPLETED" | "EN_ROUTE" | "TRANSPORTING" };

/** Creates vehicles, two months of calls, and two calls under way. */
export function makeAmbulances(world: World, hospitals: DemoHospital[]) {
  const { chance, now } = world;
  const vehicles: Vehicle[] = [];
  const calls: Call[] = [];
  const offers: Prisma.AmbulanceOfferCreateManyInput[] = [];
  const add = (hospital: DemoHospital, vehicle: Vehicle, plan: CallPlan) => {
    const call = makeCall(world, hospital, vehicle, plan);
    calls.push(call);
    offers.push(makeOffer(world, hospital, call));
  };

  for (const hospital of hospitals) {
    const fleet = makeFleet(world, hospital);
    vehicles.push(...fleet);
    for (
      let at = now.getTime() - HISTORY_DAYS * DAY;
      at < now.getTime() - 3 * 60 * MINUTE;
      at += chance.int(180, 1200) * MINUTE
    ) {
      const kind = chance.pick(KIND_OF_CALL);
      const vehicle = fleet.find((one) => one.kind === kind) ?? fleet[0];
      if (vehicle) add(hospital, vehicle, { kind, at, status: "COMPLETED" });
    }
    const [first, second] = fleet;
    if (hospital === hospitals[0] && first && second) {
      add(hospital, first, { kind: first.kind, at: now.getTime() - 9 * MINUTE, status: "EN_ROUTE" });
      add(hospital, second, { kind: second.kind, at: now.getTime() - 38 * MINUTE, status: "TRANSPORTING" });
    }
  }
  return { vehicles, calls, offers };
}

/** A hospital's vehicles; of a large fleet the last is out of service. */
function makeFleet({ chance, now }: World, hospital: DemoHospital): Vehicle[] {
  const bought = new Date(now.getTime() - 500 * DAY);
  const fleet = (FLEET[hospital.slug] ?? []).map((kind, n): Vehicle => ({
    id: chance.id(bought),
    hospitalId: hospital.id,
    registration: `${CITIES[hospital.city].country}-RTW ${String(100 + n * 7 + hospital.name.length)}`,
    kind,
    crewPhone: `${areaOf(hospital)} ${String(601 + n)}`,
    createdAt: bought,
    updatedAt: bought,
  }));
  const last = fleet.at(-1);
  if (fleet.length > 6 && last)
    Object.assign(last, {
      state: "OUT_OF_SERVICE",
      stateReason: "At the yearly inspection",
      stateChangedAt: new Date(now.getTime() - 5 * 60 * MINUTE),
    });
  return fleet;
}

function areaOf({ phone }: DemoHospital): string {
  return phone.slice(0, phone.lastIndexOf(" "));
}

function makeCall({ chance, now }: World, hospital: DemoHospital, vehicle: Vehicle, { kind, at, status }: CallPlan) {
  const createdAt = new Date(at);
  const id = chance.id(createdAt);
  const steps = [1, 2, 8, 14, 16, 11].map((most) => chance.int(1, most) * MINUTE);
  const times = steps.reduce<number[]>((all, step) => [...all, (all.at(-1) ?? at) + step], []);
  const reached = { EN_ROUTE: 2, TRANSPORTING: 4, COMPLETED: 6 }[status];
  const stamp = (n: number) => (n < reached ? new Date(Math.min(times[n] ?? at, now.getTime())) : null);
  const { streets, name } = CITIES[hospital.city];
  const pickupLatitude = hospital.latitude + (chance.next() - 0.5) * 0.08;
  const pickupLongitude = hospital.longitude + (chance.next() - 0.5) * 0.1;
  const caller = chance.pick(CALLERS);
  return {
    id,
    kind,
    status,
    pickupLatitude,
    pickupLongitude,
    pickupAddress: `${chance.pick(streets)} ${chance.int(1, 90)}, ${name}`,
    contactName: caller,
    contactPhone: `${areaOf(hospital)} ${chance.int(200, 599)}`,
    // No one has the links of these calls.
    trackingTokenHash: createHash("sha256").update(id).digest("hex"),
    hospitalId: hospital.id,
    ambulanceId: vehicle.id,
    dispatchedAt: stamp(0),
    enRouteAt: stamp(1),
    onSceneAt: stamp(2),
    transportingAt: stamp(3),
    arrivedAt: stamp(4),
    completedAt: stamp(5),
    version: 1 + reached,
    createdAt,
    updatedAt: stamp(reached - 1) ?? createdAt,
  } satisfies Prisma.AmbulanceBookingCreateManyInput;
}

/** The offer to the hospital whose vehicle went. */
function makeOffer(
  { chance }: World,
  hospital: DemoHospital,
  { id, pickupLatitude, pickupLongitude, dispatchedAt, createdAt }: Call,
): Prisma.AmbulanceOfferCreateManyInput {
  const metres = Math.hypot(
    (pickupLatitude - hospital.latitude) * 111_320,
    (pickupLongitude - hospital.longitude) * 111_320 * Math.cos((hospital.latitude * Math.PI) / 180),
  );
  return {
    id: chance.id(createdAt),
    bookingId: id,
    hospitalId: hospital.id,
    status: "DISPATCHED",
    distanceMetres: Math.round(metres),
    offeredAt: createdAt,
    respondedAt: dispatchedAt,
  };
}
