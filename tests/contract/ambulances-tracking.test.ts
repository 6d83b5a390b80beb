import { beforeAll, describe, expect, it } from "vitest";
import { DELETE as cancelByToken, GET as track } from "@/app/api/ambulance-bookings/track/[token]/route";
import { POST as join } from "@/app/api/realtime/auth/route";
import { db } from "@/lib/platform/db/db";
import { createAdmin } from "../support/factories";
import { bearerOf, call, essence, expectProblem, type Answer } from "./appointments-harness";
import { body, freeVehicle, hospital, meetEveryone, MISSING, patient, post, put, staff } from "./ambulances-harness";

beforeAll(meetEveryone);

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
