import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { routes } from "./routes";

type Builder = { readonly pattern: string };
const builders = (of: object): Builder[] =>
  Object.values(of).flatMap((one: object) => ("pattern" in one ? (one as Builder) : builders(one)));

/** The pages Next serves: the folders of `app/` with a page.tsx, without their groups. */
const pages = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((path) => /(^|\/)page\.tsx$/.test(path))
  .map((path) => `/${dirname(path)}`.replace(/\/(\([^)]*\)|\.)(?=\/|$)/g, "") || "/");

describe("the routes", () => {
  const named = builders(routes).map(({ pattern }) => pattern.replace(/[?#].*$/, ""));

  it("name every page", () => expect(pages.filter((page) => !named.includes(page))).toEqual([]));

  it("lead to no page that doesn't exist", () => expect(named.filter((name) => !pages.includes(name))).toEqual([]));

  it("find the pages of all groups", () => expect(pages.length).toBeGreaterThan(50));
});

describe("an address", () => {
  it("is the page's path", () => expect(routes.doctor.hours()).toBe("/doctor/hours"));

  it("encodes its segments", () => expect(routes.hospitals.profile("a/b?c")).toBe("/hospitals/a%2Fb%3Fc"));

  it("encodes its parameters and leaves out empty ones", () =>
    expect(routes.doctors.list({ specialty: "ear & nose", q: "", city: undefined, near: null, pages: 2 })).toBe(
      "/doctors?specialty=ear+%26+nose&pages=2",
    ));

  it("has a segment and parameters", () =>
    expect(routes.doctors.profile("dr-a", { service: "s1" })).toBe("/doctors/dr-a?service=s1"));

  it("leads to a part of a page", () =>
    expect(routes.hospital.ambulanceCall("c1")).toBe("/hospital/ambulances#call-c1"));
});
