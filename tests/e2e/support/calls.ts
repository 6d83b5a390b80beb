import { randomInt } from "node:crypto";
import { expect } from "@playwright/test";
import { callApi, type Api } from "./api";
import { newHospital, type Hospital } from "./invitations";
import { secret } from "./ledger";
import { newcomer } from "./people";

export type Call = {
  id: string;
  status: string;
  version: number;
  trackingToken: string;
  contact: { name: string; phone: string };
};
export type Place = { latitude: number; longitude: number; address?: string };

/** Within a few streets of the demo's hospital in Berlin. */
const IN_BERLIN: Place = { latitude: 52.5305, longitude: 13.3601 };

/** Returns a phone number no one else in this run has. */
export const somePhone = () => secret(`+49 30 ${randomInt(1_000_000, 9_999_999)}`);

type Wanted = { by?: Api; at?: Place; kind?: string; hospitalId?: string; bedKind?: string };

/** Requests an ambulance through the API: without an account unless someone is named. */
export async function callAmbulance({
  by,
  at = IN_BERLIN,
  kind = "BASIC",
  hospitalId,
  bedKind,
}: Wanted = {}): Promise<Call> {
  const contact = { name: newcomer().name, phone: somePhone() };
  const body = { kind, pickup: at, contact, ...(hospitalId ? { hospitalId } : {}), ...(bedKind ? { bedKind } : {}) };
  if (by) return by.post<Call>("/api/ambulance-bookings", body);
  const answer = await callApi<Call>("POST", "/api/ambulance-bookings", { body });
  expect(answer.status, `a call: ${JSON.stringify(answer.body)}`).toBe(201);
  secret(answer.body.trackingToken);
  return answer.body;
}

const [ROWS, COLUMNS] = [10, 100];
let cell = randomInt(0, ROWS * COLUMNS);

/**
 * Returns a place at sea that no other test calls from, and places some kilometres further north. Neighbours are more
 * than 150 kilometres apart, out of any vehicle's reach.
 */
export function somewhere(): Place & { north: (km: number) => Place } {
  cell = (cell + 1) % (ROWS * COLUMNS);
  const [latitude, longitude] = [-40 - 3 * (cell % ROWS), -180 + 3.6 * Math.floor(cell / ROWS)];
  return { latitude, longitude, north: (km) => ({ latitude: latitude + km / 111.32, longitude }) };
}

export type Dispatch = Hospital & { vehicles: string[] };

/** A new hospital that dispatches, with vehicles and a bed in an emergency ward. */
export async function newDispatch(place: Place, vehicles = 1): Promise<Dispatch> {
  const hospital = await newHospital("Europe/Berlin", { latitude: place.latitude, longitude: place.longitude });
  const registrations = Array.from({ length: vehicles }, () => `T-RW ${randomInt(1000, 9999)}`);
  for (const registration of registrations) {
    await hospital.api.post(`/api/hospitals/${hospital.id}/ambulances`, {
      registration,
      kind: "BASIC",
      crewPhone: somePhone(),
    });
  }
  const ward = await hospital.api.post<{ id: string }>(`/api/hospitals/${hospital.id}/wards`, {
    name: "Emergency ward",
    kind: "EMERGENCY",
  });
  await hospital.api.post(`/api/hospitals/${hospital.id}/beds`, { wardId: ward.id, label: "1" });
  return { ...hospital, vehicles: registrations };
}
