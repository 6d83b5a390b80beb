import { beforeAll, describe, expect, it } from "vitest";
import { GET as one } from "@/app/api/ambulance-bookings/[id]/route";
import { PUT as namePatient } from "@/app/api/ambulance-bookings/[id]/patient/route";
import { PUT as step } from "@/app/api/ambulance-bookings/[id]/status/route";
import { PUT as replace } from "@/app/api/ambulance-bookings/[id]/vehicle/route";
import { POST as verify } from "@/app/api/ambulance-bookings/[id]/verify/route";
import { GET as list, POST as request } from "@/app/api/ambulance-bookings/route";
import { DELETE as cancelByToken, GET as track } from "@/app/api/ambulance-bookings/track/[token]/route";
import { DELETE as remove, GET as vehicle, PATCH as change } from "@/app/api/ambulances/[id]/route";
import { GET as fleet, POST as add } from "@/app/api/hospitals/[id]/ambulances/route";
import { POST as join } from "@/app/api/realtime/auth/route";
import { CALL_LIMITS } from "@/lib/domain/ambulances/rules";
import { db } from "@/lib/platform/db/db";
import { createAdmin, createAmbulance, createHospital, createPatient, createStaff } from "../support/factories";
import {
  bearerOf,
  call,
  essence,
  expectProblem,
  pathsOf,
  type Answer,
  type Json,
  type Sent,
} from "./appointments-harness";

const MISSING = "01890000-0000-7000-8000-000000000000";
const PICKUP = { latitude: 48.2, longitude: 16.37, address: "Behind the old mill" };
let phone = 100;
const body = (over: Json = {}): Json => ({
  kind: "BASIC",
  pickup: PICKUP,
  contact: { name: "Wanda Unheard", phone: `+43 1 5550${++phone}` },
  ...over,
});

let hospital: { id: string };
let staff: Record<string, string>;
let manager: Record<string, string>;
let patient: Record<string, string>;
let patientId: string;
let stranger: Record<string, string>;
beforeAll(async () => {
  hospital = await createHospital({ latitude: 48.21, longitude: 16.37, country: "AT", phone: "+43 1 5550000" });
  for (let i = 0; i < 12; i++) await createAmbulance(hospital.id, { registration: `W-${i}` });
  staff = await bearerOf((await createStaff(hospital.id, "COORDINATOR")).user);
  manager = await bearerOf((await createStaff(hospital.id, "MANAGER")).user);
  const own = await createPatient();
  [patient, patientId] = [await bearerOf(own.user), own.patient.id];
  const elsewhere = await createHospital({ latitude: -30, longitude: 100 });
  stranger = await bearerOf((await createStaff(elsewhere.id, "MANAGER")).user);
});

const post = (sent: Json, over: Sent = {}) => call(request, { method: "POST", body: sent, ...over });
const put = (id: string, sent: Json, headers: Record<string, string>) =>
  call(step, { method: "PUT", body: sent, headers, params: { id } });
const freeVehicle = async () =>
  (
    await db.ambulance.findFirstOrThrow({
      where: {
        hospitalId: hospital.id,
        removedAt: null,
        state: "IN_SERVICE",
        bookings: { none: { status: { in: ["DISPATCHED", "EN_ROUTE", "ON_SCENE", "TRANSPORTING", "ARRIVED"] } } },
      },
    })
  ).id;

