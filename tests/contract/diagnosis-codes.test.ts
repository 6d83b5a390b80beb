import { beforeAll, describe, expect, it } from "vitest";
import { POST as activate } from "@/app/api/admin/diagnosis-editions/[id]/activate/route";
import { POST as load } from "@/app/api/admin/diagnosis-editions/[id]/load/route";
import { PUT as storePart } from "@/app/api/admin/diagnosis-editions/[id]/parts/[number]/route";
import { DELETE as remove } from "@/app/api/admin/diagnosis-editions/[id]/route";
import { GET as list, POST as start } from "@/app/api/admin/diagnosis-editions/route";
import { GET as search } from "@/app/api/diagnosis-codes/route";
import { createCast } from "@/tests/support/actors";
import { bearerOf, call, expectProblem, pathsOf, type Handler } from "./appointments-harness";

type Header = Record<string, string>;
const MISSING = "0199d000-0000-7000-8000-000000000000";
let doctor: Header, admin: Header, others: Header[];

beforeAll(async () => {
  const cast = await createCast();
  doctor = await bearerOf(cast.doctor.user);
  admin = await bearerOf(cast.admin.user);
  others = await Promise.all([cast.patient, cast.manager, cast.coordinator].map(({ user }) => bearerOf(user)));
});

const find = (query: Record<string, string>, headers = doctor) => call(search as Handler, { headers, query });

describe("GET /api/diagnosis-codes", () => {
  it("answers a doctor with whole diagnoses, the best first", async () => {
    const found = await find({ q: "heart attack", limit: "2" });
    expect([found.status, found.body]).toMatchObject([
      200,
      { items: [{ system: "ICD-10", version: "2019", code: "I21", name: "Heart attack", isHeading: false }, {}] },
    ]);
    expect((await find({})).body).toEqual({ items: [] });
  });

  it("is 404 for everyone else, 401 without an account, and refuses what isn't a search", async () => {
    for (const headers of [...others, admin]) expectProblem(await find({ q: "heart" }, headers), 404, "not-found");
    expectProblem(await find({ q: "heart" }, {}), 401, "unauthenticated");
    expect(pathsOf(expectProblem(await find({ q: "x".repeat(101), limit: "51" }), 422, "invalid"))).toEqual([
      "q",
      "limit",
    ]);
  });
});

describe("an edition over REST", () => {
  const body = { format: "ORDER_FILE", release: "2026", fileBytes: 3 };
  const begin = (headers: Header) => call(start as Handler, { method: "POST", headers, body });
  const part = (id: unknown, headers: Header, content = "YWJj", number = "1") =>
    call(storePart as Handler, { method: "PUT", headers, params: { id, number }, body: { content } });
  const step = (handler: unknown, method: string, id: unknown, headers: Header) =>
    call(handler as Handler, { method, headers, params: { id } });

  it("is announced, sent in parts, loaded and removed by an administrator", async () => {
    const made = await begin({ ...admin, "Idempotency-Key": "edition-1" });
    expect([made.status, made.body]).toMatchObject([
      201,
      { system: "ICD-10-CM", release: "2026", status: "UPLOADING" },
    ]);
    expectProblem(await begin(admin), 409, "already-exists");
    const { id } = made.body;
    expectProblem(await part(id, admin, "YQ=="), 422, "invalid");
    expectProblem(await part(id, admin, "YWJj", "0"), 404, "not-found");
    expect((await part(id, admin)).status).toBe(204);
    expectProblem(await step(activate, "POST", id, admin), 409, "invalid-transition");
    const stale = { ...admin, "If-Match": '"7"' };
    expectProblem(await step(load, "POST", id, stale), 412, "precondition-failed");
    expect((await step(load, "POST", id, admin)).body).toMatchObject({ id, status: "LOADING" });
    expectProblem(await step(load, "POST", id, admin), 409, "invalid-transition");
    const { items } = (await call(list as Handler, { headers: admin })).body as { items: { isActive: boolean }[] };
    expect(items.map(({ isActive }) => isActive)).toEqual([false, true]);
    expect((await step(remove, "DELETE", id, admin)).status).toBe(204);
    expectProblem(await step(remove, "DELETE", id, admin), 404, "not-found");
  });

  it("doesn't exist for anyone else", async () => {
    const { id } = (await begin(admin)).body;
    for (const headers of [...others, doctor]) {
      expectProblem(await call(list as Handler, { headers }), 404, "not-found");
      expectProblem(await begin(headers), 404, "not-found");
      for (const one of [id, MISSING]) {
        expectProblem(await part(one, headers), 404, "not-found");
        expectProblem(await step(load, "POST", one, headers), 404, "not-found");
        expectProblem(await step(activate, "POST", one, headers), 404, "not-found");
        expectProblem(await step(remove, "DELETE", one, headers), 404, "not-found");
      }
    }
  });
});
