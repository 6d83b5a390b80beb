import type { Actor } from "@/lib/actor/actor";
import { db, type Prisma } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { toCallCard, toVehicleCard, type CallCard, type VehicleCard } from "./output";
import { vehicleCounts } from "./statements";
import { listStepActors, type StepActors } from "./list-history";
import { canDispatch, canSetUpFleet, rolesFor } from "./policy";
import { callSelect } from "./queries";
import { ambulanceSelect } from "./queries-fleet";
import { VEHICLE_STATUSES, type AmbulanceCondition } from "./status";

/** More than any hospital has open or free at once; the lists behind the board show all. */
const LIMIT = 200;

export type DispatchBoard = {
  hospital: {
    id: string;
    name: string;
    timeZone: string;
    latitude: number | null;
    longitude: number | null;
    verifiesCallers: boolean;
    isListed: boolean;
  };
  asOf: string;
  /** Whether the reader may add and remove vehicles. */
  canSetUpFleet: boolean;
  /** Calls offered to this hospital, those waiting longest first. */
  waiting: CallCard[];
  /** Calls its vehicles are on, oldest first. */
  underWay: CallCard[];
  vehicles: VehicleCard[];
  /** By call: who took it into each of its states. */
  stepActors: Map<string, StepActors>;
  counts: Record<AmbulanceCondition, number> & { total: number };
};

/** Loads everything a dispatcher needs now. Throws `not-found` for everyone but the hospital's staff. */
export async function loadDispatchBoard(
  actor: Actor,
  hospitalId: string,
  now: Date = new Date(),
): Promise<DispatchBoard> {
  if (!canDispatch(actor, hospitalId)) throw notFound();
  const [hospital, waiting, underWay, vehicles, counts] = await Promise.all([
    db.hospital.findUniqueOrThrow({
      where: { id: hospitalId },
      select: {
        id: true,
        name: true,
        timeZone: true,
        latitude: true,
        longitude: true,
        verifiesCallers: true,
        verification: true,
      },
    }),
    calls({ status: "REQUESTED", offers: { some: { hospitalId, status: "OPEN" } } }),
    calls({ hospitalId, status: { in: [...VEHICLE_STATUSES] } }),
    db.ambulance.findMany({
      where: { hospitalId, removedAt: null },
      orderBy: [{ registration: "asc" }, { id: "asc" }],
      take: LIMIT,
      select: ambulanceSelect,
    }),
    countVehicles(hospitalId),
  ]);
  const stepActors = await listStepActors(actor, [...waiting, ...underWay]);
  const { verification, ...shown } = hospital;
  const card = (row: (typeof waiting)[number]) => toCallCard(row, actor, rolesFor(actor, row), hospital);
  return {
    hospital: { ...shown, isListed: verification === "VERIFIED" },
    asOf: now.toISOString(),
    canSetUpFleet: canSetUpFleet(actor, hospitalId),
    waiting: waiting.map(card),
    underWay: underWay.map(card),
    vehicles: vehicles.map(toVehicleCard),
    stepActors,
    counts,
  };
}

function calls(where: Prisma.AmbulanceBookingWhereInput) {
  return db.ambulanceBooking.findMany({
    where,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: LIMIT,
    select: callSelect,
  });
}

async function countVehicles(hospitalId: string): Promise<DispatchBoard["counts"]> {
  const rows = await vehicleCounts(db, hospitalId);
  const of = (condition: AmbulanceCondition) => rows.find((row) => row.condition === condition)?.count ?? 0;
  return {
    AVAILABLE: of("AVAILABLE"),
    ON_CALL: of("ON_CALL"),
    OUT_OF_SERVICE: of("OUT_OF_SERVICE"),
    total: rows.reduce((sum, { count }) => sum + count, 0),
  };
}