describe("POST /api/ambulance-bookings", () => {
  it("accepts a call from anyone with 201, its location and its only token", async () => {
    const answer = await post(body());
    expect([answer.status, answer.headers.get("location"), answer.headers.get("etag")]).toEqual([
      201,
      `/api/ambulance-bookings/${String(answer.body.id)}`,
      '"1"',
    ]);
    expect(answer.body).toMatchObject({
      status: "REQUESTED",
      kind: "BASIC",
      pickup: PICKUP,
      hospitalsAsked: 1,
      nobodyLeft: false,
      advice: null,
      patientId: null,
      hospitalId: null,
    });
    expect(answer.body.trackingToken).toMatch(/^[\w-]{43}$/);
    expect(answer.text).not.toMatch(/callbackCode|trackingTokenHash/);
  });

  it("accepts a call from an account for its own patient, without a token, and answers 404 for another's patient", async () => {
    const answer = await post(body({ patientId }), { headers: patient });
    expect([answer.status, answer.body.patientId, answer.body.trackingToken]).toEqual([201, patientId, null]);
    const other = await createPatient();
    expectProblem(await post(body({ patientId: other.patient.id }), { headers: patient }), 404, "not-found");
    expectProblem(await post(body({ patientId })), 404, "not-found");
    expectProblem(await post(body({ hospitalId: MISSING })), 404, "not-found");
  });

  it("says plainly when no vehicle is free, and keeps the call", async () => {
    const answer = await post(body({ pickup: { latitude: -50, longitude: -120 } }));
    expect([answer.status, answer.body]).toMatchObject([
      201,
      { status: "REQUESTED", hospitalsAsked: 0, nobodyLeft: true, advice: expect.stringContaining("112") },
    ]);
  });

  it.each([
    ["\u202a+43\u00a01\u20119998870\u202c", "+4319998870"],
    ["０１　９９９８８７１", "+4319998871"],
    ["+43 1 9998872 ext. 12", "+4319998872;ext=12"],
    ["call me", "call me"],
    ["the red house, ask for Ana", "the red house, ask for Ana"],
  ])("accepts the caller's phone number in any spelling: %j", async (phone, kept) => {
    const answer = await post(body({ contact: { name: "Wanda", phone } }));
    expect([answer.status, answer.body]).toMatchObject([201, { contact: { phone: kept } }]);
  });

  it.each<[string, Json, string]>([
    ["a kind there is none of", { kind: "HELICOPTER" }, "kind"],
    ["a place nowhere on earth", { pickup: { latitude: 91, longitude: 0 } }, "pickup.latitude"],
    ["half a place", { pickup: { latitude: 1 } }, "pickup.longitude"],
    ["a place in words", { pickup: { latitude: "1", longitude: 0 } }, "pickup.latitude"],
    ["nobody to ring back", { contact: { name: "Wanda" } }, "contact.phone"],
    ["a phone that says nothing", { contact: { name: "Wanda", phone: " \u202a\u200b" } }, "contact.phone"],
    ["a name with control characters", { contact: { name: "Wan\u0000da", phone: "+43 1 5550001" } }, "contact.name"],
    ["a field nobody knows", { priority: "now" }, "priority"],
    ["a bed there is none of", { bedKind: "HAMMOCK" }, "bedKind"],
    ["a state of its own choice", { status: "DISPATCHED" }, "status"],
  ])("refuses %s", async (_name, over, path) => {
    expect(new Set(pathsOf(expectProblem(await post(body(over)), 422, "invalid")))).toEqual(new Set([path]));
  });

  it("keeps the smallest coordinates exactly", async () => {
    expect((await post(body({ pickup: { latitude: 5e-324, longitude: -5e-324 } }))).body.pickup).toMatchObject({
      latitude: 0,
      longitude: 0,
    });
  });

  it("is answered once per key without an account too, also when the process died before the answer was kept", async () => {
    const sent = body();
    const key = { "Idempotency-Key": "an-ambulance-please" };
    const first = await post(sent, { headers: key });
    const again = await post(sent, { headers: key });
    expect([again.status, again.text, again.headers.get("idempotent-replayed")]).toEqual([201, first.text, "true"]);
    expectProblem(await post(body(), { headers: key }), 422, "idempotency-key-reused");
    const kept = await db.$queryRaw<
      { body: unknown }[]
    >`SELECT "body" FROM "IdempotencyKey" WHERE "key" = 'an-ambulance-please'`;
    expect(JSON.stringify(kept)).not.toMatch(new RegExp(`${String(first.body.trackingToken)}|Wanda`));
    await db.$executeRaw`UPDATE "IdempotencyKey" SET "completedAt" = NULL, "status" = NULL, "body" = NULL, "headers" = NULL, "createdAt" = now() - interval '2 minutes'
      WHERE "key" = 'an-ambulance-please'`;
    expect((await post(sent, { headers: key })).body).toMatchObject({
      id: first.body.id,
      trackingToken: first.body.trackingToken,
    });
  });

  it("is never refused for its phone number: one of many is accepted and marked for a callback", async () => {
    const contact = { name: "Again", phone: "+43 1 9998877" };
    const made = [];
    for (let i = 0; i < 5; i++) made.push(await post(body({ contact })));
    expect(made.map(({ status }) => status)).toEqual(Array(5).fill(201));
    const seen = await Promise.all(
      made.map(
        async ({ body: { id } }) =>
          (await call(one, { params: { id: String(id) }, headers: staff })).body.callBackFirst,
      ),
    );
    expect(seen).toEqual([false, false, false, true, true]);
    expect(made.at(-1)?.body.callBackFirst).toBe(false);
  });

  it("counts against its sender only once it is accepted, so refused calls use up no quota", async () => {
    await db.$executeRaw`DELETE FROM "RateLimitWindow"`;
    const most = CALL_LIMITS.perSender.limit;
    const caller = await bearerOf((await createPatient()).user);
    for (let i = 0; i <= most; i++) expect((await post(body({ patientId }), { headers: caller })).status).toBe(404);
    for (let i = 0; i < most; i++) expect((await post(body(), { headers: caller })).status).toBe(201);
    const refused = await post(body(), { headers: caller });
    expectProblem(refused, 429, "rate-limited");
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await post(body(), { headers: patient })).status).toBe(201);
  });
});

