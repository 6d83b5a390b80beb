import { beforeEach, describe, expect, it } from "vitest";
import { POST as transfer } from "@/app/api/bed-bookings/[id]/transfer/route";
import { GET as one } from "@/app/api/bed-bookings/[id]/route";
import { GET as bed } from "@/app/api/beds/[id]/route";
import { essence, expectProblem, pathsOf } from "./appointments-harness";
import { anotherBed, ask, at, MISSING, openHospital, send, set, step } from "./beds-harness";

beforeEach(openHospital);

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
