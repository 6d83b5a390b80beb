import { beforeEach, describe, expect, it } from "vitest";
import { PUT as change } from "@/app/api/bed-bookings/[id]/status/route";
import { POST as transfer } from "@/app/api/bed-bookings/[id]/transfer/route";
import { GET as one } from "@/app/api/bed-bookings/[id]/route";
import { GET as list, POST as request } from "@/app/api/bed-bookings/route";
import { DELETE as removeBed, GET as bed, PATCH as changeBed } from "@/app/api/beds/[id]/route";
import { POST as admit } from "@/app/api/hospitals/[id]/admissions/route";
import { GET as beds, POST as addBed } from "@/app/api/hospitals/[id]/beds/route";
import { GET as wards, POST as addWard } from "@/app/api/hospitals/[id]/wards/route";
import { DELETE as removeWard, GET as ward, PATCH as changeWard } from "@/app/api/wards/[id]/route";
import { db } from "@/lib/platform/db/db";
import { createBed, createHospital, createPatient, createStaff, createWard, inDays } from "../support/factories";
import {
  bearerOf,
  call,
  essence,
  expectProblem,
  pathsOf,
  type Handler,
  type Json,
  type Sent,
} from "./appointments-harness";

const MISSING = "01890000-0000-7000-8000-000000000000";
const at = (day: number) => inDays(day, "10:00").toISOString().replace(".000Z", "Z");

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
type Who = keyof Awaited<ReturnType<typeof setting>>["headers"];

let set: Awaited<ReturnType<typeof setting>>;
beforeEach(async () => {
  set = await setting();
});

