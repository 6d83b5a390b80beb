import { beforeAll, describe, expect, it } from "vitest";
import { GET as LIST, POST as REGISTER } from "@/app/api/hospitals/[id]/patients/route";
import { GET as READ, PATCH as CHANGE } from "@/app/api/registrations/[id]/route";
import { createCast } from "@/tests/support/actors";
import { bearerOf, call, expectProblem, pathsOf, type Handler, type Sent } from "./appointments-harness";

const MISSING = "0199d000-0000-7000-8000-000000000000";
let cast: Awaited<ReturnType<typeof createCast>>;
let other: typeof cast;
beforeAll(async () => {
  [cast, other] = [await createCast(), await createCast()];
});

const send = async (handler: unknown, id: string, sent: Sent = {}, user: { id: string } = cast.coordinator.user) =>
  call(handler as Handler, { ...sent, headers: { ...(await bearerOf(user)), ...sent.headers }, params: { id } });
const register = async (recordNumber: string, name = `Person ${recordNumber}`) => {
  const body = { patient: { name }, recordNumber, isNew: true };
  const headers = { "Idempotency-Key": `register-${recordNumber}-once` };
  return (await send(REGISTER, cast.hospital.id, { method: "POST", body, headers })).body as {
    id: string;
    version: number;
  };
};
const change = (id: string, body: object, more: Sent = {}) => send(CHANGE, id, { method: "PATCH", body, ...more });

describe("registrations over REST", () => {
  it("are read with their version, and corrected field by field", async () => {
    const made = await register("A-1");
    const read = await send(READ, made.id);
    expect(read).toMatchObject({ status: 200, body: { id: made.id, recordNumber: "A-1", email: null, version: 1 } });
    expect(read.headers.get("etag")).toBe('"1"');
    const changed = await change(made.id, { recordNumber: "A-2", email: "A.Two@Example.org" });
    expect(changed).toMatchObject({
      status: 200,
      body: { recordNumber: "A-2", email: "a.two@example.org", language: null, version: 2 },
    });
    expect((await change(made.id, { recordNumber: null })).body).toMatchObject({
      recordNumber: null,
      email: "a.two@example.org",
      version: 3,
    });
  });

  it("refuse a number that another patient has, and an outdated version", async () => {
    const [first, second] = [await register("B-1"), await register("B-2")];
    expect(pathsOf(expectProblem(await change(second.id, { recordNumber: " b-1" }), 409, "already-exists"))).toEqual([
      "recordNumber",
    ]);
    expect((await change(first.id, { recordNumber: "b-1" })).body).toMatchObject({ recordNumber: "b-1", version: 2 });
    const stale = { headers: { "If-Match": '"1"' } };
    expectProblem(await change(first.id, { recordNumber: "B-3" }, stale), 412, "precondition-failed");
    const current = { headers: { "If-Match": '"2"' } };
    expect((await change(first.id, { recordNumber: "B-3" }, current)).status).toBe(200);
    expectProblem(await send(READ, MISSING), 404, "not-found");
  });

  it("are listed newest first, and found by their number in any spelling", async () => {
    const made = await register("C 12-7");
    const [newest] = (await send(LIST, cast.hospital.id)).body.items as { id: string }[];
    expect(newest?.id).toBe(made.id);
    const found = async (recordNumber: string, at = cast, user = at.coordinator.user) =>
      (await send(LIST, at.hospital.id, { query: { recordNumber } }, user)).body;
    expect(await found("c  12-7")).toMatchObject({ items: [{ id: made.id }], nextCursor: null });
    expect(await found("C 12")).toEqual({ items: [], nextCursor: null });
    expect(await found("C 12-7", other)).toEqual({ items: [], nextCursor: null });
  });

  it("don't exist for other hospitals, and refuse what isn't a registration", async () => {
    const made = await register("D-1");
    for (const { user } of [other.coordinator, other.manager, cast.doctor, cast.patient, cast.admin]) {
      expectProblem(await send(READ, made.id, {}, user), 404, "not-found");
      const body = { recordNumber: "D-2" };
      expectProblem(await send(CHANGE, made.id, { method: "PATCH", body }, user), 404, "not-found");
      expectProblem(await send(LIST, cast.hospital.id, {}, user), 404, "not-found");
    }
    const bad = await change(made.id, { recordNumber: "x".repeat(41), email: "no", patientId: MISSING });
    expect(pathsOf(expectProblem(bad, 422, "invalid")).sort()).toEqual(["email", "patientId", "recordNumber"]);
  });
});
