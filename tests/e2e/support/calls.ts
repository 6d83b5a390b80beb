import { randomInt } from "node:crypto";
import { expect } from "@playwright/test";
import { callApi, type Api } from "./api";
import { secret } from "./ledger";
import { newcomer } from "./people";

export type Call = { id: string; status: string; version: number; trackingToken: string; contact: { name: string; phone: string } };
export type Place = { latitude: number; longitude: number; address?: string };

/** Within a few streets of the demo's hospital in Berlin. */
export const IN_BERLIN: Place = { latitude: 52.5305, longitude: 13.3601 };

/** A telephone number nobody else in this run has. */
export const somePhone = () => secret(`+49 30 ${randomInt(1_000_000, 9_999_999)}`);

type Wanted = { by?: Api; at?: Place; kind?: string; hospitalId?: string; bedKind?: string };

/** A call for an ambulance, made through the API: without an account unless somebody is named. */
export async function callAmbulance({ by, at = IN_BERLIN, kind = "BASIC", hospitalId, bedKind }: Wanted = {}): Promise<Call> {
  const contact = { name: newcomer().name, phone: somePhone() };
  const body = { kind, pickup: at, contact, ...(hospitalId ? { hospitalId } : {}), ...(bedKind ? { bedKind } : {}) };
  if (by) return by.post<Call>("/api/ambulance-bookings", body);
  const answer = await callApi<Call>("POST", "/api/ambulance-bookings", { body });
  expect(answer.status, `a call: ${JSON.stringify(answer.body)}`).toBe(201);
  secret(answer.body.trackingToken);
  return answer.body;
}
