import { beforeAll, describe, expect, it } from "vitest";
import { GET as one } from "@/app/api/ambulance-bookings/[id]/route";
import { PUT as namePatient } from "@/app/api/ambulance-bookings/[id]/patient/route";
import { PUT as replace } from "@/app/api/ambulance-bookings/[id]/vehicle/route";
import { POST as verify } from "@/app/api/ambulance-bookings/[id]/verify/route";
import { GET as list } from "@/app/api/ambulance-bookings/route";
import { GET as vehicle, PATCH as change } from "@/app/api/ambulances/[id]/route";
import { db } from "@/lib/platform/db/db";
import { call, essence, expectProblem, pathsOf, type Json } from "./appointments-harness";
import {
  body,
  freeVehicle,
  hospital,
  meetEveryone,
  MISSING,
  patient,
  patientId,
  post,
  put,
  staff,
  stranger,
} from "./ambulances-harness";

beforeAll(meetEveryone);

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
