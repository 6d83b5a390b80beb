import { describe, expect, it } from "vitest";
import { sharedRequestOf } from "./shared-request";

const ADDRESSES = [
  { route: "/things", path: /^\/things$/, query: ["colour"], tags: ["things"], isApi: false },
  { route: "/api/things", path: /^\/api\/things$/, query: [], tags: ["things"], isApi: true },
];
const ZONE = { name: "caresync-zone", isKnown: (zone: string) => zone.startsWith("Europe/") };
const keyOf = (url: string, headers: Record<string, string> = {}, method = "GET") =>
  sharedRequestOf({ method, url, headers }, ADDRESSES, ZONE)?.key;

describe("a request that may be answered with a kept page", () => {
  it("has no session, no credentials and no cookie that is the reader's own", () => {
    for (const cookie of [
      "caresync.session=x",
      "__Host-caresync.session=x",
      "__Secure-caresync.link.1=x",
      "caresync-density=compact",
    ])
      expect(keyOf("/things", { cookie: `other=1; ${cookie}` })).toBeUndefined();
    for (const header of ["authorization", "origin", "next-action", "range", "x-nextjs-data", "x-middleware-prefetch"])
      expect(keyOf("/things", { [header]: "x" })).toBeUndefined();
    expect(keyOf("/things", { cookie: "counter=1; caresync.device=x; caresync.csrf=y; caresync.changed=1" })).toBe(
      keyOf("/things"),
    );
  });

  it("reads, and asks for what is declared, with parameters that are declared", () => {
    expect(keyOf("/things?colour=red")).toBeDefined();
    for (const url of ["/things?q=someone", "/things?colour=red&near=1,2", "/thing", "/things/", "/things?_rsc=1"])
      expect(keyOf(url)).toBeUndefined();
    expect(keyOf("/things", {}, "POST")).toBeUndefined();
    expect(keyOf("/things", {}, "HEAD")).toBe(keyOf("/things"));
  });

  it("shares only with readers of the same zone and language, who ask for the same part", () => {
    const headers = [
      {},
      { cookie: "caresync-zone=Europe/Berlin" },
      { cookie: "caresync-zone=Europe/Lisbon" },
      { "accept-language": "en-US,en;q=0.9" },
      { "accept-language": "de" },
      { rsc: "1" },
      { rsc: "1", "next-router-prefetch": "1" },
      { rsc: "1", "next-router-state-tree": "a" },
      { rsc: "1", "next-url": "/other" },
    ];
    expect(new Set(headers.map((one) => keyOf("/things", one as Record<string, string>))).size).toBe(headers.length);
    expect(keyOf("/things", { "accept-language": "de;q=0.9,en" })).toBe(keyOf("/things", { "accept-language": "de" }));
    expect(keyOf("/api/things", { "accept-language": "de" })).toBe(keyOf("/api/things"));
    for (const zone of ["Mars/Base", "Europe/Berlin; caresync-zone=Europe/Lisbon"])
      expect(keyOf("/things", { cookie: `caresync-zone=${zone}` })).toBeUndefined();
  });
});
