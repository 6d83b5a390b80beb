import { beforeEach, expect, it } from "vitest";
import { PUT as change } from "@/app/api/bed-bookings/[id]/status/route";
import { GET as list } from "@/app/api/bed-bookings/route";
import { call, expectProblem, type Json } from "./appointments-harness";
import { ask, openHospital, send, set, step } from "./beds-harness";

beforeEach(openHospital);

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
