import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { config } from "@/lib/platform/config/config";
import { contentSecurityPolicy } from "@/lib/platform/http/content-security";
import { config as matched, middleware } from "@/middleware";

const ORIGIN = "http://localhost:3000";
const visit = (path: string, headers: Record<string, string> = {}) =>
  middleware(new NextRequest(`${ORIGIN}${path}`, { headers }));
const nonceOf = (policy: string | null) => /'nonce-([^']+)'/.exec(policy ?? "")?.[1];

describe("every page", () => {
  it("has a policy with its own nonce, the same for Next, the layout and the browser", () => {
    const [one, two] = [visit("/doctors"), visit("/doctors")];
    const policy = one.headers.get("content-security-policy");
    const nonce = nonceOf(policy);
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(one.headers.get("x-middleware-request-x-nonce")).toBe(nonce);
    expect(one.headers.get("x-middleware-request-content-security-policy")).toBe(policy);
    expect(nonceOf(two.headers.get("content-security-policy"))).not.toBe(nonce);
  });

  it("marks a browser that has sent a form, so that what it reads next has the change", () => {
    const form = new NextRequest(`${ORIGIN}/doctor/settings`, { method: "POST", headers: { "next-action": "any" } });
    expect(middleware(form).headers.get("set-cookie")).toMatch(
      /^caresync\.changed=1; Path=\/; .*Max-Age=15;.* SameSite=lax$/i,
    );
    // By this Next would render the page again with the answer of each action.
    expect(middleware(form).headers.get("x-middleware-set-cookie")).toBeNull();
    expect(visit("/doctors").headers.get("set-cookie")).toBeNull();
  });

  it("runs no script without the nonce and can't be framed", () => {
    const policy = visit("/").headers.get("content-security-policy") ?? "";
    const scripts = policy.split("; ").find((directive) => directive.startsWith("script-src")) ?? "";
    expect(scripts).not.toContain("'unsafe-inline'");
    for (const part of [
      "default-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "connect-src 'self' ws://127.0.0.1:1",
    ]) {
      expect(policy).toContain(part);
    }
  });

  it("takes scripts, styles and fonts from the content delivery network that is configured, and nothing else", () => {
    const own = contentSecurityPolicy("n");
    expect(own).not.toContain("https:");
    const before = config.site.assetsOrigin;
    config.site.assetsOrigin = "https://cdn.example.org";
    try {
      const directives = contentSecurityPolicy("n").split("; ");
      const from = directives.filter((directive) => directive.includes("https://cdn.example.org"));
      expect(from.map((directive) => directive.split(" ")[0])).toEqual([
        "script-src",
        "style-src",
        "img-src",
        "font-src",
      ]);
      expect(from.map((directive) => directive.replace(" https://cdn.example.org", ""))).toEqual(
        own.split("; ").filter((directive) => /^(script|style|img|font)-src/.test(directive)),
      );
    } finally {
      config.site.assetsOrigin = before;
    }
  });

  it("has a request ID: the caller's when it is plain, else a new one", () => {
    expect(visit("/", { "x-request-id": "abc-1" }).headers.get("x-request-id")).toBe("abc-1");
    expect(visit("/", { "x-request-id": 'a"}\\u2028' }).headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("does not accept a nonce from its caller", () => {
    const answer = visit("/", { "x-nonce": "mine", "content-security-policy": "script-src 'nonce-mine'" });
    expect(answer.headers.get("x-middleware-request-x-nonce")).not.toBe("mine");
    expect(answer.headers.get("x-middleware-request-content-security-policy")).not.toContain("mine");
  });
});

describe("a portal without a session cookie", () => {
  it.each(["/patient", "/doctor/hours?week=2", "/hospital/doctors", "/admin"])(
    "redirects to sign-in and back: %s",
    (path) => {
      const answer = visit(path);
      expect(answer.status).toBe(303);
      const to = new URL(answer.headers.get("location") ?? "");
      expect([to.origin, to.pathname, to.searchParams.get("from")]).toEqual([ORIGIN, "/sign-in", path]);
      expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    },
  );

  it.each(["/doctors", "/hospitals/x", "/patients-guide", "/sign-in", "/"])("leaves %s open to all", (path) => {
    expect(visit(path).headers.get("location")).toBeNull();
  });

  it("lets any cookie through, because the page itself decides who may see it", () => {
    expect(visit("/admin", { cookie: "caresync.session=forged" }).headers.get("location")).toBeNull();
  });
});

describe("an action's origin check", () => {
  const act = (origin: string) =>
    middleware(
      new NextRequest(`${ORIGIN}/sign-in`, {
        method: "POST",
        headers: { host: "localhost:3000", origin, "next-action": "x".repeat(42) },
      }),
    );

  it.each(["https://evil.example", "null", "nonsense", "http://localhost:3001"])("refuses %s", (origin) =>
    expect(act(origin).status).toBe(403),
  );
  it("accepts this site", () => expect(act(ORIGIN).status).toBe(200));
});

describe("a path", () => {
  const pattern = new RegExp(`^${matched.matcher[0]}$`);
  it.each([
    "/api/me",
    "/api/auth/token",
    "/_next/static/chunks/a.js",
    "/icon.svg",
    "/apple-icon.png",
    "/icons/icon-192.png",
    "/manifest.webmanifest",
    "/service-worker.js",
    "/robots.txt",
    "/sitemap.xml",
    "/sitemaps/2.xml",
  ])("like %s is left alone", (path) => {
    expect(pattern.test(path)).toBe(false);
  });
  it.each([
    "/",
    "/doctors",
    "/doctors/dr.a",
    "/doctors/x.png",
    "/offline",
    "/icons",
    "/hospital/appointments/x.js",
    "/admin/people",
    "/reset-password/abc",
  ])("like %s is handled as a page", (path) => expect(pattern.test(path)).toBe(true));
});
