import { PUT as change } from "@/app/api/bed-bookings/[id]/status/route";
import { POST as request } from "@/app/api/bed-bookings/route";
import { createBed, createHospital, createPatient, createStaff, createWard, inDays } from "../support/factories";
import { bearerOf, call, type Handler, type Json, type Sent } from "./appointments-harness";

export const MISSING = "01890000-0000-7000-8000-000000000000";

/** Ten o'clock, so many days from now. */
export const at = (day: number) => inDays(day, "10:00").toISOString().replace(".000Z", "Z");

async function setting() {
  const hospital = await createHospital();
  const [manager, coordinator, patient, stranger] = [
    await createStaff(hospital.id, "MANAGER"),
    await createStaff(hospital.id, "COORDINATOR"),
    await createPatient(),
    await createPatient(),
  ];
  const elsewhere = await createHospital();
  const other = await createStaff(elsewhere.id, "MANAGER");
  const icu = await createWard(hospital.id, { kind: "ICU", name: "Intensive care" });
  const first = await createBed(hospital.id, { ward: icu, over: { label: "1" } });
  const who = { manager, coordinator, patient, stranger, other };
  const headers = Object.fromEntries(
    await Promise.all(Object.entries(who).map(async ([name, { user }]) => [name, await bearerOf(user)])),
  ) as Record<keyof typeof who, { Authorization: string }>;
  return { hospital, patient, icu, first, headers };
}

export type Who = keyof Awaited<ReturnType<typeof setting>>["headers"];

/** `openHospital` sets it. */
export let set: Awaited<ReturnType<typeof setting>>;

/** Call it in beforeEach: a hospital with one intensive care bed, its people and a stranger. */
export async function openHospital() {
  set = await setting();
}

export const send = (
  handler: Handler,
  method: string,
  who: Who,
  {
    id,
    body,
    headers = {},
    query,
  }: { id?: string; body?: unknown; headers?: Record<string, string>; query?: Sent["query"] } = {},
) =>
  call(handler, {
    method,
    body,
    headers: { ...set.headers[who], ...headers },
    ...(id ? { params: { id } } : {}),
    ...(query ? { query } : {}),
  });

/** Requests an intensive care bed. */
export const ask = (who: Who, over: Json = {}, headers: Record<string, string> = {}) =>
  send(request, "POST", who, { body: { hospitalId: set.hospital.id, wardKind: "ICU", from: at(2), ...over }, headers });

/** Takes a stay one step further. */
export const step = (who: Who, id: string, body: Json, headers: Record<string, string> = {}) =>
  send(change, "PUT", who, { id, body, headers });
export const anotherBed = (label: string) => createBed(set.hospital.id, { ward: set.icu, over: { label } });
