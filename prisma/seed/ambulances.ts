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

type Call = Prisma.AmbulanceBookingCreateManyInput & { id: string };

/** Creates vehicles, two months of calls, and two calls under way. */
export function makeAmbulances(world: World, hospitals: DemoHospital[]) {
  const { chance, now } = world;
  const bought = new Date(now.getTime() - 500 * DAY);
  const vehicles: (Prisma.AmbulanceCreateManyInput & { id: string })[] = [];
  const calls: Call[] = [];
  const offers: Prisma.AmbulanceOfferCreateManyInput[] = [];

  for (const hospital of hospitals) {
    const mine = (FLEET[hospital.slug] ?? []).map((kind, n) => {
      const area = hospital.phone.slice(0, hospital.phone.lastIndexOf(" "));
      const row = {
        id: chance.id(bought),
        hospitalId: hospital.id,
        registration: `${CITIES[hospital.city].country}-RTW ${String(100 + n * 7 + hospital.name.length)}`,
        kind,
        crewPhone: `${area} ${String(601 + n)}`,
        createdAt: bought,
        updatedAt: bought,
      };
      vehicles.push(row);
      return row;
    });
    const last = mine.at(-1);
    if (mine.length > 6 && last)
      Object.assign(vehicles.find((one) => one.id === last.id) ?? {}, {
        state: "OUT_OF_SERVICE",
        stateReason: "At the yearly inspection",
        stateChangedAt: new Date(now.getTime() - 5 * 60 * MINUTE),
      });
    for (
      let at = now.getTime() - HISTORY_DAYS * DAY;
      at < now.getTime() - 3 * 60 * MINUTE;
      at += chance.int(180, 1200) * MINUTE
    ) {
      const kind = chance.pick(KIND_OF_CALL);
      const vehicle = mine.find((one) => one.kind === kind) ?? mine[0];
      if (vehicle) call(hospital, vehicle, kind, at, "COMPLETED");
    }
    const [first, second] = mine;
    if (hospital === hospitals[0] && first && second) {
      call(hospital, first, first.kind, now.getTime() - 9 * MINUTE, "EN_ROUTE");
      call(hospital, second, second.kind, now.getTime() - 38 * MINUTE, "TRANSPORTING");
    }
  }

  function call(
    hospital: DemoHospital,
    vehicle: (typeof vehicles)[number],
    kind: Kind,
    at: number,
    status: "COMPLETED" | "EN_ROUTE" | "TRANSPORTING",
  ): void {
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
    calls.push({
      id,
      kind,
      status,
      pickupLatitude,
      pickupLongitude,
      pickupAddress: `${chance.pick(streets)} ${chance.int(1, 90)}, ${name}`,
      contactName: caller,
      contactPhone: `${hospital.phone.slice(0, hospital.phone.lastIndexOf(" "))} ${chance.int(200, 599)}`,
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
    });
    const metres = Math.hypot(
      (pickupLatitude - hospital.latitude) * 111_320,
      (pickupLongitude - hospital.longitude) * 111_320 * Math.cos((hospital.latitude * Math.PI) / 180),
    );
    offers.push({
      id: chance.id(createdAt),
      bookingId: id,
      hospitalId: hospital.id,
      status: "DISPATCHED",
      distanceMetres: Math.round(metres),
      offeredAt: createdAt,
      respondedAt: stamp(0),
    });
  }

  return { vehicles, calls, offers };
}
