import { beforeAll, describe, expect, it } from "vitest";
import { DELETE as REMOVE, PATCH as RENAME } from "@/app/api/departments/[id]/route";
import { GET as LIST, POST as ADD } from "@/app/api/hospitals/[id]/departments/route";
import { createCast } from "@/tests/support/actors";
import { createHospital, createStaff } from "@/tests/support/factories";
import { bearerOf, call, essence, expectProblem, pathsOf, type Handler } from "./appointments-harness";

const MISSING = "0199d000-0000-7000-8000-000000000000";
let id: string;
let manager: Record<string, string>;
let coordinator: Record<string, string>;
let stranger: Record<string, string>;

beforeAll(async () => {
  const cast = await createCast();
  id = cast.hospital.id;
  manager = await bearerOf(cast.manager.user);
  coordinator = await bearerOf(cast.coordinator.user);
  stranger = await bearerOf((await createStaff((await createHospital()).id)).user);
});

const add = (name: unknown, headers = manager, at = id) =>
  call(ADD as Handler, { method: "POST", headers, params: { id: at }, body: { name } });
const list = (headers: Record<string, string>, at = id) => call(LIST as Handler, { headers, params: { id: at } });

describe("departments over REST", () => {
  it("are added, listed, renamed and removed by a manager", async () => {
    const made = await add("Radiology");
    expect([made.status, made.body]).toEqual([
      201,
      { id: expect.any(String), name: "Radiology", doctorCount: 0, wardCount: 0 },
    ]);
    expect((await list(coordinator)).body).toEqual({ items: [made.body], nextCursor: null });
    const params = { id: made.body.id };
    const renamed = await call(RENAME as Handler, {
      method: "PATCH",
      headers: manager,
      params,
      body: { name: "Imaging" },
    });
    expect([renamed.status, renamed.body]).toEqual([200, { id: made.body.id, name: "Imaging" }]);
    expect(pathsOf(expectProblem(await add("imaging"), 422, "invalid"))).toEqual(["name"]);
    expect((await call(REMOVE as Handler, { method: "DELETE", headers: manager, params })).status).toBe(204);
    expectProblem(await call(REMOVE as Handler, { method: "DELETE", headers: manager, params }), 404, "not-found");
  });

  it("can be read but not changed by a coordinator, and are 404 for everyone else", async () => {
    const { body } = await add("Pharmacy");
    const params = { id: body.id };
    expectProblem(await add("New", coordinator), 403, "forbidden");
    expectProblem(
      await call(RENAME as Handler, { method: "PATCH", headers: coordinator, params, body: { name: "New" } }),
      403,
      "forbidden",
    );
    expectProblem(await call(REMOVE as Handler, { method: "DELETE", headers: coordinator, params }), 403, "forbidden");
    const missing = await call(REMOVE as Handler, { method: "DELETE", headers: stranger, params: { id: MISSING } });
    expectProblem(missing, 404, "not-found");
    expect(essence(await call(REMOVE as Handler, { method: "DELETE", headers: stranger, params }))).toEqual(
      essence(missing),
    );
    expect(essence(await list(stranger))).toEqual(essence(await list(stranger, MISSING)));
    expectProblem(await add("New", stranger), 404, "not-found");
    expectProblem(await list({}), 401, "unauthenticated");
  });
});
