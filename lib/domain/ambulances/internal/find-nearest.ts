import type { Db } from "@/lib/platform/db/db";
import type { RowOf } from "@/lib/platform/db/statement";
import { hospitalsThatCanSend, nearestHospital } from "../statements";
import { REACH_KM, higherKinds } from "../rules";
import type { AmbulanceKind } from "../status";

export type Nearest = RowOf<typeof nearestHospital>;

type Search = {
  kind: AmbulanceKind;
  latitude: number;
  longitude: number;
  /** Hospitals that have been asked already. */
  except?: string[];
  reachKm?: number;
};

/**
 * Finds the nearest listed hospital with a free vehicle of the requested kind, by the great circle; null when there is
 * none within reach. A better equipped vehicle is used only when none of the requested kind is free within reach.
 */
export async function findNearest(client: Db, search: Search): Promise<Nearest | null> {
  const exact = await nearestWith(client, [search.kind], search);
  const higher = higherKinds(search.kind);
  return exact ?? (higher.length > 0 ? nearestWith(client, higher, search) : null);
}

async function nearestWith(client: Db, kinds: AmbulanceKind[], search: Search): Promise<Nearest | null> {
  const { latitude, longitude, except = [], reachKm = REACH_KM } = search;
  const [row] = await nearestHospital(client, kinds, { latitude, longitude, except, reachKm });
  return row ?? null;
}

/** Returns those of the hospitals that have a free vehicle for such a call. */
export async function listHospitalsWithFreeVehicle(
  client: Db,
  hospitalIds: string[],
  kind: AmbulanceKind,
): Promise<string[]> {
  if (hospitalIds.length === 0) return [];
  const rows = await hospitalsThatCanSend(client, hospitalIds, [kind, ...higherKinds(kind)]);
  return rows.map(({ id }) => id);
}
