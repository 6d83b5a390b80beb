import { beforeAll, describe, expect, it } from "vitest";
import { GET as one } from "@/app/api/ambulance-bookings/[id]/route";
import { CALL_LIMITS } from "@/lib/domain/ambulances/rules";
import { db } from "@/lib/platform/db/db";
import { createPatient } from "../support/factories";
import { bearerOf, call, expectProblem, pathsOf, type Json } from "./appointments-harness";
import { body, meetEveryone, MISSING, patient, patientId, PICKUP, post, staff } from "./ambulances-harness";

beforeAll(meetEveryone);

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
