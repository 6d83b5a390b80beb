import { beforeEach, describe, expect, it } from "vitest";
import { DELETE as removeBed, GET as bed, PATCH as changeBed } from "@/app/api/beds/[id]/route";
import { GET as beds, POST as addBed } from "@/app/api/hospitals/[id]/beds/route";
import { GET as wards, POST as addWard } from "@/app/api/hospitals/[id]/wards/route";
import { DELETE as removeWard, GET as ward, PATCH as changeWard } from "@/app/api/wards/[id]/route";
import { essence, expectProblem, pathsOf, type Handler, type Json } from "./appointments-harness";
import { MISSING, openHospital, send, set } from "./beds-harness";

beforeEach(openHospital);

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
