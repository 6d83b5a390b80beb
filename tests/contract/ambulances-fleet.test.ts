import { beforeAll, describe, expect, it } from "vitest";
import { DELETE as remove, GET as vehicle, PATCH as change } from "@/app/api/ambulances/[id]/route";
import { GET as fleet, POST as add } from "@/app/api/hospitals/[id]/ambulances/route";
import { call, expectProblem, pathsOf, type Json } from "./appointments-harness";
import { hospital, manager, meetEveryone, patient, staff, stranger } from "./ambulances-harness";

beforeAll(meetEveryone);

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
