import { request as httpRequest } from "node:http";
import { test, expect } from "./support/fixtures";
import { callApi } from "./support/api";
import { runningStack } from "./support/run-state";

const EVIL = "https://evil.example";
type Sent = { method: string; path: string; headers?: Record<string, string>; body?: string };

/** Sends one request exactly as written, because fetch would normalise its method, path and headers. */
function raw({ method, path, headers = {}, body }: Sent): Promise<number> {
  const { hostname, port } = new URL(runningStack().baseURL);
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      { hostname, port, method, path, headers: { connection: "close", ...headers } },
      (answer) => {
        answer.resume();
        answer.on("end", () => resolve(answer.statusCode ?? 0));
      },
    );
    sent.on("error", reject);
    sent.setTimeout(20_000, () => sent.destroy(new Error(`${method} ${path}: no answer`)));
    sent.end(body);
  });
}

test.describe("a request that no page sends", () => {
  const cases: [string, Sent, number[]][] = [
    [
      "next-auth's log",
      {
        method: "POST",
        path: "/api/auth/_log",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: "level=error&code=x",
      },
      [404],
    ],
    [
      "credentials in an address",
      { method: "GET", path: "/api/auth/callback/credentials?email=a%40b.test&password=x" },
      [405],
    ],
    [
      "credentials as broken JSON",
      {
        method: "POST",
        path: "/api/auth/callback/credentials",
        headers: { "content-type": "application/json" },
        body: "{",
      },
      [400],
    ],
    ["another endpoint of next-auth", { method: "GET", path: "/api/auth/verify-request" }, [404]],
    ["TRACE of the API", { method: "TRACE", path: "/api/me" }, [405]],
    ["TRACE of a page", { method: "TRACE", path: "/doctors" }, [405]],
    ["a method of WebDAV", { method: "PROPFIND", path: "/" }, [405]],
    ["a path that cannot be decoded", { method: "GET", path: "/doctors/%E0%A4%A" }, [400]],
    ["a path of the API that cannot be decoded", { method: "GET", path: "/api/doctors/%" }, [400]],
    ["half a character", { method: "GET", path: "/%ff" }, [400]],
    ["a path with two slashes", { method: "GET", path: "//evil.example/doctors" }, [400]],
    [
      "an action from another site",
      { method: "POST", path: "/sign-in", headers: { origin: EVIL, "next-action": "x".repeat(42) }, body: "[]" },
      [403],
    ],
    [
      "an action with a made-up origin",
      { method: "POST", path: "/sign-in", headers: { origin: "no origin", "next-action": "x".repeat(42) }, body: "[]" },
      [403],
    ],
  ];
  for (const [what, sent, statuses] of cases) {
    test(`${what} is refused`, async () => expect(statuses).toContain(await raw(sent)));
  }

  test("an action with someone else's X-Forwarded-Host is refused", async ({ baseURL }) => {
    const headers = { origin: baseURL ?? "", "x-forwarded-host": "evil.example", "next-action": "x".repeat(42) };
    expect(await raw({ method: "POST", path: "/sign-in", headers, body: "[]" })).toBe(403);
  });
});

test("no route answers 5xx, whatever its method, path, headers and body", async () => {
  test.slow();
  const { body } = await callApi<{ paths: Record<string, object> }>("GET", "/api/openapi.json");
  const pages = [
    "/",
    "/doctors",
    "/doctors/x",
    "/hospitals",
    "/hospitals/x",
    "/services",
    "/emergency",
    "/emergency/x",
    "/sign-in",
    "/sign-up",
    "/invitations/x",
    "/reset-password/x",
    "/patient",
    "/doctor",
    "/hospital",
    "/admin",
  ];
  const parts = ["x", "%00", "%25", "..%2f..%2fetc", "%F0%9F%98%80", "'%22%3E", "a".repeat(500), "__proto__"];
  const headerSets: Record<string, string>[] = [
    {},
    { cookie: "caresync.session=x; caresync.csrf=%7C; caresync.device=..; =; a" },
    { authorization: "Bearer x.y.z" },
    { "content-type": "application/json", "content-length": "1" },
    { accept: "\u00ff", "accept-language": "*;q=x,,", "if-none-match": '"', "if-match": "W/", range: "bytes=9-1" },
    { "x-forwarded-host": ":::", "x-forwarded-proto": "javascript", "x-forwarded-for": "', 1" },
    { rsc: "1", "next-router-state-tree": "%7B", "next-router-prefetch": "9", "next-url": "//" },
    { "next-action": "nothing" },
    { "idempotency-key": " ", "x-request-id": "\t" },
  ];
  const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"];
  const paths = [...Object.keys(body.paths), ...pages];
  const failed: string[] = [];
  let n = 0;
  // Each path meets every method, and all parts, headers and queries recur many times.
  for (const template of paths) {
    await Promise.all(
      methods.map(async (method) => {
        n++;
        const path =
          template.replace(/\{[^}]+\}/g, () => parts[n % parts.length]!) +
          ["", "?", "?q=%E0%A4%A&&=&limit=-1", "?limit[]=1&cursor=%00"][n % 4]!;
        const headers = headerSets[n % headerSets.length]!;
        const isJson = "content-length" in headers;
        const hasBody = method !== "GET" && method !== "HEAD" && method !== "OPTIONS";
        const sent = {
          method,
          path,
          headers: isJson && !hasBody ? {} : headers,
          ...(hasBody ? { body: isJson ? "{" : "[" } : {}),
        };
        const status = await raw(sent).catch((error: Error) => error.message);
        if (typeof status !== "number" || (status >= 500 && !template.startsWith("/api/health")))
          failed.push(`${method} ${path} ${JSON.stringify(headers)}: ${status}`);
      }),
    );
  }
  expect(failed).toEqual([]);
  expect(n).toBeGreaterThan(500);
});
