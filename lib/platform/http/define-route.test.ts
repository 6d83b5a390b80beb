import { describe, expect, it } from "vitest";
import { z } from "zod";
import { AppError } from "@/lib/platform/errors/app-error";
import { routesFor } from "./define-route";
import { limit, queryFlag } from "@/lib/platform/input/query";
import { instant, shortText, uuid } from "@/lib/platform/input/text";

const defineRoute = routesFor(async () => null);

const ID = "0197a3c0-0000-7000-8000-00000000000a";
const item = z.object({ id: uuid, name: shortText(20), version: z.number() });

const create = defineRoute(
  {
    method: "POST",
    path: "/api/test-items",
    operationId: "createTestItem",
    summary: "Create",
    tags: ["Test"],
    auth: "none",
    body: z.strictObject({
      name: shortText(20),
      at: instant.optional(),
      tags: z.array(shortText(5)).max(2).optional(),
    }),
    maxBodyBytes: 2000,
    response: { status: 201, schema: item },
    etag: (out) => out.version,
    location: (out) => `/api/test-items/${out.id}`,
  },
  async ({ body }) => ({ id: ID, name: body.name, version: 1, secret: "stays inside" }),
);

const failures: Record<string, () => unknown> = {
  taken: () => new AppError("slot-taken", "Taken.", { extra: { alternatives: ["2030-01-01T10:00:00Z"], status: 1 } }),
  version: () => new AppError("version-mismatch"),
  limited: () => new AppError("rate-limited", undefined, { retryAfterSeconds: 2.2 }),
  token: () => new AppError("invalid-token"),
  deadlock: () => Object.assign(new Error("deadlock detected"), { severity: "ERROR", code: "40P01" }),
  uuid: () => Object.assign(new Error('invalid input syntax for type uuid: "x"'), { severity: "ERROR", code: "22P02" }),
  down: () => Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }),
  bug: () => new TypeError("Cannot read properties of undefined (reading 'secret')"),
  text: () => "thrown text",
};

const change = defineRoute(
  {
    method: "PUT",
    path: "/api/test-items/{id}",
    operationId: "changeTestItem",
    summary: "Change",
    tags: ["Test"],
    auth: "none",
    params: z.strictObject({ id: uuid }),
    query: z.strictObject({
      limit,
      dryRun: queryFlag.optional(),
      tag: z.array(z.string()).optional(),
      fail: z.string().optional(),
    }),
    response: { status: 200, schema: z.object({ seen: z.unknown() }) },
  },
  async ({ params, query, ifMatch }) => {
    if (query.fail !== undefined) throw failures[query.fail]?.();
    return { seen: { ...params, ...query, ifMatch } };
  },
);

const url = "http://localhost:3000/api/test-items";
function post(body: BodyInit | null, headers: Record<string, string> = {}): Promise<Response> {
  return create(
    new Request(url, { method: "POST", body, headers: { "Content-Type": "application/json", ...headers } }),
  );
}
function put(query = "", headers: Record<string, string> = {}, id = ID): Promise<Response> {
  return change(new Request(`${url}/${id}${query}`, { method: "PUT", headers }), { params: Promise.resolve({ id }) });
}
async function problem(answer: Response | Promise<Response>): Promise<Record<string, unknown>> {
  const response = await answer;
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(response.headers.get("cache-control")).toBe("no-store");
  const body = (await response.json()) as Record<string, unknown>;
  expect(body).toMatchObject({ status: response.status, requestId: response.headers.get("x-request-id") });
  for (const member of ["type", "title", "code", "detail", "instance"]) expect(body).toHaveProperty(member);
  return body;
}

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

describe("a request body", () => {
  it.each(["", "{", "null,", '{"name":"a"', "{'name':1}", "undefined"])(
    "that isn't JSON is answered 400: %j",
    async (text) => {
      expect(await problem(post(text))).toMatchObject({ status: 400, code: "malformed-json" });
    },
  );

  it("that isn't UTF-8 is answered 400", async () => {
    const bytes = new Uint8Array([...Buffer.from('{"name":"'), 0xff, 0xfe, ...Buffer.from('"}')]);
    expect(await problem(post(bytes))).toMatchObject({ status: 400 });
  });

  it("nested too deeply is answered 400", async () => {
    expect(await problem(post(`${"[".repeat(900)}${"]".repeat(900)}`))).toMatchObject({ status: 400 });
    expect((await post(JSON.stringify({ name: '[[[[{{{{\\"' }))).status).toBe(201);
  });

  it.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "application/json; charset=latin1",
    "multipart/form-data; boundary=x",
  ])("of type %s is answered 415", async (type) =>
    expect(await problem(post('{"name":"a"}', { "Content-Type": type }))).toMatchObject({ status: 415 }),
  );

  it("that is compressed or has no type is answered 415", async () => {
    expect(await problem(post('{"name":"a"}', { "Content-Encoding": "gzip" }))).toMatchObject({ status: 415 });
    expect(await problem(create(new Request(url, { method: "POST", body: Buffer.from("{}") })))).toMatchObject({
      status: 415,
    });
  });

  it.each(["application/json; charset=utf-8", "application/json;charset=UTF-8", "application/merge-patch+json"])(
    "may be of type %s",
    async (type) => expect((await post('{"name":"a"}', { "Content-Type": type })).status).toBe(201),
  );

  it("over the limit is answered 413, whatever length it declares", async () => {
    const long = JSON.stringify({ name: "a".repeat(3000) });
    expect(await problem(post(long))).toMatchObject({ status: 413 });
    expect(await problem(post("{}", { "Content-Length": "999999999" }))).toMatchObject({ status: 413 });
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 500;
        controller.enqueue(new Uint8Array(500).fill(32));
      },
    });
    const init = {
      method: "POST",
      body: endless,
      duplex: "half",
      headers: { "Content-Type": "application/json", "Content-Length": "10" },
    };
    expect(await problem(create(new Request(url, init)))).toMatchObject({ status: 413 });
    expect(sent).toBeLessThan(5000);
  });

  it("with unknown fields is answered 422, naming them", async () => {
    const body = await problem(post('{"name":"a","role":"admin","__proto__":{"x":1},"constructor":1}'));
    expect(body).toMatchObject({ status: 422, code: "invalid" });
    const paths = (body.errors as { path: string; message: string }[]).map(({ path }) => path);
    expect(paths).toEqual(["role", "__proto__", "constructor"]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it("with invalid fields is answered 422, with a path and a sentence for each", async () => {
    const body = await problem(post('{"name":5,"at":"yesterday","tags":["ok","too long"]}'));
    expect(body.errors).toEqual([
      { path: "name", message: "Must be text" },
      { path: "at", message: "Must be an instant such as 2030-01-31T09:30:00Z" },
      { path: "tags.1", message: "At most 5 characters" },
    ]);
    expect(await problem(post("{}"))).toMatchObject({ errors: [{ path: "name", message: "Required" }] });
    for (const text of ["null", "[]", '"a"', "3"]) expect(await problem(post(text))).toMatchObject({ status: 422 });
  });

  it("with duplicate keys uses the last", async () => {
    expect(await (await post('{"name":"a","name":"b"}')).json()).toMatchObject({ name: "b" });
  });
});

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

describe("a client that disconnects", () => {
  it("is not logged as an error", async () => {
    const controller = new AbortController();
    const request = new Request(`${url}/${ID}?fail=bug`, { method: "PUT", signal: controller.signal });
    const pending = change(request, { params: Promise.resolve({ id: ID }) });
    controller.abort();
    expect((await pending).status).toBe(499);
  });
});
