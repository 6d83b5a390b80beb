import { describe, expect, it } from "vitest";
import { pageRouteOf } from "./page-route";

const route = pageRouteOf({
  staticRoutes: [
    { page: "/", regex: "^/(?:/)?$" },
    { page: "/doctors", regex: "^/doctors(?:/)?$" },
    { page: "/api/me", regex: "^/api/me(?:/)?$" },
  ],
  dynamicRoutes: [
    { page: "/doctors/[slug]", regex: "^/doctors/([^/]+?)(?:/)?$" },
    { page: "/reset-password/[token]", regex: "^/reset-password/([^/]+?)(?:/)?$" },
  ],
});

describe("a page's route", () => {
  it.each([
    ["/", "/"],
    ["/doctors?q=asha+rai", "/doctors"],
    ["/doctors/asha-rai", "/doctors/[slug]"],
    ["/reset-password/a-secret?x=1", "/reset-password/[token]"],
  ])("is a pattern: %s", (url, pattern) => expect(route(url)).toBe(pattern));

  it("is unknown for an address that no page has", () => {
    expect(route("/asha-rai/at/home")).toBe("/…");
  });

  it.each(["/api/me", "/api", "/_next/static/chunks/x.js", "/icon.svg", "/robots.txt"])("is none for %s", (url) =>
    expect(route(url)).toBeUndefined(),
  );
});
