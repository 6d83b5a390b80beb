import { expect, it } from "vitest";
import type { CallCard, VehicleCard } from "@/lib/domain/ambulances/output";
import type { DispatchBoard } from "@/lib/domain/ambulances/load-dispatch-board";
import type { AmbulanceCondition, AmbulanceKind } from "@/lib/domain/ambulances/status";
import { toDispatch } from "./to-dispatch";

type Over = { kind?: AmbulanceKind; condition?: AmbulanceCondition; latitude?: number; longitude?: number };
const vehicle = (registration: string, { kind = "BASIC", condition = "AVAILABLE", latitude, longitude }: Over = {}) =>
  ({
    id: registration,
    registration,
    kind,
    condition,
    latitude: latitude ?? null,
    longitude: longitude ?? null,
  }) as VehicleCard;
const call = { id: "c", kind: "BASIC", pickup: { latitude: 52.5, longitude: 13.4, address: null } } as CallCard;

it("offers only free, capable vehicles: the requested kind first, then the nearest", () => {
  const vehicles = [
    vehicle("home"),
    vehicle("far", { latitude: 52.9, longitude: 13.4 }),
    vehicle("near", { latitude: 52.51, longitude: 13.4 }),
    vehicle("better and near", { kind: "ADVANCED", latitude: 52.5, longitude: 13.4 }),
    vehicle("gone", { condition: "ON_CALL" }),
    vehicle("newborns", { kind: "NEONATAL" }),
  ];
  const board = {
    hospital: { latitude: 52.6, longitude: 13.4 },
    waiting: [call],
    underWay: [],
    stepActors: new Map(),
    vehicles,
  } as unknown as DispatchBoard;
  expect(toDispatch(board).waiting[0]?.vehicles.map(({ id }) => id)).toEqual([
    "near",
    "home",
    "far",
    "better and near",
  ]);
});
