import { describe, expect, it } from "vitest";
import { ID, change, post, problem, put, url } from "@/tests/support/http/test-item-routes";

describe("a response", () => {
  it("has status, Location, ETag and only the fields of its schema", async () => {
    const response = await post('{"name":" Bed 4 "}');
    expect(response.status).toBe(201);
    expect(response.headers.get("location")).toBe(`/api/test-items/${ID}`);
    expect(response.headers.get("etag")).toBe('"1"');
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toEqual({ id: ID, name: "Bed 4", version: 1 });
  });

  it("keeps the caller's request ID when it is plain, and else has its own", async () => {
    expect((await post('{"name":"a"}', { "X-Request-Id": "trace-1.a" })).headers.get("x-request-id")).toBe("trace-1.a");
    for (const bad of ["a b", "asha@example.org", "a".repeat(65), "{}"]) {
      const id = (await post('{"name":"a"}', { "X-Request-Id": bad })).headers.get("x-request-id");
      expect(id).toMatch(/^[0-9a-f-]{36}$/);
    }
  });
});

describe("a refusal", () => {
  it("of a use case carries its extra fields, which can't overwrite the problem's own members", async () => {
    expect(await problem(put("?fail=taken"))).toMatchObject({
      status: 409,
      code: "slot-taken",
      detail: "Taken.",
      alternatives: ["2030-01-01T10:00:00Z"],
    });
  });
  it("says when to retry", async () => {
    const response = await put("?fail=limited");
    expect(response.status).toBe(429);
    expect(response.headers.get("retry-after")).toBe("3");
  });
  it("for missing credentials says how to authenticate", async () => {
    expect((await put("?fail=token")).headers.get("www-authenticate")).toBe(
      'Bearer realm="CareSync", error="invalid_token"',
    );
  });
  it.each([
    ["deadlock", 409, "conflict"],
    ["uuid", 422, "invalid"],
    ["down", 503, "unavailable"],
    ["bug", 500, "internal"],
    ["text", 500, "internal"],
  ])("of the driver or an internal error (%s) is %d %s, without its text", async (fail, status, code) => {
    const body = await problem(put(`?fail=${fail}`));
    expect(body).toMatchObject({ status, code });
    expect(JSON.stringify(body)).not.toMatch(/deadlock detected|syntax|ECONN|Cannot read|thrown text|at /);
  });
});

describe("a client that disconnects", () => {
  it("is not logged as an error", async () => {
    const controller = new AbortController();
    const request = new Request(`${url}/${ID}?fail=bug`, { method: "PUT", signal: controller.signal });
    const pending = change(request, { params: Promise.resolve({ id: ID }) });
    controller.abort();
    expect((await pending).status).toBe(499);
  });
});
