import { describe, expect, it } from "vitest";
import { ID, change, create, problem, put, url } from "@/tests/support/http/test-item-routes";

describe("a query", () => {
  it("is typed, with defaults and lists", async () => {
    const response = await put("?dryRun=true&tag=a&tag=b");
    expect(await response.json()).toEqual({
      seen: { id: ID, limit: 20, dryRun: true, tag: ["a", "b"], ifMatch: null },
    });
  });

  it.each([
    "?page=2",
    "?limit=0",
    "?limit=101",
    "?limit=1e1",
    "?limit=",
    "?limit=5&limit=6",
    "?dryRun=yes",
    "?__proto__=1",
  ])("%s is answered 422", async (query) => {
    const body = await problem(put(query));
    expect(body).toMatchObject({ status: 422, code: "invalid", instance: `/api/test-items/${ID}` });
    expect((body.errors as unknown[]).length).toBe(1);
  });

  it("is refused on a route that has none", async () => {
    const request = new Request(`${url}?x=1`, {
      method: "POST",
      body: '{"name":"a"}',
      headers: { "Content-Type": "application/json" },
    });
    expect(await problem(create(request))).toMatchObject({
      status: 422,
      errors: [{ path: "x", message: "Unknown field" }],
    });
  });
});

describe("a path", () => {
  it.each(["x", "1", "' OR 1=1", "\u0000"])(
    "with the impossible ID %j is answered 404 like a missing object",
    async (id) => {
      const response = change(new Request(`${url}/x`, { method: "PUT" }), { params: Promise.resolve({ id }) });
      expect(await problem(response)).toMatchObject({ status: 404, code: "not-found" });
    },
  );
});

describe("If-Match", () => {
  it("passes the version to the use case", async () => {
    expect(await (await put("", { "If-Match": '"7"' })).json()).toMatchObject({ seen: { ifMatch: 7 } });
    expect(await (await put("", { "If-Match": "*" })).json()).toMatchObject({ seen: { ifMatch: null } });
  });
  it("that matches none of our tags is answered 412, also when malformed", async () => {
    for (const tag of ['"abc"', 'W/"7"', '"99999999999999"'])
      expect(await problem(put("", { "If-Match": tag }))).toMatchObject({ status: 412 });
    for (const tag of ["7", '"1", "2"', ""]) expect((await put("", { "If-Match": tag })).status, tag).toBe(400);
  });
  it("turns the use case's version-mismatch into 412", async () => {
    expect(await problem(put("?fail=version"))).toMatchObject({ status: 409, code: "version-mismatch" });
    expect(await problem(put("?fail=version", { "If-Match": '"7"' }))).toMatchObject({
      status: 412,
      code: "precondition-failed",
    });
  });
});

describe("a browser request with cookies", () => {
  const cookie = { Cookie: "session=x" };
  it.each([
    ["another origin", { Origin: "https://evil.example" }],
    ["an opaque origin", { Origin: "null" }],
    ["another scheme", { Origin: "https://localhost:3001" }],
    ["a sibling of the site", { "Sec-Fetch-Site": "same-site" }],
    ["another site", { "Sec-Fetch-Site": "cross-site" }],
    [
      "another origin that fakes its fetch metadata",
      { Origin: "https://evil.example", "Sec-Fetch-Site": "same-origin" },
    ],
  ])("from %s is answered 403", async (_what, headers) => {
    expect(await problem(put("", { ...cookie, ...headers }))).toMatchObject({ status: 403, code: "origin-refused" });
  });
  it.each([
    ["its own origin", { Origin: "http://localhost:3000" }],
    ["its own page", { "Sec-Fetch-Site": "same-origin" }],
    ["no browser", {}],
    ["a token's bearer", { Origin: "https://app.example", Authorization: "Bearer x" }],
  ])("from %s is served", async (_what, headers) => {
    expect((await put("", { ...cookie, ...headers })).status).toBe(200);
  });
});