describe("GET /api/ambulance-bookings/track/{token}", () => {
  it("shows the call to the holder of its token, and cancels it until the vehicle arrives", async () => {
    await db.$executeRaw`DELETE FROM "RateLimitWindow"`;
    const { body: made } = await post(body());
    const params = { token: String(made.trackingToken) };
    const seen = await call(track, { params });
    expect([seen.status, seen.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(seen.body).toMatchObject({
      id: made.id,
      status: "REQUESTED",
      canCancel: true,
      vehicle: null,
      hospital: null,
    });
    expect(seen.text).not.toContain("Wanda");
    await put(String(made.id), { status: "DISPATCHED", ambulanceId: await freeVehicle() }, staff);
    await put(String(made.id), { status: "EN_ROUTE" }, staff);
    expect((await call(track, { params })).body).toMatchObject({
      status: "EN_ROUTE",
      vehicle: { crewPhone: "+49 30 5550100" },
      hospital: { id: hospital.id },
      canCancel: true,
    });
    expect((await call(cancelByToken, { method: "DELETE", params })).body).toMatchObject({ status: "CANCELLED" });
    // A cancelled call stays as it is.
    const again = await call(cancelByToken, { method: "DELETE", params });
    expect([again.status, again.body.status]).toEqual([200, "CANCELLED"]);
  });

  it("does not distinguish a wrong token from an impossible one", async () => {
    const answers = await Promise.all(
      ["x".repeat(43), "x", "", "%00", MISSING].map((token) => call(track, { params: { token } })),
    );
    expectProblem(answers[0]!, 404, "not-found");
    expect(new Set(answers.map((answer) => JSON.stringify(essence(answer)))).size).toBe(1);
  });
});

describe("POST /api/realtime/auth with a tracking token", () => {
  const knock = (channel: string, key?: string, headers: Record<string, string> = {}) =>
    call(join, {
      method: "POST",
      body: { socket_id: "1.1", channel_name: channel, ...(key === undefined ? {} : { key }) },
      headers,
    });

  it("opens the call's own channel and nothing else, and not without the token", async () => {
    const [a, b] = [(await post(body())).body, (await post(body())).body];
    const channel = `private-call-${String(a.id)}`;
    expect(await knock(channel, String(a.trackingToken))).toMatchObject({
      status: 200,
      body: { auth: expect.stringMatching(/^test-key:/) },
    });
    const refused: Answer[] = [
      await knock(channel, String(b.trackingToken)),
      await knock(channel, "x".repeat(43)),
      await knock(`private-hospital-${hospital.id}`, String(a.trackingToken)),
      await knock("private-admin", String(a.trackingToken)),
      await knock(channel, undefined, staff),
      await knock(channel, undefined, patient),
      await knock(channel, undefined, await bearerOf(await createAdmin())),
      await knock(`private-hospital-${hospital.id}`, String(a.trackingToken), staff),
    ];
    for (const answer of refused) expectProblem(answer, 404, "not-found");
    expectProblem(await knock(channel), 401, "unauthenticated");
  });
});

describe("PUT /api/ambulance-bookings/{id}/status", () => {
  const made = async () => String((await post(body(), { headers: patient })).body.id);
  beforeAll(() => db.$executeRaw`DELETE FROM "RateLimitWindow"`);

  it("dispatches, advances and completes, with versions that If-Match enforces", async () => {
    const id = await made();
    const sent = await put(id, { status: "DISPATCHED", ambulanceId: await freeVehicle() }, staff);
    expect(sent.body).toMatchObject({
      status: "DISPATCHED",
      hospitalId: hospital.id,
      crewPhone: "+49 30 5550100",
      version: 2,
      hospitalsAsked: 0,
    });
    expectProblem(await put(id, { status: "EN_ROUTE" }, { ...staff, "If-Match": '"1"' }), 412, "precondition-failed");
    for (const status of ["EN_ROUTE", "ON_SCENE", "TRANSPORTING", "ARRIVED", "COMPLETED"])
      expect((await put(id, { status }, staff)).body.status).toBe(status);
    expectProblem(await put(id, { status: "CANCELLED", reason: "x" }, staff), 409, "invalid-transition");
  });

  it("names what is missing, such as a vehicle or a reason, and a vehicle that is taken, another hospital's or removed", async () => {
    const id = await made();
    expect(pathsOf(expectProblem(await put(id, { status: "DISPATCHED" }, staff), 422, "invalid"))).toEqual([
      "ambulanceId",
    ]);
    expect(pathsOf(expectProblem(await put(id, { status: "DECLINED" }, staff), 422, "invalid"))).toEqual(["reason"]);
    expect(pathsOf(expectProblem(await put(id, { status: "REQUESTED" }, staff), 422, "invalid"))).toEqual(["status"]);
    expectProblem(await put(id, { status: "DISPATCHED", ambulanceId: MISSING }, staff), 404, "not-found");
    const ambulanceId = await freeVehicle();
    expect((await put(id, { status: "DISPATCHED", ambulanceId }, staff)).status).toBe(200);
    expectProblem(await put(await made(), { status: "DISPATCHED", ambulanceId }, staff), 409, "ambulance-taken");
    expectProblem(await put(id, { status: "EN_ROUTE" }, patient), 403, "forbidden");
    expect(
      pathsOf(expectProblem(await put(id, { status: "EN_ROUTE", ambulanceId, admit: true }, staff), 422, "invalid")),
    ).toEqual(["ambulanceId", "admit"]);
  });

  it("replaces the vehicle at PUT …/vehicle, with versions that If-Match enforces", async () => {
    const id = await made();
    const first = await freeVehicle();
    await put(id, { status: "DISPATCHED", ambulanceId: first }, staff);
    const ambulanceId = await freeVehicle();
    const send = (sent: Json, headers: Record<string, string>) =>
      call(replace, { method: "PUT", body: sent, headers, params: { id } });
    expectProblem(await send({ ambulanceId }, { ...staff, "If-Match": '"1"' }), 412, "precondition-failed");
    expectProblem(await send({ ambulanceId }, patient), 403, "forbidden");
    expect(pathsOf(expectProblem(await send({ outOfServiceReason: "" }, staff), 422, "invalid"))).toEqual([
      "ambulanceId",
      "outOfServiceReason",
    ]);
    const sent = await send({ ambulanceId, outOfServiceReason: "Gearbox" }, { ...staff, "If-Match": '"2"' });
    expect([sent.status, sent.headers.get("etag"), sent.body.status, sent.body.ambulanceId]).toEqual([
      200,
      '"3"',
      "DISPATCHED",
      ambulanceId,
    ]);
    expect((await call(vehicle, { params: { id: first }, headers: staff })).body).toMatchObject({
      condition: "OUT_OF_SERVICE",
      reason: "Gearbox",
    });
    expectProblem(await send({ ambulanceId: first }, staff), 409, "invalid-transition");
    await call(change, { method: "PATCH", body: { state: "IN_SERVICE" }, params: { id: first }, headers: staff });
  });

  it("answers the same for another's call and a missing one, on every route", async () => {
    const id = await made();
    const routes = [
      (target: string) => call(one, { params: { id: target }, headers: stranger }),
      (target: string) => put(target, { status: "CANCELLED", reason: "x" }, stranger),
      (target: string) =>
        call(verify, { method: "POST", body: { code: "1234" }, params: { id: target }, headers: stranger }),
      (target: string) =>
        call(replace, { method: "PUT", body: { ambulanceId: MISSING }, params: { id: target }, headers: stranger }),
      (target: string) =>
        call(namePatient, { method: "PUT", body: { patientId }, params: { id: target }, headers: stranger }),
    ];
    for (const route of routes) {
      const [foreign, missing, impossible] = [await route(id), await route(MISSING), await route("not-an-id")];
      expectProblem(foreign, 404, "not-found");
      expect([essence(missing), essence(impossible)]).toEqual([essence(foreign), essence(foreign)]);
    }
    expectProblem(await call(one, { params: { id } }), 401, "unauthenticated");
  });

  it("lists everyone's own calls, newest first, in pages", async () => {
    const ids = [];
    for (let i = 0; i < 3; i++) ids.unshift(await made());
    const first = await call(list, { query: { limit: "2" }, headers: patient });
    const second = await call(list, { query: { limit: "1", cursor: String(first.body.nextCursor) }, headers: patient });
    expect([...(first.body.items as Json[]), ...(second.body.items as Json[])].map(({ id }) => id)).toEqual(ids);
    expect(
      ((await call(list, { query: { limit: "3" }, headers: staff })).body.items as Json[]).map(({ id }) => id),
    ).toEqual(ids);
    expect((await call(list, { headers: stranger })).body).toEqual({ items: [], nextCursor: null });
    const open = (await call(list, { query: { status: "COMPLETED" }, headers: staff })).body.items as Json[];
    expect(new Set(open.map(({ status }) => status))).toEqual(new Set(["COMPLETED"]));
    expectProblem(await call(list), 401, "unauthenticated");
  });
});

describe("the fleet's routes", () => {
  it("add, read, change and remove a vehicle", async () => {
    const sent = { registration: "W-NEW", kind: "ICU", crewPhone: "+4315550123" };
    const made = await call(add, { method: "POST", body: sent, params: { id: hospital.id }, headers: manager });
    expect([made.status, made.body]).toMatchObject([
      201,
      { ...sent, condition: "AVAILABLE", latitude: null, version: 1 },
    ]);
    const params = { id: String(made.body.id) };
    expectProblem(
      await call(add, { method: "POST", body: sent, params: { id: hospital.id }, headers: manager }),
      409,
      "already-exists",
    );
    expectProblem(
      await call(add, {
        method: "POST",
        body: { ...sent, registration: "W-C" },
        params: { id: hospital.id },
        headers: staff,
      }),
      403,
      "forbidden",
    );
    expect(
      pathsOf(
        expectProblem(
          await call(add, {
            method: "POST",
            body: { ...sent, latitude: 1 },
            params: { id: hospital.id },
            headers: manager,
          }),
          422,
          "invalid",
        ),
      ),
    ).toEqual(["latitude"]);
    const out = await call(change, {
      method: "PATCH",
      body: { state: "OUT_OF_SERVICE", reason: "Brakes" },
      params,
      headers: { ...staff, "If-Match": '"1"' },
    });
    expect(out.body).toMatchObject({ condition: "OUT_OF_SERVICE", reason: "Brakes", version: 2 });
    expectProblem(
      await call(change, {
        method: "PATCH",
        body: { state: "IN_SERVICE" },
        params,
        headers: { ...staff, "If-Match": '"1"' },
      }),
      412,
      "precondition-failed",
    );
    expect((await call(vehicle, { params, headers: staff })).body).toMatchObject({
      id: params.id,
      condition: "OUT_OF_SERVICE",
    });
    const listed = (
      await call(fleet, {
        params: { id: hospital.id },
        query: { limit: "100", condition: "OUT_OF_SERVICE" },
        headers: staff,
      })
    ).body.items as Json[];
    expect(listed.map(({ id }) => id)).toEqual([params.id]);
    for (const headers of [stranger, patient]) {
      expectProblem(await call(vehicle, { params, headers }), 404, "not-found");
      expectProblem(await call(fleet, { params: { id: hospital.id }, headers }), 404, "not-found");
      expectProblem(await call(remove, { method: "DELETE", params, headers }), 404, "not-found");
    }
    expect((await call(remove, { method: "DELETE", params, headers: manager })).status).toBe(204);
    expectProblem(await call(vehicle, { params, headers: manager }), 404, "not-found");
  });
});