const send = (
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
const ask = (who: Who, over: Json = {}, headers: Record<string, string> = {}) =>
  send(request, "POST", who, { body: { hospitalId: set.hospital.id, wardKind: "ICU", from: at(2), ...over }, headers });
const step = (who: Who, id: string, body: Json, headers: Record<string, string> = {}) =>
  send(change, "PUT", who, { id, body, headers });
const anotherBed = (label: string) => createBed(set.hospital.id, { ward: set.icu, over: { label } });

describe("POST /api/bed-bookings", () => {
  it("answers 201 with its location and version, and everyone involved reads the same", async () => {
    const answer = await ask("patient", { to: at(5), reason: "Planned operation" });
    const id = String(answer.body.id);
    expect([answer.status, answer.headers.get("location"), answer.headers.get("etag")]).toEqual([
      201,
      `/api/bed-bookings/${id}`,
      '"1"',
    ]);
    expect(answer.body).toMatchObject({
      status: "REQUESTED",
      patientId: set.patient.patient.id,
      from: at(2),
      to: at(5),
      bedId: null,
      reason: "Planned operation",
      version: 1,
    });
    for (const who of ["patient", "coordinator"] as const) {
      expect((await send(one, "GET", who, { id })).body).toEqual(answer.body);
      expect(
        (await send(list, "GET", who, { query: { hospitalId: set.hospital.id, status: "REQUESTED" } })).body,
      ).toEqual({ items: [answer.body], nextCursor: null });
    }
    expect((await send(list, "GET", "other")).body).toEqual({ items: [], nextCursor: null });
  });

  it("creates one request per key, and reads a date as the hospital's own day", async () => {
    const key = { "Idempotency-Key": crypto.randomUUID() };
    const day = at(2).slice(0, 10);
    const [first, again] = [
      await ask("patient", { from: day, to: day }, key),
      await ask("patient", { from: day, to: day }, key),
    ];
    expect(again.body).toEqual(first.body);
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect(first.body).toMatchObject({ from: `${day}T00:00:00Z`, to: `${at(3).slice(0, 10)}T00:00:00Z` });
    expectProblem(await ask("patient", { from: at(3) }, key), 422, "idempotency-key-reused");
    expect(await db.bedBooking.count({ where: { patientId: set.patient.patient.id } })).toBe(1);
  });

  it("names each error: unknown fields, kinds, days, both a known and a new patient; and answers 404 for a missing hospital", async () => {
    expect(pathsOf(expectProblem(await ask("patient", { bedId: set.first.id }), 422, "invalid"))).toEqual(["bedId"]);
    expect(pathsOf(expectProblem(await ask("patient", { wardKind: "PENTHOUSE" }), 422, "invalid"))).toEqual([
      "wardKind",
    ]);
    expect(pathsOf(expectProblem(await ask("patient", { wardKind: "MATERNITY" }), 422, "invalid"))).toEqual([
      "wardKind",
    ]);
    expect(pathsOf(expectProblem(await ask("patient", { from: "tomorrow" }), 422, "invalid"))).toEqual(["from"]);
    expect(pathsOf(expectProblem(await ask("patient", { from: "2031-02-30" }), 422, "invalid"))).toEqual(["from"]);
    expect(pathsOf(expectProblem(await ask("patient", { to: at(1) }), 422, "invalid"))).toEqual(["to"]);
    expect(
      pathsOf(
        expectProblem(await ask("coordinator", { patientId: MISSING, patient: { name: "New" } }), 422, "invalid"),
      ),
    ).toEqual(["patient"]);
    expectProblem(await ask("patient", { patient: { name: "New" } }), 403, "forbidden");
    expectProblem(await ask("patient", { hospitalId: MISSING }), 404, "not-found");
    expectProblem(await ask("patient", { patientId: MISSING }), 404, "not-found");
    expectProblem(await call(request, { method: "POST", body: {} }), 401, "unauthenticated");
  });
});

describe("PUT /api/bed-bookings/{id}/status and POST …/transfer", () => {
  it("take a stay from the request to the discharge, each answer with its version", async () => {
    const id = String((await ask("patient")).body.id);
    const second = await anotherBed("2");
    const reserved = await step("coordinator", id, { status: "RESERVED", bedId: set.first.id }, { "If-Match": '"1"' });
    expect([reserved.status, reserved.headers.get("etag")]).toEqual([200, '"2"']);
    expect(reserved.body).toMatchObject({
      status: "RESERVED",
      bedId: set.first.id,
      reservedUntil: new Date(Date.parse(at(2)) + 4 * 3_600_000).toISOString().replace(".000Z", "Z"),
    });
    expect((await step("coordinator", id, { status: "ADMITTED" })).body).toMatchObject({
      status: "ADMITTED",
      admittedAt: expect.any(String),
      version: 3,
    });
    const moved = await send(transfer, "POST", "coordinator", {
      id,
      body: { bedId: second.id },
      headers: { "If-Match": '"3"' },
    });
    expect([moved.status, moved.headers.get("etag"), moved.body.bedId]).toEqual([200, '"4"', second.id]);
    expect((await send(bed, "GET", "manager", { id: set.first.id })).body).toMatchObject({
      state: "CLEANING",
      condition: "CLEANING",
      cleaningDueAt: expect.any(String),
    });
    expect((await step("coordinator", id, { status: "DISCHARGED" })).body).toMatchObject({
      status: "DISCHARGED",
      dischargedAt: expect.any(String),
      version: 5,
    });
    expectProblem(await step("coordinator", id, { status: "ADMITTED" }), 409, "invalid-transition");
    const unchanged = await send(one, "GET", "patient", { id, headers: { "If-None-Match": '"5"' } });
    expect([unchanged.status, unchanged.text]).toEqual([304, ""]);
  });

  it("answer 409 bed-taken with the free beds of the kind, 412 and 409 to the slower request, and distinguish 403 from 404", async () => {
    const [mine, theirs] = [String((await ask("patient")).body.id), String((await ask("stranger")).body.id)];
    const second = await anotherBed("2");
    await step("coordinator", mine, { status: "RESERVED", bedId: set.first.id });
    const taken = expectProblem(
      await step("manager", theirs, { status: "RESERVED", bedId: set.first.id }),
      409,
      "bed-taken",
    );
    expect(taken.alternatives).toEqual([{ bedId: second.id, label: "2", wardId: set.icu.id, ward: "Intensive care" }]);
    expectProblem(
      await step("manager", mine, { status: "ADMITTED" }, { "If-Match": '"1"' }),
      412,
      "precondition-failed",
    );
    expectProblem(
      await send(transfer, "POST", "manager", { id: mine, body: { bedId: second.id } }),
      409,
      "invalid-transition",
    );
    expectProblem(await step("patient", mine, { status: "ADMITTED" }), 403, "forbidden");
    expectProblem(await send(transfer, "POST", "patient", { id: mine, body: { bedId: second.id } }), 403, "forbidden");
    expect(pathsOf(expectProblem(await step("manager", mine, { status: "EXPIRED" }), 422, "invalid"))).toEqual([
      "status",
    ]);
    expect(pathsOf(expectProblem(await step("manager", mine, { status: "DECLINED" }), 422, "invalid"))).toEqual([
      "reason",
    ]);
    expect(pathsOf(expectProblem(await step("manager", theirs, { status: "RESERVED" }), 422, "invalid"))).toEqual([
      "bedId",
    ]);
    for (const who of ["stranger", "other"] as const) {
      const [foreign, missing, nonsense] = await Promise.all(
        [mine, MISSING, "../1"].map((id) => step(who, id, { status: "CANCELLED" })),
      );
      expectProblem(foreign!, 404, "not-found");
      expect(essence(foreign!)).toEqual(essence(missing!));
      expect(essence(nonsense!)).toEqual(essence(missing!));
    }
    expect((await step("patient", mine, { status: "CANCELLED" })).status).toBe(200);
    expect((await step("manager", theirs, { status: "RESERVED", bedId: set.first.id })).status).toBe(200);
  });
});

describe("POST /api/hospitals/{id}/admissions", () => {
  it("admits a patient who has arrived, and no one twice", async () => {
    const second = await anotherBed("2");
    const walkIn = (body: Json, who: Who = "coordinator") => send(admit, "POST", who, { id: set.hospital.id, body });
    const answer = await walkIn({ bedId: set.first.id, patient: { name: "From the street", bornOn: "1950-01-31" } });
    expect([answer.status, answer.headers.get("location")]).toEqual([
      201,
      `/api/bed-bookings/${String(answer.body.id)}`,
    ]);
    expect(answer.body).toMatchObject({ status: "ADMITTED", wardKind: "ICU", bedId: set.first.id });
    expectProblem(await walkIn({ bedId: second.id, patientId: answer.body.patientId }), 409, "patient-admitted");
    expectProblem(await walkIn({ bedId: set.first.id, patient: { name: "Another" } }), 409, "bed-taken");
    for (const who of ["patient", "other"] as const)
      expectProblem(await walkIn({ bedId: second.id, patient: { name: "Another" } }, who), 404, "not-found");
  });
});

describe("wards and beds", () => {
  it("are added, read, changed and removed by a manager, with versions, while a coordinator reads them and changes states", async () => {
    const { id: hospitalId } = set.hospital;
    const added = await send(addWard, "POST", "manager", {
      id: hospitalId,
      body: { name: "North", kind: "GENERAL", dailyRate: { amountMinor: 20_000, currency: "EUR" } },
    });
    const wardId = String(added.body.id);
    expect([added.status, added.headers.get("location"), added.headers.get("etag")]).toEqual([
      201,
      `/api/wards/${wardId}`,
      '"1"',
    ]);
    expect(added.body).toMatchObject({
      cleaningMinutes: 45,
      dailyRate: { amountMinor: 20_000, currency: "EUR" },
      beds: { total: 0 },
    });
    expect(
      (
        await send(changeWard, "PATCH", "manager", {
          id: wardId,
          body: { cleaningMinutes: 10 },
          headers: { "If-Match": '"1"' },
        })
      ).body,
    ).toMatchObject({ cleaningMinutes: 10, name: "North", version: 2 });
    expectProblem(
      await send(changeWard, "PATCH", "manager", { id: wardId, body: { kind: "ICU" }, headers: { "If-Match": '"1"' } }),
      412,
      "precondition-failed",
    );
    const made = await send(addBed, "POST", "manager", { id: hospitalId, body: { wardId, label: "N1" } });
    const bedId = String(made.body.id);
    expect([made.status, made.headers.get("location"), made.body.condition]).toEqual([
      201,
      `/api/beds/${bedId}`,
      "FREE",
    ]);
    expect(
      pathsOf(
        expectProblem(
          await send(addBed, "POST", "manager", { id: hospitalId, body: { wardId, label: "n1" } }),
          422,
          "invalid",
        ),
      ),
    ).toEqual(["label"]);
    expectProblem(
      await send(addBed, "POST", "coordinator", { id: hospitalId, body: { wardId, label: "N2" } }),
      403,
      "forbidden",
    );
    const out = await send(changeBed, "PATCH", "coordinator", {
      id: bedId,
      body: { state: "OUT_OF_SERVICE", reason: "Broken" },
    });
    expect([out.status, out.headers.get("etag"), out.body.condition, out.body.reason]).toEqual([
      200,
      '"2"',
      "OUT_OF_SERVICE",
      "Broken",
    ]);
    expectProblem(
      await send(changeBed, "PATCH", "coordinator", { id: bedId, body: { label: "N9" } }),
      403,
      "forbidden",
    );
    expect(
      (await send(beds, "GET", "coordinator", { id: hospitalId, query: { condition: "FREE" } })).body,
    ).toMatchObject({ items: [{ id: set.first.id }], nextCursor: null });
    const counted = (await send(wards, "GET", "coordinator", { id: hospitalId })).body.items as Json[];
    expect(counted).toMatchObject([
      { name: "Intensive care", beds: { total: 1, free: 1 } },
      { name: "North", beds: { total: 1, outOfService: 1 } },
    ]);
    expectProblem(await send(removeBed, "DELETE", "coordinator", { id: bedId }), 403, "forbidden");
    expect((await send(removeBed, "DELETE", "manager", { id: bedId, headers: { "If-Match": '"2"' } })).status).toBe(
      204,
    );
    expectProblem(await send(bed, "GET", "manager", { id: bedId }), 404, "not-found");
    expect((await send(removeWard, "DELETE", "manager", { id: wardId })).status).toBe(204);
    expectProblem(await send(ward, "GET", "manager", { id: wardId }), 404, "not-found");
  });

  it("are 404 for another hospital as when missing, and free beds are never listed to the public", async () => {
    const routes: [Handler, string, string, unknown?][] = [
      [wards, "GET", set.hospital.id],
      [beds, "GET", set.hospital.id],
      [ward, "GET", set.icu.id],
      [bed, "GET", set.first.id],
      [addWard, "POST", set.hospital.id, { name: "X", kind: "ICU" }],
      [addBed, "POST", set.hospital.id, { wardId: set.icu.id, label: "X" }],
      [changeWard, "PATCH", set.icu.id, { name: "X" }],
      [changeBed, "PATCH", set.first.id, { state: "CLEANING" }],
      [removeWard, "DELETE", set.icu.id],
      [removeBed, "DELETE", set.first.id],
    ];
    for (const [handler, method, id, body] of routes) {
      for (const who of ["patient", "other"] as const) {
        const [foreign, missing] = await Promise.all(
          [id, MISSING].map((one) => send(handler, method, who, { id: one, body })),
        );
        expectProblem(foreign!, 404, "not-found");
        expect(essence(foreign!)).toEqual(essence(missing!));
      }
    }
  });
});

it("hostile input is answered with problems, never with a 500", async () => {
  const id = String((await ask("patient")).body.id);
  const hostile: Json[] = [
    { status: "RESERVED", bedId: "1; DROP TABLE" },
    { status: "RESERVED", bedId: set.first.id, reservedUntil: "2199-01-01T00:00:00Z" },
    { status: "RESERVED", bedId: set.first.id, endsAt: "0001-01-01T00:00:00Z" },
    { status: "ADMITTED", endsAt: null },
    { status: ["RESERVED"] },
    { status: "DECLINED", reason: "\u0000" },
    { status: "DECLINED", reason: "x".repeat(501) },
    { status: null },
    { __proto__: { status: "RESERVED" } },
  ];
  for (const body of hostile) expect((await step("manager", id, body)).status).toBeOneOf([409, 422]);
  for (const raw of ["", "{", "[]", '"x"', "null"])
    expect(
      (
        await call(change, {
          method: "PUT",
          raw,
          headers: { ...set.headers.manager, "Content-Type": "application/json" },
          params: { id },
        })
      ).status,
    ).toBeOneOf([400, 415, 422]);
  for (const cursor of ["x", "AAAA", Buffer.from('{"c":1}').toString("base64url")])
    expectProblem(await send(list, "GET", "manager", { query: { cursor } }), 422, "invalid");
});
